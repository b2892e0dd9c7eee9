package modpool.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `modpool info`: what a file holds.
@Command(name = "info", description = "Show what a MIDI file, module, bank or WAV file holds.")
final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE", description = "A MIDI file, module, bank or WAV file.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ObjectNode node = FileInfo.of(file);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(node));
    } else {
      FileInfo.print(node, out);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
