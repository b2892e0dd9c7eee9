package modpool.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Java program in a process of its own, made of the classes that are tested, and the lines to
/// and from it. Nobody waits for it for ever: after three minutes, which none takes, it is killed,
/// and whoever waits is told so.
public final class Program implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path errors;
  private final Writer in;
  private final BufferedReader out;
  private volatile boolean overdue;

  /// @param builder from [#java]
  /// @param errors the file that takes what it says on stderr
  public Program(ProcessBuilder builder, Path errors) throws IOException {
    this.errors = errors;
    process = builder.redirectError(errors.toFile()).start();
    in = process.outputWriter();
    out = process.inputReader();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> giveUp());
  }

  private Process giveUp() {
    overdue = true;
    return process.destroyForcibly();
  }

  /// The command of a program that lives for seconds, and so is started as fast as can be.
  public static ProcessBuilder java(String main, String... words) {
    List<String> command = new ArrayList<>();
    command.add(ProgramArchive.JAVA);
    command.addAll(ProgramArchive.options());
    command.add(main);
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  /// Its number, as `kill` knows it.
  public long pid() {
    return process.pid();
  }

  /// Whether whoever started the tests has it ignore a signal, as a shell's script does with SIGINT
  /// for what it starts in the background: a JVM then ignores it too. Only where `/proc` tells.
  ///
  /// @param signal its number
  public boolean ignores(int signal) throws IOException {
    Path status = Path.of("/proc", "" + pid(), "status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findAny()
            .orElse("SigIgn: 0");
    return (Long.parseUnsignedLong(ignored.split("\\s+")[1], 16) >> signal - 1 & 1) != 0;
  }

  /// Writes lines to its stdin.
  public void say(String... lines) throws IOException {
    for (String line : lines) {
      in.write(line + "\n");
    }
    in.flush();
  }

  /// It gets no more on its stdin.
  public void sayNoMore() throws IOException {
    in.close();
  }

  /// The next line of its stdout.
  public String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      checkPatience();
      throw new AssertionError("it has ended: " + errors());
    }
    return line;
  }

  /// What is left of its stdout, up to its end.
  public String rest() throws IOException {
    StringWriter rest = new StringWriter();
    out.transferTo(rest);
    return rest.toString();
  }

  /// Waits until it has ended.
  public int exitCode() throws InterruptedException {
    int code = process.waitFor();
    checkPatience();
    return code;
  }

  private void checkPatience() {
    if (overdue) {
      throw new AssertionError(
          "it did not end within " + PATIENCE_SECONDS + " s and was killed; it said: " + errors());
    }
  }

  /// What it has said on stderr so far.
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Kills it if it still runs.
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
