package modpool.io;

import java.util.concurrent.locks.LockSupport;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;

/// Keeps real time for an output without a device. Deadlines are counted in whole frames, so that
/// they do not drift.
final class Pacer {
  private static final int LATE_BLOCKS = 4; // what a device's buffer would have bridged
  private static final long SECOND_NANOS = 1_000_000_000;

  private final int rate;
  private final Meters meters;
  private long originNanos;
  private long frames; // since the origin, less than a second's

  Pacer(int rate, Meters meters) {
    this.rate = rate;
    this.meters = meters;
    reset();
  }

  /// Time counts from now.
  void reset() {
    originNanos = System.nanoTime();
    frames = 0;
  }

  /// Waits until the block that comes after these frames is due. More than four blocks late is an
  /// xrun: what was missed stays missed.
  void await(int blockFrames) {
    frames += blockFrames;
    while (frames >= rate) {
      frames -= rate;
      originNanos += SECOND_NANOS;
    }
    long deadline = originNanos + frames * SECOND_NANOS / rate;
    long left = deadline - System.nanoTime();
    if (left < -LATE_BLOCKS * blockFrames * SECOND_NANOS / rate) {
      meters.add(Meter.XRUNS, 1);
      reset();
      return;
    }
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = deadline - System.nanoTime();
    }
  }
}
