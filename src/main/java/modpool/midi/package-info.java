/// Who plays: MIDI messages from devices, files and callers, and the state of the 16 channels.
///
/// [MidiReceiver] and [MidiPorts] run on the threads of the devices and only turn messages into
/// events; [Channels] runs on the render thread and acts on them.
package modpool.midi;
