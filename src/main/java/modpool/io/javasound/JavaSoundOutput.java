package modpool.io.javasound;

import java.util.concurrent.locks.LockSupport;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.BlockRenderer;
import modpool.io.LoopOutput;
import modpool.io.Pacer;
import modpool.io.Pcm;
import modpool.io.file.OutputException;

/// Plays through one line of Java Sound, 16-bit stereo, with the smallest buffer that proves
/// stable: a line that runs dry too often is opened again with a larger one, which is remembered.
///
/// The thread waits by itself until the line has room for a block, since the line's own waiting
/// never ends when its device hangs. A line that takes nothing for a second is given up. While
/// there is none, blocks go nowhere, in real time, and the device is asked for every second.
public final class JavaSoundOutput extends LoopOutput {
  private static final long GIVE_UP_NANOS = 1_000_000_000;
  private static final long MIN_WAIT_NANOS = 100_000;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final LineSource source;
  private final BufferMemory memory;
  private final String device;
  private final int firstFrames;
  private final DryCount dryCount;

  private LineKeeper keeper;
  private Meters meters;
  private Pacer pacer;
  private byte[] bytes;
  private OpenLine line; // the render thread's while it runs, null while there is none
  private long lineFrames; // delivered to it

  /// @param device part of a device's name, or null for the default
  /// @param memory what buffers were needed before
  public JavaSoundOutput(String device, int rate, int blockFrames, BufferMemory memory) {
    this(device, rate, blockFrames, 0, memory, JavaSoundLines.SYSTEM);
  }

  /// @param firstFrames buffer to begin with, whatever is remembered; the line may force another
  public JavaSoundOutput(String device, int rate, int blockFrames, int firstFrames) {
    this(device, rate, blockFrames, firstFrames, new BufferMemory(null), JavaSoundLines.SYSTEM);
  }

  JavaSoundOutput(
      String device,
      int rate,
      int blockFrames,
      int firstFrames,
      BufferMemory memory,
      LineSource source) {
    super(rate, blockFrames);
    this.device = device;
    this.firstFrames = firstFrames;
    this.memory = memory;
    this.source = source;
    dryCount = new DryCount(rate);
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    checkItStands();
    this.meters = meters;
    bytes = new byte[blockFrames() * Pcm.FRAME_BYTES];
    BufferSizes sizes = new BufferSizes(blockFrames());
    LineKeeper opening = new LineKeeper(source, memory, sizes, device, rate(), firstFrames);
    opening.open();
    keeper = opening;
    pacer = new Pacer(rate(), meters);
    use(keeper.taken());
    begin(renderer, meters, this::deliver);
  }

  @Override
  public void stop() {
    if (end()) {
      keeper.stop(line);
      line = null;
    }
  }

  private void use(OpenLine opened) {
    line = opened;
    lineFrames = 0;
    dryCount.reset();
  }

  private void deliver(float[] left, float[] right, int frames) {
    if (line == null) {
      pacer.await(frames);
      OpenLine opened = keeper.taken();
      if (opened != null) {
        use(opened);
      }
      return;
    }
    meters.add(Meter.CLIPPED, Pcm.convert(left, right, frames, bytes));
    int length = frames * Pcm.FRAME_BYTES;
    int room = line.line().available();
    if (room >= line.bufferBytes()) {
      meters.add(Meter.XRUNS, 1);
      if (dryCount.add(lineFrames) && keeper.mayGrow()) {
        keeper.ranDry(withoutLine());
        return;
      }
    }
    if (awaitRoom(room, length) && line.line().write(bytes, 0, length) == length) {
      lineFrames += frames;
    } else if (isRunning()) {
      keeper.lost(withoutLine());
    }
  }

  /// The line, which is the keeper's from now on; time is kept without it.
  private OpenLine withoutLine() {
    OpenLine before = line;
    line = null;
    pacer.reset();
    return before;
  }

  /// @return false when the device hangs, or the output is stopping
  private boolean awaitRoom(int room, int length) {
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    int free = room;
    while (free < length && isRunning()) {
      if (System.nanoTime() - giveUp > 0) {
        return false;
      }
      long missing = (length - free) / Pcm.FRAME_BYTES * SECOND_NANOS / rate();
      LockSupport.parkNanos(Math.max(missing, MIN_WAIT_NANOS));
      free = line.line().available();
    }
    return free >= length;
  }

  /// The line's buffer; before the start, the usual one.
  @Override
  public int latencyFrames() {
    if (keeper != null) {
      return keeper.bufferFrames();
    }
    BufferSizes sizes = new BufferSizes(blockFrames());
    return firstFrames == 0 ? sizes.usual() : sizes.fit(firstFrames);
  }

  @Override
  public String description() {
    return "Java Sound, %s, %d Hz, blocks of %d, buffer %d frames (%.1f ms)"
        .formatted(
            device == null ? "default device" : "device \"" + device + "\"",
            rate(),
            blockFrames(),
            latencyFrames(),
            latencyFrames() * 1e3 / rate());
  }

  @Override
  public String trouble() {
    return keeper == null ? null : keeper.trouble();
  }

  @Override
  public String news() {
    return keeper == null ? null : keeper.news();
  }
}
