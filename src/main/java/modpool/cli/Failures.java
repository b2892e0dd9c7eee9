package modpool.cli;

import java.io.IOException;
import java.io.PrintWriter;
import modpool.io.file.OutputException;
import modpool.session.NoDeviceException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into one line on stderr and an exit code. Stack traces only with
/// `--verbose`.
final class Failures {
  private Failures() {}

  static int onBadUsage(ParameterException e, String[] arguments) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    PrintWriter err = e.getCommandLine().getErr();
    err.println(line(e.getMessage().strip()) + "; see " + spec.qualifiedName() + " --help");
    return ExitCode.BAD_USAGE;
  }

  static int onFailure(Exception e, CommandLine commandLine, ParseResult result) {
    PrintWriter err = commandLine.getErr();
    int code =
        switch (e) {
          case IOException _, OutputException _ -> ExitCode.BAD_FILE;
          case NoDeviceException _ -> ExitCode.NO_DEVICE;
          default -> ExitCode.INTERNAL;
        };
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (code == ExitCode.INTERNAL) {
      what = "internal error (a bug, please report it): " + what;
    }
    err.println(line(what));
    if (result.hasMatchedOption("--verbose") || hasVerbose(result)) {
      e.printStackTrace(err);
    }
    return code;
  }

  private static boolean hasVerbose(ParseResult result) {
    return result.hasSubcommand() && result.subcommand().hasMatchedOption("--verbose");
  }

  /// One line, whatever the message held.
  private static String line(String message) {
    return "modpool: " + message.replaceAll("\\s*\\R\\s*", "; ");
  }
}
