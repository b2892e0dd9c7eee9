/// SFZ instruments, which are text beside samples, as patches.
///
/// Runs on control. From text to patch:
///
///     SfzText     includes, defines and comments: lines
///     SfzParser   headers: regions, with the levels that they inherit from
///     SfzRegion   one region's opcodes by name, kind and bounds
///     SfzZones    regions as zones, their samples from SfzSamples
///
/// Text, files, regions and waveforms are counted, so that nothing a file says takes long or much.
package modpool.patch.sfz;
