/// SoundFont 2 files as banks of patches.
///
/// Runs on control. The file is taken apart in this order:
///
///     RIFF  SoundFontChunks   which bytes are what; every index checked
///     zones SoundFontZones    presets and instruments laid over each other: GeneratorSet
///     sound GeneratorSound    generators as envelopes, filter, LFOs: what this program can play
///     waves SoundFontWaves    the samples, each read once
///
/// Work and memory are bounded whatever a file says: zones and sample points are counted.
package modpool.patch.soundfont;
