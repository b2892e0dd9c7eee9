package modpool.cli;

import java.io.IOException;
import java.io.PrintWriter;
import modpool.cli.option.BadUsageException;
import modpool.io.file.OutputException;
import modpool.session.NoDeviceException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into one line on stderr and an exit code. Stack traces only with
/// `--verbose`.
final class Failures {
  private Failures() {}

  static int onBadUsage(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    return tellUsage(e, line.getCommandSpec().qualifiedName(), line.getErr());
  }

  private static int tellUsage(Exception e, String command, PrintWriter err) {
    err.println(line(e.getMessage().strip()) + "; see " + command + " --help");
    err.flush();
    return ExitCode.BAD_USAGE;
  }

  static int onFailure(Exception e, CommandLine commandLine, ParseResult result) {
    boolean verbose = result.hasMatchedOption("--verbose") || hasVerbose(result);
    String command = commandLine.getCommandSpec().qualifiedName();
    return onFailure(e, command, commandLine.getErr(), verbose);
  }

  /// @param command whose help may help
  static int onFailure(Exception e, String command, PrintWriter err, boolean verbose) {
    if (e instanceof BadUsageException) {
      return tellUsage(e, command, err);
    }
    int code =
        switch (e) {
          case IOException _, OutputException _ -> ExitCode.BAD_FILE;
          case NoDeviceException _ -> ExitCode.NO_DEVICE;
          default -> ExitCode.INTERNAL;
        };
    if (code == ExitCode.INTERNAL) {
      return onError(e, err, verbose);
    }
    tell(e, message(e), err, verbose);
    return code;
  }

  /// What nobody expected.
  static int onError(Throwable e, PrintWriter err, boolean verbose) {
    String what =
        e instanceof OutOfMemoryError
            ? "out of memory (" + message(e) + "); give Java more by -Xmx"
            : "internal error (a bug, please report it): " + message(e);
    tell(e, what, err, verbose);
    return ExitCode.INTERNAL;
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void tell(Throwable e, String what, PrintWriter err, boolean verbose) {
    err.println(line(what));
    if (verbose) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  private static boolean hasVerbose(ParseResult result) {
    return result.hasSubcommand() && result.subcommand().hasMatchedOption("--verbose");
  }

  /// One line, whatever the message held.
  private static String line(String message) {
    return "modpool: " + message.replaceAll("\\s*\\R\\s*", "; ");
  }
}
