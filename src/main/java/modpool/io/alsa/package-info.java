/// A port of ALSA's sequencer, which the JDK knows nothing of: called from Java without a line of
/// native code, on a thread of its own.
///
///     kernel --> poll, snd_seq_event_input --> snd_midi_event_decode --> Senders --> Receiver
package modpool.io.alsa;
