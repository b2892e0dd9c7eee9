package modpool.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import modpool.session.song.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool info`: what a file holds.
@Command(name = "info", description = "Show what a MIDI file, module, bank or WAV file holds.")
final class InfoCommand extends ModpoolCommand {

  @Parameters(paramLabel = "FILE", description = "A MIDI file, module, bank or WAV file.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ObjectNode node = FileInfo.of(file);
    PrintWriter out = out();
    if (json) {
      out.println(Json.line(node));
    } else {
      FileInfo.print(node, out);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
