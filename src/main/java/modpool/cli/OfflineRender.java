package modpool.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.DoubleConsumer;
import modpool.Modpool;
import modpool.io.WavWriter;
import modpool.io.file.OutputException;
import modpool.take.TakeReplay;

/// Renders a performance into a file as fast as it can: up to its last event, then until silence,
/// at most ten seconds more. The file ends with the last frame that is not silent, so that its
/// length does not depend on the block.
final class OfflineRender {
  private static final int TAIL_SECONDS = 10;

  private final Modpool modpool;
  private final WavWriter writer;
  private final int blockFrames;
  private final float[] left;
  private final float[] right;
  private long written;
  private long cpuNanos;

  OfflineRender(Modpool modpool, WavWriter writer, int blockFrames) {
    this.modpool = modpool;
    this.writer = writer;
    this.blockFrames = blockFrames;
    left = new float[blockFrames];
    right = new float[blockFrames];
  }

  /// Renders what has been set to play.
  ///
  /// @param endFrame of its last event
  /// @param maxFrames longest result
  /// @param progress told the part that is done, 0..1
  void run(long endFrame, long maxFrames, DoubleConsumer progress) throws OutputException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpuBegun = threads.getCurrentThreadCpuTime();
    long lastEvent = Math.min(maxFrames, endFrame);
    long limit = Math.min(maxFrames, lastEvent + (long) TAIL_SECONDS * modpool.rate());
    long position = 0;
    while (position < limit && !(position > lastEvent && modpool.isIdle())) {
      int frames = (int) Math.min(blockFrames, limit - position);
      modpool.render(left, right, frames);
      keep(position, frames, lastEvent);
      position += frames;
      progress.accept(Math.min(1, (double) position / Math.max(1, lastEvent)));
    }
    cpuNanos = threads.getCurrentThreadCpuTime() - cpuBegun;
  }

  /// Renders a take, from its first frame to its last and no further.
  void replay(TakeReplay take, long frames, DoubleConsumer progress)
      throws IOException, OutputException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpuBegun = threads.getCurrentThreadCpuTime();
    while (written < frames) {
      int done = take.render(left, right, (int) Math.min(blockFrames, frames - written));
      if (done == 0) {
        break;
      }
      writer.write(left, right, 0, done);
      written += done;
      progress.accept((double) written / frames);
    }
    cpuNanos = threads.getCurrentThreadCpuTime() - cpuBegun;
  }

  /// Writes a block, but holds silence after the last event back until sound follows it.
  private void keep(long position, int frames, long lastEvent) throws OutputException {
    int sounding = frames;
    while (sounding > 0
        && position + sounding > lastEvent
        && left[sounding - 1] == 0
        && right[sounding - 1] == 0) {
      sounding--;
    }
    if (sounding > 0) {
      fill(position);
      writer.write(left, right, 0, sounding);
      written = position + sounding;
    }
  }

  /// Writes silence up to a frame: what was held back, or what a stem has less than the mix.
  void fill(long until) throws OutputException {
    float[] silence = new float[blockFrames];
    while (written < until) {
      int frames = (int) Math.min(blockFrames, until - written);
      writer.write(silence, silence, 0, frames);
      written += frames;
    }
  }

  long frames() {
    return written;
  }

  double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
