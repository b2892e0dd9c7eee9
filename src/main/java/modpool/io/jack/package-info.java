/// The way to JACK, and to PipeWire's stand-in for it: a client with a MIDI port and two audio ports,
/// called from Java without a line of native code.
///
///     JACK's thread --> JackCycle.process --> PortMidi --> BlockRenderer --> two float[] --> JACK
///     watcher ---> is the server there? at which rate? who is connected? --> remembered, remade
///
/// JACK's own thread is the render thread; its priority is JACK's affair.
package modpool.io.jack;
