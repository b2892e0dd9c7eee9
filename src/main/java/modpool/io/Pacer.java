package modpool.io;

import java.util.concurrent.locks.LockSupport;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;

/// Keeps real time for an output without a device. Deadlines are counted in whole frames, so that
/// they do not drift.
public final class Pacer {
  private static final int LATE_BLOCKS = 4; // what a device's buffer would have bridged
  private static final long SECOND_NANOS = 1_000_000_000;

  /// The passing of time; a test has one of its own.
  interface Time {
    Time SYSTEM =
        new Time() {
          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public void park(long nanos) {
            LockSupport.parkNanos(nanos);
          }
        };

    long nanos();

    /// Waits about so long, perhaps less.
    void park(long nanos);
  }

  private final int rate;
  private final Meters meters;
  private final Time time;
  private long originNanos;
  private long frames; // since the origin, less than a second's

  public Pacer(int rate, Meters meters) {
    this(rate, meters, Time.SYSTEM);
  }

  Pacer(int rate, Meters meters, Time time) {
    this.rate = rate;
    this.meters = meters;
    this.time = time;
    reset();
  }

  /// Time counts from now.
  public void reset() {
    originNanos = time.nanos();
    frames = 0;
  }

  /// Waits until the block that comes after these frames is due. More than four blocks late is an
  /// xrun: what was missed stays missed.
  public void await(int blockFrames) {
    frames += blockFrames;
    while (frames >= rate) {
      frames -= rate;
      originNanos += SECOND_NANOS;
    }
    long deadline = originNanos + frames * SECOND_NANOS / rate;
    long left = deadline - time.nanos();
    if (left < -LATE_BLOCKS * blockFrames * SECOND_NANOS / rate) {
      meters.add(Meter.XRUNS, 1);
      reset();
      return;
    }
    while (left > 0) {
      time.park(left);
      left = deadline - time.nanos();
    }
  }
}
