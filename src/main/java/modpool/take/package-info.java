/// What was played, recorded so that it renders to the same bytes: a take. It is a Standard MIDI
/// File of one track in which a tick is a frame; what MIDI has no message for stands in events for
/// sequencers (FF 7F, id 7D) as JSON.
///
///     render thread --- Tape -----------> TakeRecorder --> TakeBytes --> TakeFile
///     control --------- Journal --------> (a thread of its own)
///
///     file --> TakeReader --> Take --> TakeReplay --> Control
///
/// A replay does the same changes before the same frames and lets the renderer act on the same
/// events at the same frames; the rest follows, since bytes depend on nothing else. What is not as
/// it was is refused: nothing is approximated. Files are named by their content's hash; patches that
/// were edited stand in the take.
package modpool.take;
