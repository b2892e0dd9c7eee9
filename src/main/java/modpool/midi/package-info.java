/// Who plays: MIDI messages from devices, files and callers, and the state of the 16 channels.
///
/// [MidiReceiver] runs on the threads of the devices and only turns messages into events;
/// [Channels] runs on the render thread and acts on them. [MidiPorts] (control) opens and closes
/// the devices. [MidiFileReader] reads a file into a [MidiFile], which becomes a [MidiSequence] of
/// such events.
package modpool.midi;
