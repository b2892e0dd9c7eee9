/// How a sound is described and read: samples, zones, patches, banks, and the files they come from.
///
/// Runs on control. What it builds is immutable; the render thread may read it freely.
package modpool.patch;
