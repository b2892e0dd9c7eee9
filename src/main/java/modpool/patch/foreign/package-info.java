/// What readers of other programs' instruments share: a sound put together within this program's
/// bounds, zones laid over each other, the list of what could not be mapped, and counts of what a
/// file may include and of how much its samples may be.
///
/// Runs on control.
package modpool.patch.foreign;
