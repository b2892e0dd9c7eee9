/// How long things take, at three grains: reading a sample, an engine, the whole instrument. All
/// figures are nanoseconds per frame of one sounding voice, but for songs and the filters of an
/// Amiga.
package modpool.bench;
