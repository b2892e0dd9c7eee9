/// Sample files that others made: IFF 8SVX, AIFF, raw bytes, WAV, Gravis patches; and samples
/// written as 8SVX and WAV.
///
/// Runs on control. Every length in a file is checked against what is there before memory is taken
/// for it, so a reader needs at most a few times the file's size.
package modpool.patch.wave;
