/// A virtual MIDI destination on macOS, called from Java without a line of native code. Devices are
/// CoreMIDI4J's affair.
///
///     CoreMIDI's thread --> MIDIReadProc --> PacketList --> MidiStream --> Receiver
package modpool.io.coremidi;
