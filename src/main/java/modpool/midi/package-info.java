/// Who plays: MIDI messages from devices, files and callers.
///
/// [MidiReceiver] runs on the threads of the devices and only turns messages into events; the state
/// of the 16 channels, `modpool.midi.channel`, acts on them on the render thread. `modpool.io.midi`
/// opens and closes the devices. [MidiFileReader] reads a file into a [MidiFile], which becomes a
/// [MidiSequence] of such events.
package modpool.midi;
