package modpool.io.javasound;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import modpool.io.Pcm;
import modpool.io.file.OutputException;

/// Opens and closes an output's line on a thread of its own, since either may take as long as the
/// device likes: the render thread waits for neither.
///
/// One line at most is open. It goes back and forth: the render thread takes it with [#taken()] and
/// returns it with [#ranDry] or [#lost].
final class LineKeeper {
  private static final long LOOK_MS = 10;
  private static final long RETRY_NANOS = 1_000_000_000;
  private static final long STOP_SECONDS = 2;

  private final LineSource source;
  private final BufferMemory memory;
  private final BufferSizes sizes;
  private final String device;
  private final int rate;
  private final int firstFrames; // 0 for what is remembered, or usual

  private final AtomicReference<OpenLine> opened = new AtomicReference<>();
  private final AtomicReference<OpenLine> dry = new AtomicReference<>();
  private final AtomicReference<OpenLine> lost = new AtomicReference<>();
  private final Queue<String> news = new ConcurrentLinkedQueue<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private Thread thread;
  private String name;
  private int askedFrames;
  private boolean waits; // for a device that has gone
  private long retryNanos;
  private volatile int bufferFrames; // as read back
  private volatile boolean mayGrow = true;
  private volatile String trouble;

  /// @param firstFrames buffer to begin with; 0 for the one remembered, or the usual one
  LineKeeper(
      LineSource source,
      BufferMemory memory,
      BufferSizes sizes,
      String device,
      int rate,
      int firstFrames) {
    this.source = source;
    this.memory = memory;
    this.sizes = sizes;
    this.device = device;
    this.rate = rate;
    this.firstFrames = firstFrames;
  }

  /// Opens the line for the first time, on the thread that asks.
  void open() throws OutputException {
    name = source.name(device, rate);
    int first = firstFrames;
    if (first == 0) {
      first = memory.recall(name, rate, news::add).orElse(sizes.usual());
    }
    askedFrames = sizes.fit(first);
    open(askedFrames);
    thread = Thread.ofPlatform().daemon().name("modpool-line").start(this::keep);
  }

  private void open(int frames) throws OutputException {
    OpenLine line =
        OpenLine.start(source.open(device, rate, frames), sizes.blockFrames() * Pcm.FRAME_BYTES);
    bufferFrames = line.bufferFrames();
    mayGrow = mayGrow && Math.max(askedFrames, bufferFrames) < sizes.most();
    opened.set(line);
  }

  /// A line that has been opened since, or null. The render thread's.
  OpenLine taken() {
    return opened.getAndSet(null);
  }

  /// A line ran dry too often: another with a larger buffer will come. The render thread's.
  void ranDry(OpenLine line) {
    dry.set(line);
  }

  /// A line takes nothing any more: another will come when the device is back. The render thread's.
  void lost(OpenLine line) {
    lost.set(line);
  }

  /// Whether a larger buffer can be had.
  boolean mayGrow() {
    return mayGrow;
  }

  /// Frames of the line's buffer, as read back; 0 before the first.
  int bufferFrames() {
    return bufferFrames;
  }

  String trouble() {
    return trouble;
  }

  /// The next thing that has happened, or null.
  String news() {
    return news.poll();
  }

  private void keep() {
    try {
      while (!ending.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    closeAll();
  }

  private void look() {
    OpenLine gone = lost.getAndSet(null);
    OpenLine small = dry.getAndSet(null);
    if (gone != null) {
      gone.close();
      waitFor("the sound device does not answer; trying again every second");
    } else if (small != null) {
      small.close();
      grow();
    } else if (waits && System.nanoTime() - retryNanos >= 0) {
      retry();
    }
  }

  private void grow() {
    int before = bufferFrames;
    askedFrames = sizes.after(Math.max(askedFrames, before));
    if (!reopen()) {
      return;
    }
    String ranDry =
        "the sound device ran dry %d times within %d s".formatted(DryCount.TIMES, DryCount.SECONDS);
    if (bufferFrames <= before) {
      mayGrow = false;
      news.add(ranDry + ", and gives no larger buffer than " + inWords(before));
      return;
    }
    news.add(ranDry + "; its buffer is now " + inWords(bufferFrames) + remember());
  }

  private String inWords(int frames) {
    return "%d frames (%.1f ms)".formatted(frames, frames * 1e3 / rate);
  }

  private String remember() {
    if (memory.file() == null) {
      return "";
    }
    try {
      memory.keep(name, rate, askedFrames, news::add);
      return ", which is remembered";
    } catch (OutputException e) {
      return ", not remembered: " + e.getMessage();
    }
  }

  private void retry() {
    if (reopen()) {
      waits = false;
      trouble = null;
    }
  }

  private boolean reopen() {
    try {
      open(askedFrames);
      return true;
    } catch (OutputException e) {
      waitFor(e.getMessage());
    } catch (RuntimeException e) { // a driver's: the next try may go better
      waitFor("the sound device cannot be opened: " + e);
    }
    return false;
  }

  private void waitFor(String why) {
    trouble = why;
    waits = true;
    retryNanos = System.nanoTime() + RETRY_NANOS;
  }

  /// Closes everything. A device that hangs is left to hang after two seconds.
  ///
  /// @param last the line that the render thread, which has ended, still had; or null
  void stop(OpenLine last) {
    if (last != null) {
      lost.set(last);
    }
    ending.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeAll() {
    for (AtomicReference<OpenLine> place : List.of(opened, dry, lost)) {
      OpenLine line = place.getAndSet(null);
      if (line != null) {
        line.close();
      }
    }
  }
}
