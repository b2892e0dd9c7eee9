/// A tracker's effects, for a song's tracks and under a player's fingers: tables and waves that
/// both use, and what the fingers hold and each note has come to. Whose ticks they are, whose
/// voices, is not known here. All on the render thread.
package modpool.effect;
