package modpool.io.midi;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Looks every second at what is plugged in, on a thread of its own, since a driver may block for
/// seconds, and keeps the open inputs and outputs in step with it there.
///
/// What there is to say waits for the session: it calls [#tell()] from its own loop.
public final class PortWatch implements AutoCloseable {
  private static final long LOOK_MS = 1_000;
  private static final long PATIENCE_MS = 2_000; // with a driver, at the start and at the end
  private static final long STUCK_NANOS = 5_000_000_000L;
  private static final int MAX_LINES = 100;

  /// What follows the devices.
  public interface Follower extends AutoCloseable {
    /// Opens and closes what has come and gone.
    void update(MidiDevices.Look look);

    @Override
    void close();
  }

  private final MidiDevices devices;
  private final Consumer<String> lines;
  private final long lookMs;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final CountDownLatch looked = new CountDownLatch(1);
  private final CountDownLatch ending = new CountDownLatch(1);
  private Thread thread; // the session's
  private boolean toldStuck; // likewise
  private String failure; // the watch's: what was said last
  private volatile long lookBegan; // nanoseconds, 0 while none is under way

  /// @param lines takes what [#tell()] passes on
  public PortWatch(MidiDevices devices, Consumer<String> lines) {
    this(devices, lines, LOOK_MS);
  }

  PortWatch(MidiDevices devices, Consumer<String> lines, long lookMs) {
    this.devices = devices;
    this.lines = lines;
    this.lookMs = lookMs;
  }

  /// Begins. The first look has been done when it returns, unless a driver takes long over it.
  ///
  /// @param followers belong to the watch from now on; at the end the last is closed first
  public void start(List<Follower> followers) {
    thread = Thread.ofPlatform().daemon().name("modpool-ports").start(() -> watch(followers));
    await(looked, PATIENCE_MS);
    tell();
  }

  /// Keeps a line until the session asks. For any thread.
  public void warn(String line) {
    if (waiting.size() < MAX_LINES) {
      waiting.add(line);
    }
  }

  /// Passes on what there is to say. For the session's loop.
  public void tell() {
    for (String line = waiting.poll(); line != null; line = waiting.poll()) {
      lines.accept(line);
    }
    long began = lookBegan;
    boolean stuck = began != 0 && System.nanoTime() - began > STUCK_NANOS;
    if (stuck && !toldStuck) {
      lines.accept("the system's MIDI does not answer; inputs that are open play on");
    }
    toldStuck = stuck;
  }

  private void watch(List<Follower> followers) {
    do {
      lookBegan = System.nanoTime() | 1;
      look(followers);
      lookBegan = 0;
      looked.countDown();
    } while (!await(ending, lookMs));
    followers.reversed().forEach(Follower::close);
  }

  /// Whatever a driver throws, the next look may go better.
  private void look(List<Follower> followers) {
    try {
      MidiDevices.Look look = devices.look();
      followers.forEach(follower -> follower.update(look));
      failure = null;
    } catch (RuntimeException e) {
      String said = "MIDI devices cannot be looked at: " + e;
      if (!said.equals(failure)) {
        warn(said);
      }
      failure = said;
    }
  }

  private static boolean await(CountDownLatch latch, long ms) {
    try {
      return latch.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Closes what is open. A driver that does not let go is left behind after a while.
  @Override
  public void close() {
    ending.countDown();
    try {
      if (thread != null) {
        thread.join(PATIENCE_MS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    tell();
  }
}
