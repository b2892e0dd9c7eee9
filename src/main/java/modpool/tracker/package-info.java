/// Songs and their clock: a module's rows and effects become what each track does, tick by tick.
///
/// A [modpool.tracker.Replayer] is built and positioned on control and then belongs to the render
/// thread. The reference is ProTracker 2.3D, bugs included, as read in 8bitbubsy's faithful port,
/// pt2-clone (`pt2_replayer.c`); what its quirks are called here says so.
///
///     Module -> Replayer.tick() -> Effects -> Track (registers) -> TrackVoices
///                    |                                                 (who makes sound)
///                    +-> frames until the next tick (SongClock)
package modpool.tracker;
