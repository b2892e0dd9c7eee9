package modpool.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/// Tells which frame of output belongs to a moment of `System.nanoTime`.
///
/// The output marks each block's start. Callbacks come unevenly, so the offset between the two
/// clocks is smoothed; it starts anew when they part by more than a tenth of a second (a stopped
/// output, a suspended machine). Until the first mark the clock stands still and every moment is
/// the next block's start: so does a program that renders by itself.
public final class LiveClock {
  private static final double SMOOTHING = 1.0 / 64;
  private static final double RESYNC_SECONDS = 0.1;
  private static final double FARTHEST_SECONDS = 0.5; // that a moment lies after the last mark
  private static final VarHandle OFFSET;
  private static final VarHandle MARKED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      OFFSET = lookup.findVarHandle(LiveClock.class, "offset", double.class);
      MARKED = lookup.findVarHandle(LiveClock.class, "marked", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long epoch = System.nanoTime();
  private volatile Pace pace;

  // Frames to add to the frames since the epoch; NaN while nothing drives the clock.
  private double offset = Double.NaN;

  private long marked; // the frame of the last mark

  /// @param rate output frames per second
  /// @param latencyFrames what is added to a live event's moment: one block, so that an event's
  ///   place inside its block is kept
  public LiveClock(int rate, int latencyFrames) {
    pace = new Pace(rate, latencyFrames);
  }

  /// Goes on with another rate or latency.
  public void configure(int rate, int latencyFrames) {
    if (rate != pace.rate()) {
      stop(); // what was measured says nothing of another rate
    }
    pace = new Pace(rate, latencyFrames);
  }

  /// Output frames per second.
  public int rate() {
    return pace.rate();
  }

  /// The output begins the block at `frame` now.
  @RenderThread
  public void mark(long frame, long nanos) {
    double framesPerNano = pace.framesPerNano();
    double measured = frame - (nanos - epoch) * framesPerNano;
    double error = measured - offset;
    boolean lost = !(Math.abs(error) < RESYNC_SECONDS * 1e9 * framesPerNano);
    MARKED.setOpaque(this, frame);
    OFFSET.setRelease(this, lost ? measured : offset + error * SMOOTHING);
  }

  /// Nothing drives the clock any more.
  public void stop() {
    OFFSET.setRelease(this, Double.NaN);
  }

  /// True while an output drives the clock.
  public boolean isRunning() {
    return !Double.isNaN((double) OFFSET.getAcquire(this));
  }

  /// The frame at which something that happened at `nanos` is to sound; 0 (at once) while the clock
  /// stands still.
  ///
  /// After a suspended machine has woken, a keyboard may be heard before the output has marked a
  /// block: the time that was slept through is then no reason to wait.
  public long frameAt(long nanos) {
    double now = (double) OFFSET.getAcquire(this);
    if (Double.isNaN(now)) {
      return 0;
    }
    Pace present = pace;
    long latency = present.latencyFrames();
    long frame = Math.round((nanos - epoch) * present.framesPerNano() + now) + latency;
    long farthest = (long) MARKED.getOpaque(this) + present.farthestFrames() + 2 * latency;
    return Math.clamp(frame, 0, Math.max(0, farthest));
  }

  private record Pace(int rate, int latencyFrames) {
    double framesPerNano() {
      return rate / 1e9;
    }

    long farthestFrames() {
      return (long) (rate * FARTHEST_SECONDS);
    }
  }

  /// Keeps the frames of one source from going backwards when the clocks' offset is corrected: else
  /// a quick key-up could overtake its key-down.
  public static final class Order {
    private final AtomicLong last = new AtomicLong();

    /// `frame`, or the latest frame given before if that is later.
    public long next(long frame) {
      return last.accumulateAndGet(frame, Math::max);
    }
  }
}
