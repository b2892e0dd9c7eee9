package modpool.io;

import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;

/// Plays through one line of Java Sound, 16-bit stereo, with a small buffer.
///
/// The thread waits by itself until the line has room for a block, since the line's own waiting
/// never ends when its device hangs. A line that takes nothing for a second is given up; then
/// blocks go nowhere, in real time, and the line is asked for again every second.
public final class JavaSoundOutput implements AudioOutput {
  private static final int DEFAULT_BUFFER_BLOCKS = 4;
  private static final int MIN_BUFFER_BLOCKS = 2;

  /// Beyond it the JDK works in periods of 20 ms.
  private static final int MAX_BUFFER_FRAMES = 1024;

  private static final long GIVE_UP_NANOS = 1_000_000_000;
  private static final long MIN_WAIT_NANOS = 100_000;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final String device;
  private final int rate;
  private final int blockFrames;
  private final int bufferBlocks;

  private RenderLoop loop;
  private Meters meters;
  private Pacer pacer;
  private byte[] bytes;
  private SourceDataLine line; // the render thread's while it runs, null when lost
  private int bufferBytes;
  private long retryNanos;
  private volatile String trouble;
  private volatile int bufferFrames; // as read back

  /// @param device part of a device's name, or null for the default
  public JavaSoundOutput(String device, int rate, int blockFrames) {
    this(device, rate, blockFrames, DEFAULT_BUFFER_BLOCKS);
  }

  /// @param bufferBlocks the line's buffer in blocks, 2 at least; the line may force another
  public JavaSoundOutput(String device, int rate, int blockFrames, int bufferBlocks) {
    this.device = device;
    this.rate = rate;
    this.blockFrames = blockFrames;
    this.bufferBlocks = Math.max(MIN_BUFFER_BLOCKS, bufferBlocks);
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    if (loop != null) {
      throw new IllegalStateException("the output is running");
    }
    this.meters = meters;
    bytes = new byte[blockFrames * Pcm.FRAME_BYTES];
    openLine();
    pacer = new Pacer(rate, meters);
    loop = new RenderLoop(blockFrames, renderer, meters, this::deliver);
    loop.start();
  }

  @Override
  public void stop() {
    if (loop != null) {
      loop.stop();
      loop = null;
      closeLine();
      trouble = null;
    }
  }

  private void openLine() throws OutputException {
    int blocks =
        Math.max(MIN_BUFFER_BLOCKS, Math.min(bufferBlocks, MAX_BUFFER_FRAMES / blockFrames));
    SourceDataLine opened = JavaSoundLines.open(device, rate, blocks * blockFrames);
    bufferBytes = opened.getBufferSize();
    bufferFrames = bufferBytes / Pcm.FRAME_BYTES;
    opened.start();
    // With the buffer full of silence the first blocks are not asked for all at once.
    int silence = Math.max(0, Math.min(bufferBytes, opened.available()) - bytes.length);
    opened.write(new byte[silence], 0, silence);
    line = opened;
  }

  private void closeLine() {
    if (line != null) {
      line.flush();
      line.close();
      line = null;
    }
  }

  private void deliver(float[] left, float[] right, int frames) {
    if (line == null) {
      pacer.await(frames);
      if (System.nanoTime() - retryNanos >= 0) {
        retry();
      }
      return;
    }
    meters.add(Meter.CLIPPED, Pcm.convert(left, right, frames, bytes));
    int length = frames * Pcm.FRAME_BYTES;
    int room = line.available();
    if (room >= bufferBytes) {
      meters.add(Meter.XRUNS, 1);
    }
    if (!awaitRoom(room, length) || line.write(bytes, 0, length) < length) {
      lose();
    }
  }

  /// @return false when the device hangs, or the output is stopping
  private boolean awaitRoom(int room, int length) {
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    int free = room;
    while (free < length && loop.isRunning()) {
      if (System.nanoTime() - giveUp > 0) {
        return false;
      }
      long missing = (length - free) / Pcm.FRAME_BYTES * SECOND_NANOS / rate;
      LockSupport.parkNanos(Math.max(missing, MIN_WAIT_NANOS));
      free = line.available();
    }
    return free >= length;
  }

  private void lose() {
    if (!loop.isRunning()) {
      return;
    }
    closeLine();
    trouble = "the sound device does not answer; trying again every second";
    pacer.reset();
    retryNanos = System.nanoTime() + SECOND_NANOS;
  }

  private void retry() {
    try {
      openLine();
      trouble = null;
    } catch (OutputException e) {
      trouble = e.getMessage();
      retryNanos = System.nanoTime() + SECOND_NANOS;
      pacer.reset();
    }
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public int blockFrames() {
    return blockFrames;
  }

  /// The line's buffer; before the start, what will be asked for.
  @Override
  public int latencyFrames() {
    return bufferFrames > 0 ? bufferFrames : bufferBlocks * blockFrames;
  }

  @Override
  public String description() {
    return "Java Sound, %s, %d Hz, blocks of %d, buffer %d frames (%.1f ms)"
        .formatted(
            device == null ? "default device" : "device \"" + device + "\"",
            rate,
            blockFrames,
            latencyFrames(),
            latencyFrames() * 1e3 / rate);
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public Throwable failure() {
    return loop == null ? null : loop.failure();
  }
}
