/// MIDI devices: which there are, which of them are open, and what is passed on to others.
///
///     driver's thread --> Receiver of the input --> the instrument
///                                    \--> Thru's queue --> a thread per output --> MIDI output
///     PortWatch's thread, every second: SystemMidi.look --> MidiPorts, Thru: open, close
///
/// Nothing here knows what a message does.
package modpool.io.midi;
