/// Module files as pure data: what a tracker's file holds, and the readers that get it out.
///
/// Runs on control. What it builds is immutable; a replayer on the render thread may read it
/// freely. Nothing here knows how a song sounds.
package modpool.module;
