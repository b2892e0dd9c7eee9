package modpool.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/// What a command line did: its exit code and what it printed.
record CommandLineRun(int exitCode, String out, String err) {

  /// Runs a command in this JVM.
  static CommandLineRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    CommandLine line = Main.commandLine(words);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return new CommandLineRun(line.execute(words), out.toString(), err.toString());
  }

  long errorLines() {
    return err.lines().count();
  }
}
