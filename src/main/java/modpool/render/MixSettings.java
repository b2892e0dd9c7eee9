package modpool.render;

import modpool.dsp.Machine;

/// What becomes of the sum of all buses. Immutable.
///
/// @param rate output frames per second
/// @param gain linear, of everything
/// @param separation stereo width, 0 (mono) to 1 (as panned)
/// @param limited whether a limiter follows
/// @param machine whose output stage it goes through
public record MixSettings(
    int rate, float gain, float separation, boolean limited, Machine machine) {}
