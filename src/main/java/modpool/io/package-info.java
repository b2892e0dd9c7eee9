/// Sound in and out of the process; files are one floor below, in `modpool.io.file`.
///
/// An output owns the render loop: it calls a [BlockRenderer] from one thread at a time and hands
/// on what that wrote. `stop()` returns only after the last call has ended. Where a device does not
/// call back, the calls come from a [RenderLoop].
package modpool.io;
