/// Sound through Java Sound: devices found by name, a line with the smallest buffer that proves stable,
/// and what to tell people when it can't be had.
///
///     LineKeeper (its own thread: opens, closes, remembers) -- OpenLine --> render thread: fills it
///                                                           <-- dry, lost --
///
/// The render thread's only dealings with the device are to ask for room and to hand over a block that
/// has been rendered. It opens and closes nothing.
package modpool.io.javasound;
