package modpool.io.jack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import modpool.testing.Await;
import modpool.testing.AwakeProcessors;
import org.junit.jupiter.api.Assumptions;

/// A JACK server of a test's own, with a driver that needs no sound card. It waits for its clients
/// (`-S`), so that a busy machine makes it slow and not wrong.
public final class JackRig implements AutoCloseable {
  private final String name;
  private final List<String> options;
  private final FileChannel turn; // locked while this rig has a server
  private Process process;
  private AwakeProcessors awake; // for real time; null for none

  /// Starts the server, or skips the test where there is none to start.
  public JackRig(int rate, int blockFrames) throws IOException {
    this("modpool-test-" + ProcessHandle.current().pid(), List.of("-r", "-S"), rate, blockFrames);
  }

  /// Likewise, one that waits for nobody, with real-time priority where that is given, on
  /// processors that are kept awake.
  public static JackRig inRealTime(String name, int rate, int blockFrames) throws IOException {
    JackRig rig = new JackRig(name, List.of("-R", "-P", "70"), rate, blockFrames);
    rig.awake = new AwakeProcessors();
    return rig;
  }

  private JackRig(String name, List<String> options, int rate, int blockFrames) throws IOException {
    this.name = name;
    this.options = options;
    Assumptions.assumeTrue(LibJack.isPresent(), "skipped: this machine has no libjack");
    Assumptions.assumeTrue(
        List.of("/usr/bin", "/usr/local/bin").stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "jackd"))),
        "skipped: this machine has no jackd");
    turn = takeTurn();
    try {
      start(rate, blockFrames);
      awaitAnswer();
    } catch (Throwable e) {
      turn.close();
      throw e;
    }
  }

  /// All JACK servers of a user share one database, and break each other's: one runs at a time,
  /// also when tests run in several processes.
  private static FileChannel takeTurn() throws IOException {
    String name = "modpool-test-jackd-" + System.getProperty("user.name") + ".lock";
    Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Await.until(() -> isLocked(channel), "no other test has a JACK server (" + file + ")");
    return channel;
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) { // a rig of this process
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until the server answers a client of this process. Not to be done while another process
  /// may open one: a client that closes meanwhile can leave that one's libjack (1.9.21) with a dead
  /// semaphore, and the next client with the same number is never woken by it.
  public void awaitAnswer() {
    Await.until(
        () -> JackServer.find(name).isPresent() || !process.isAlive(), "the server answers");
    Assumptions.assumeTrue(process.isAlive(), "skipped: jackd does not run here");
  }

  /// The server's name.
  public String name() {
    return name;
  }

  /// Starts the server again; clients wait for it, or [#awaitAnswer].
  public void start(int rate, int blockFrames) throws IOException {
    List<String> words = new ArrayList<>(List.of("jackd", "-n", name));
    words.addAll(options);
    words.addAll(List.of("-t", "10000", "-d", "dummy", "-r", "" + rate, "-p", "" + blockFrames));
    process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /// Ends the server without a chance to say so.
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// Ends the server, with a chance to say so to its clients or without.
  public void end(boolean politely) {
    if (politely) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
    process.onExit().join();
  }

  @Override
  public void close() {
    if (awake != null) {
      awake.close();
    }
    process.destroy();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    kill();
    try {
      turn.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
