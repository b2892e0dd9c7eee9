package modpool.worklet;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Interpolation;
import modpool.patch.Sample;

/// Reads a sample along a phase, round its loop, up to its end. The kernels see only runs that do
/// not meet the end, so that none of them looks for it.
@RenderThread
public final class SampleReader {
  private int readable;
  private boolean swapped;
  private boolean ended;

  /// Reads into `out` from index `from` up to index `to`; behind a one-shot's end stands silence.
  ///
  /// @param kernel how it is read between its frames
  /// @param data one side of the sample
  /// @param start phase of the first value, 32.32
  /// @param increment phase per frame, at most [modpool.dsp.Pitch#MAX_INCREMENT]
  /// @return the phase after the last
  public long read(
      Interpolation kernel,
      Sample sample,
      float[] data,
      long start,
      long increment,
      float[] out,
      int from,
      int to) {
    long phase = readOn(kernel, sample, data, start, increment, out, from, to);
    ended = readable < to;
    return phase;
  }

  /// Reads a mono sample up to the end of its present pass and then the loop of another: what Paula
  /// does when its registers are changed while it plays. [#hasSwapped()] tells whether it got
  /// there.
  ///
  /// @param kernel how both are read between their frames
  /// @param next null, or without a loop: silence follows
  /// @return the phase after the last value, in `next` once it has swapped
  public long readThrough(
      Interpolation kernel,
      Sample sample,
      Sample next,
      long start,
      long increment,
      float[] out,
      int from,
      int to) {
    long end = sample.passEnd(start >>> 32) << 32;
    long framesToEnd = Math.max(0, (end - start + increment - 1) / increment);
    swapped = framesToEnd <= to - from; // also at the very end: behind it the next pass begins
    if (!swapped) {
      return read(kernel, sample, sample.left(), start, increment, out, from, to);
    }
    int rest = from + (int) framesToEnd;
    readOn(kernel, sample, sample.left(), start, increment, out, from, rest);
    if (next == null || next.loopLength() == 0) {
      Arrays.fill(out, rest, to, 0f);
      ended = true;
      return start;
    }
    long begin = ((long) next.loopBegin() << 32) + start + increment * framesToEnd - end;
    long phase = readOn(kernel, next, next.left(), begin, increment, out, rest, to);
    ended = false;
    return phase;
  }

  /// Whether the last [#readThrough] left its first sample.
  public boolean hasSwapped() {
    return swapped;
  }

  private long readOn(
      Interpolation kernel,
      Sample sample,
      float[] data,
      long start,
      long increment,
      float[] out,
      int from,
      int to) {
    long end = (long) sample.playEnd() << 32;
    if (sample.loopLength() == 0) {
      end += (long) kernel.ringing(increment, Sample.GUARD) << 32;
    }
    long phase = start;
    readable = from;
    while (readable < to) {
      if (phase >= end) {
        if (sample.loopLength() == 0) {
          Arrays.fill(out, readable, to, 0f);
          return phase;
        }
        phase -= (long) sample.loopLength() << 32;
      }
      int run = to - readable;
      if (phase + increment * (run - 1) >= end) {
        run = (int) ((end - 1 - phase) / increment) + 1;
      }
      kernel.read(data, Sample.GUARD, phase, increment, out, readable, run);
      readable += run;
      phase += increment * run;
    }
    return phase;
  }

  /// Whether the last read came to the end of all there is.
  public boolean hasEnded() {
    return ended;
  }

  /// Up to which index of `out` the last read's values lay before the sample's end.
  public int readable() {
    return readable;
  }
}
