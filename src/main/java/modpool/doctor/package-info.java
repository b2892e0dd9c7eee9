/// Examines this machine: what is there, how punctual the output is, how many voices fit, and what to
/// change. Control's, but for the [Probe], which stands on the render thread between an output and
/// the instrument.
///
///     Surroundings ----------------------------+
///     AudioOutput -> Probe -> Control          +-> Examination -> text, JSON
///       OutputCheck, KeyToSound ---------------+        |
///     VoiceCapacity (HeldNotes, to nobody) ----+     Advice
package modpool.doctor;
