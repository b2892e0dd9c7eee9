package modpool.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/// What every command takes.
final class CommonOptions {
  // The logging library keeps loggers weakly: without this one its level would be forgotten.
  private static final Logger LOG = Logger.getLogger("modpool");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(names = "--verbose", description = "Say what happens inside; on errors, where.")
  void setVerbose(boolean verbose) {
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
