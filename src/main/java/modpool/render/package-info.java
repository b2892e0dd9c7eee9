/// One block of sound: adopt, drain, tick, process, mix.
///
///     limit = queue.limit()              everything offered before is for this block or later
///     rack  = racks.latest()             so no event meets a rack older than its sender's
///     queue.drain(limit) --> EventHeap   sorted by frame, then by arrival
///     from grid step to grid step, and from event to event:
///         adopt the rack   (structure)
///         due events       (queue)
///         due events       (the rack's MIDI sequence)
///         each strip: instrument --> bus --> mix
///     gain, width, limiter, peaks
///
/// Runs on the render thread; a rack is built by control and never changed once published.
package modpool.render;
