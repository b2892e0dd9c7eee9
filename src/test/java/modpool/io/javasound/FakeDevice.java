package modpool.io.javasound;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;
import modpool.io.Pcm;
import modpool.io.file.OutputException;

/// A sound device that does as a test wants, and writes down who opened and closed its lines.
final class FakeDevice implements LineSource {
  enum Behaviour {
    /// There is always room for half a buffer.
    PLAYS,
    /// The buffer is empty whenever it is looked at.
    RUNS_DRY,
    /// Nothing more finds room.
    HANGS
  }

  volatile Behaviour behaviour = Behaviour.PLAYS;
  volatile boolean absent;

  /// Its driver throws what nobody expects.
  volatile boolean confused;

  volatile int mostFrames = Integer.MAX_VALUE;

  /// From this opening on there is always room, though lines before it run dry.
  volatile int playsFrom = Integer.MAX_VALUE;

  /// Frames asked for at each opening.
  final List<Integer> asked = new CopyOnWriteArrayList<>();

  /// Threads that opened and closed lines.
  final List<String> openers = new CopyOnWriteArrayList<>();

  final List<String> closers = new CopyOnWriteArrayList<>();

  @Override
  public String name(String device, int rate) {
    return "fake " + device;
  }

  @Override
  public SourceDataLine open(String device, int rate, int bufferFrames) throws OutputException {
    if (absent) {
      throw new OutputException("the fake is not plugged in");
    }
    if (confused) {
      throw new IllegalArgumentException("no such mixer");
    }
    asked.add(bufferFrames);
    int opening = asked.size();
    openers.add(Thread.currentThread().getName());
    int bytes = Math.min(bufferFrames, mostFrames) * Pcm.FRAME_BYTES;
    return (SourceDataLine)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SourceDataLine.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "getBufferSize" -> bytes;
                  case "available" -> available(bytes, opening);
                  case "write" -> write((int) arguments[2]);
                  case "close" -> closers.add(Thread.currentThread().getName()) ? null : null;
                  case "start", "flush" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private int available(int bytes, int opening) {
    return switch (behaviour) {
      case PLAYS -> bytes / 2;
      case RUNS_DRY -> opening < playsFrom ? bytes : bytes / 2;
      case HANGS -> 0;
    };
  }

  private static int write(int length) {
    LockSupport.parkNanos(10_000); // a device does not take blocks as fast as they can be made
    return length;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "asked for %s", asked);
  }
}
