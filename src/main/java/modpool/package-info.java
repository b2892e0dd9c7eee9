/// The public API, and where the parts are put together: [Modpool] is an open instrument,
/// [Settings] says how to open it.
package modpool;
