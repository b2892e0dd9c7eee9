package modpool.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Plain numbers that the render thread writes and anybody reads, each by itself.
public final class Meters {
  /// What is counted or shown.
  public enum Meter {
    /// Frames rendered so far.
    POSITION,
    /// Generation of the rack the renderer plays.
    ADOPTED,
    /// Newest rack generation whose departing voices have all fallen silent.
    SETTLED,
    /// Voices sounding, tails not counted.
    VOICES,
    /// 1 while the mix sounds on without voices: a reverb, a filter.
    RINGING,
    /// Most voices that sounded at once.
    VOICES_PEAK,
    /// Notes that took a sounding voice from their own instrument.
    STOLEN,
    /// Events lost in a full queue.
    LOST,
    /// Blocks the output could not deliver in time.
    XRUNS,
    /// Cycles of a server that began in time and ended after 70 % of it: near to an xrun.
    TIGHT,
    /// System exclusive messages that found no room on their way to control.
    SYSEX_LOST,
    /// Where the song is, packed.
    SONG_POSITION,
    /// Frames of the MIDI sequence that have been played.
    SEQUENCE_POSITION,
    /// Nanoseconds spent in the last block.
    BLOCK_NANOS,
    /// Most nanoseconds spent in a block.
    BLOCK_NANOS_PEAK,
    /// Frames that left the range -1..1 before the output cut them.
    CLIPPED
  }

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int PEAK_LEFT = Meter.values().length;
  private static final int PEAK_RIGHT = PEAK_LEFT + 1;

  private final long[] values = new long[PEAK_RIGHT + 1];

  @RenderThread
  public void set(Meter meter, long value) {
    SLOT.setRelease(values, meter.ordinal(), value);
  }

  /// Adds to a meter that only one thread writes.
  @RenderThread
  public void add(Meter meter, long amount) {
    set(meter, get(meter) + amount);
  }

  /// Raises a meter to `value` if that is more.
  @RenderThread
  public void raise(Meter meter, long value) {
    if (value > get(meter)) {
      set(meter, value);
    }
  }

  @RenderThread
  public long get(Meter meter) {
    return (long) SLOT.getAcquire(values, meter.ordinal());
  }

  /// Raises the peaks of the two output channels.
  @RenderThread
  public void raisePeaks(float left, float right) {
    raisePeak(PEAK_LEFT, left);
    raisePeak(PEAK_RIGHT, right);
  }

  private void raisePeak(int slot, float peak) {
    // Bits of positive floats are ordered as the floats are.
    int bits = Float.floatToRawIntBits(peak);
    if (bits > (long) SLOT.getAcquire(values, slot)) {
      SLOT.setRelease(values, slot, (long) bits);
    }
  }

  /// The higher of the two output peaks so far, linear.
  public float peak() {
    long left = (long) SLOT.getAcquire(values, PEAK_LEFT);
    long right = (long) SLOT.getAcquire(values, PEAK_RIGHT);
    return Float.intBitsToFloat((int) Math.max(left, right));
  }
}
