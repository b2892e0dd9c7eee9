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
    /// Voices that were taken from notes that still sounded.
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
    /// Generation of the song whose place that is; set after it.
    SONG_GENERATION,
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

  private static final int REASONS = StealReason.all().size();
  private static final int CHANNELS = 16;
  private static final int STEALS = PEAK_RIGHT + 1; // a count per channel and reason
  private static final int LAST_STEAL = STEALS + CHANNELS * REASONS;

  private final long[] values = new long[LAST_STEAL + 1];

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

  /// A voice was taken from a note.
  ///
  /// @param channel whose note, 0-15
  @RenderThread
  public void countSteal(int channel, StealReason reason) {
    int slot = STEALS + channel * REASONS + reason.ordinal();
    SLOT.setRelease(values, slot, (long) SLOT.getAcquire(values, slot) + 1);
    SLOT.setRelease(values, LAST_STEAL, (long) (slot - STEALS + 1));
    add(Meter.STOLEN, 1);
  }

  /// How many voices were taken from a channel's notes for a reason.
  ///
  /// @param channel 0-15
  public long steals(int channel, StealReason reason) {
    return (long) SLOT.getAcquire(values, STEALS + channel * REASONS + reason.ordinal());
  }

  /// How many were taken from all channels' notes for a reason.
  public long steals(StealReason reason) {
    long sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      sum += steals(channel, reason);
    }
    return sum;
  }

  /// A steal, as far as it is shown.
  ///
  /// @param channel whose note lost its voice, 0-15
  public record Steal(int channel, StealReason reason) {}

  /// The last steal, or null before the first.
  public Steal lastSteal() {
    int number = (int) ((long) SLOT.getAcquire(values, LAST_STEAL) - 1);
    return number < 0 ? null : new Steal(number / REASONS, StealReason.all().get(number % REASONS));
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
