package modpool.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands share: help, and saying more when asked.
abstract class ModpoolCommand implements Callable<Integer> {
  // The logging library keeps loggers weakly: without this one its level would be forgotten.
  private static final Logger LOG = Logger.getLogger("modpool");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  @SuppressWarnings("unused") // likewise
  private boolean version;

  @Spec private CommandSpec spec; // null when there was no command line to read

  final CommandSpec spec() {
    return spec;
  }

  /// One line for the person in front of the terminal.
  final void say(String line) {
    err().println("modpool: " + line);
  }

  private PrintWriter err() {
    return spec == null ? writer(System.err) : spec.commandLine().getErr();
  }

  /// Where answers go.
  final PrintWriter out() {
    return spec == null ? writer(System.out) : spec.commandLine().getOut();
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  @Option(names = "--verbose", description = "Say what happens inside; on errors, where.")
  final void setVerbose(boolean verbose) {
    if (!verbose || LOG.getHandlers().length > 0) {
      return;
    }
    ConsoleHandler handler = new ConsoleHandler(); // stderr
    handler.setLevel(Level.ALL);
    handler.setFormatter(
        new Formatter() {
          @Override
          public String format(LogRecord record) {
            return formatMessage(record) + System.lineSeparator();
          }
        });
    LOG.addHandler(handler);
    LOG.setUseParentHandlers(false);
    LOG.setLevel(Level.ALL);
  }
}
