/// The effects that all channels share: one reverb, one chorus. Each instrument has two
/// [modpool.send.SendGain]s, which say how much of its bus goes there.
///
///     instrument's bus --> mix
///          | SendGain         ^
///          v                  |
///     reverb's, chorus's bus --> Reverb, Chorus
///
/// An effect that nobody sends to costs nothing once its tail is silent. All runs on the render
/// thread, and by the frame or on the absolute grid, so that blocks leave no trace.
package modpool.send;
