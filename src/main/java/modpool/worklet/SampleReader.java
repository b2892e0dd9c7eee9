package modpool.worklet;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Interpolation;
import modpool.patch.Sample;

/// Reads a sample along a phase, round its loop, up to its end. The kernels see only runs that do
/// not meet the end, so that none of them looks for it.
@RenderThread
public final class SampleReader {
  private final Interpolation interpolation;
  private int readable;

  public SampleReader(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  /// Reads `frames` values into `out` from index 0; behind a one-shot's end stands silence.
  ///
  /// @param data one side of the sample
  /// @param start phase of the first value, 32.32
  /// @param increment phase per frame, at most [modpool.dsp.Pitch#MAX_INCREMENT]
  /// @return the phase after the last
  public long read(
      Sample sample, float[] data, long start, long increment, float[] out, int frames) {
    long end = (long) sample.playEnd() << 32;
    if (sample.loopLength() == 0) {
      end += (long) interpolation.ringing(increment, Sample.GUARD) << 32;
    }
    long phase = start;
    readable = 0;
    while (readable < frames) {
      if (phase >= end) {
        if (sample.loopLength() == 0) {
          Arrays.fill(out, readable, frames, 0f);
          return phase;
        }
        phase -= (long) sample.loopLength() << 32;
      }
      int run = frames - readable;
      if (phase + increment * (run - 1) >= end) {
        run = (int) ((end - 1 - phase) / increment) + 1;
      }
      interpolation.read(data, Sample.GUARD, phase, increment, out, readable, run);
      readable += run;
      phase += increment * run;
    }
    return phase;
  }

  /// How many of the last read's values lay before the sample was over.
  public int readable() {
    return readable;
  }
}
