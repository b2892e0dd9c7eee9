package modpool.bridge.board;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import modpool.bridge.RenderThread;

/// The last samples of something that sounds, for whoever looks: written by render while it is
/// watched, each over the oldest. A reader that is overtaken sees a seam, no more.
public final class ScopeRing {
  /// Samples that are kept.
  public static final int FRAMES = 1 << 13;

  private static final VarHandle SAMPLE = MethodHandles.arrayElementVarHandle(float[].class);
  private static final VarHandle WRITTEN;

  static {
    try {
      WRITTEN = MethodHandles.lookup().findVarHandle(ScopeRing.class, "written", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final float[] ring = new float[FRAMES];
  private volatile boolean watched;

  @SuppressWarnings("unused") // through WRITTEN
  private long written;

  /// Somebody looks from now on, or nobody does any more.
  public void watch(boolean on) {
    watched = on;
  }

  @RenderThread
  public boolean isWatched() {
    return watched;
  }

  /// Adds the middle of both sides, from index 0.
  @RenderThread
  public void write(float[] left, float[] right, int frames) {
    long at = written;
    for (int i = 0; i < frames; i++) {
      SAMPLE.setOpaque(ring, (int) (at + i) & FRAMES - 1, (left[i] + right[i]) * 0.5f);
    }
    WRITTEN.setRelease(this, at + frames);
  }

  /// Adds silence.
  @RenderThread
  public void writeSilence(int frames) {
    long at = written;
    for (int i = 0; i < frames; i++) {
      SAMPLE.setOpaque(ring, (int) (at + i) & FRAMES - 1, 0f);
    }
    WRITTEN.setRelease(this, at + frames);
  }

  /// Samples that have been written so far.
  public long written() {
    return (long) WRITTEN.getAcquire(this);
  }

  /// Copies the newest samples.
  ///
  /// @param into all of it is written, at most [#FRAMES]; the newest comes last
  public void read(float[] into) {
    long from = written() - into.length;
    for (int i = 0; i < into.length; i++) {
      into[i] = from + i < 0 ? 0 : (float) SAMPLE.getOpaque(ring, (int) (from + i) & FRAMES - 1);
    }
  }
}
