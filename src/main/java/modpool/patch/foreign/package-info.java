/// What readers of other programs' instruments share: a sound put together within this program's
/// bounds, zones laid over each other, and the list of what could not be mapped.
///
/// Runs on control.
package modpool.patch.foreign;
