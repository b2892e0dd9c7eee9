/// Sound and MIDI in and out of the process, and files as bytes.
///
/// An output owns the render loop: it calls a [BlockRenderer] from one thread at a time and hands
/// on what that wrote. `stop()` returns only after the last call has ended.
package modpool.io;
