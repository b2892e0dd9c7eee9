package modpool.io.jack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import modpool.testing.Await;
import org.junit.jupiter.api.Assumptions;

/// A PipeWire server of a test's own, whose graph a timer drives: it needs no sound card. Only
/// other processes can be its JACK clients, since PipeWire has a libjack of its own.
public final class PipeWireRig implements AutoCloseable {
  private static final List<String> PROGRAMS = List.of("pipewire", "pw-jack", "pw-metadata");
  private static final String CONFIG =
      """
      context.properties = {
        core.daemon = true
        core.name = pipewire-0
        default.clock.rate = 48000
        default.clock.quantum = 256
      }
      context.spa-libs = { support.* = support/libspa-support }
      context.modules = [
        { name = libpipewire-module-protocol-native }
        { name = libpipewire-module-metadata }
        { name = libpipewire-module-spa-node-factory }
        { name = libpipewire-module-client-node }
        { name = libpipewire-module-access }
        { name = libpipewire-module-link-factory }
      ]
      context.objects = [
        { factory = metadata args = { metadata.name = default } }
        { factory = spa-node-factory
          args = {
            factory.name = support.node.driver
            node.name = Dummy-Driver
            node.group = pipewire.dummy
            priority.driver = 20000
          }
        }
      ]
      """;

  private final Path folder;
  private final Process process;

  /// Starts the server, or skips the test where there is none to start.
  ///
  /// @param folder for its socket and its settings
  public PipeWireRig(Path folder) throws IOException {
    this.folder = folder;
    for (String program : PROGRAMS) {
      Assumptions.assumeTrue(
          Files.isExecutable(Path.of("/usr/bin", program)),
          "skipped: this machine has no " + program);
    }
    Path config = Files.writeString(folder.resolve("test.conf"), CONFIG);
    process = start("pipewire", "-c", config.toString());
    Await.until(() -> settings().contains("clock.rate") || !process.isAlive(), "it answers");
    Assumptions.assumeTrue(process.isAlive(), "skipped: pipewire does not run here");
  }

  private Process start(String... words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    enter(builder);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void enter(ProcessBuilder builder) {
    builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("PIPEWIRE_"));
  }

  /// Makes a program a JACK client of this server.
  public ProcessBuilder client(ProcessBuilder program) {
    enter(program);
    program.command().addFirst("/usr/bin/pw-jack");
    return program;
  }

  /// Lets the graph run at another rate, while its clients stay connected.
  public void setRate(int rate) throws IOException {
    metadata("clock.force-rate", "" + rate);
  }

  private String settings() {
    try {
      return metadata();
    } catch (IOException _) {
      return "";
    }
  }

  private String metadata(String... change) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("pw-metadata", "-n", "settings", "0");
    builder.command().addAll(List.of(change));
    enter(builder);
    Process asking = builder.redirectErrorStream(true).start();
    try (var answer = asking.inputReader()) {
      return String.join("\n", answer.readAllLines());
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    process.onExit().join();
  }
}
