package modpool.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import modpool.cli.option.BadUsageException;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.session.song.Performance;
import modpool.tracker.Replayer;
import modpool.tracker.SongTiming;
import modpool.tracker.SongTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool trace`: what a song does in every tick on every track, as a table.
@Command(
    name = "trace",
    description = "Write what a module does, tick by tick and track by track, as CSV.")
final class TraceCommand extends ModpoolCommand {
  private static final int WRITE_AT = 1 << 16;
  private static final double LONGEST_SECONDS = 86_400;

  @Parameters(paramLabel = "SONG", description = "A module.")
  private Path song;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      required = true,
      description = "The file to write; it appears whole or not at all.")
  private Path output;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Go on for this long, from the beginning again if need be (default: once).")
  private Double seconds;

  @Option(
      names = "--timing",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "What counts the ticks: auto, cia or vblank (default ${DEFAULT-VALUE}).")
  private SongTiming timing;

  @Override
  public Integer call() throws IOException, OutputException {
    if (seconds != null && !(seconds > 0 && seconds <= LONGEST_SECONDS)) {
      throw new BadUsageException("--seconds must be more than 0 and at most 86400");
    }
    Module module = ModReader.read(song);
    Performance.tell(module.warnings(), song, this::say);
    int passes = seconds == null ? 1 : Replayer.ENDLESS;
    double length = seconds == null ? LONGEST_SECONDS : seconds;
    try (OutputFile file = new OutputFile(output)) {
      write(new SongTrace(module, timing, passes), length, file);
      file.finish();
    }
    return ExitCode.DONE;
  }

  private static void write(SongTrace trace, double length, OutputFile file)
      throws OutputException {
    StringBuilder lines = new StringBuilder(SongTrace.HEADER).append('\n');
    while (trace.nextTickSeconds() < length && trace.next(lines)) {
      if (lines.length() >= WRITE_AT) {
        flush(lines, file);
      }
    }
    flush(lines, file);
  }

  private static void flush(StringBuilder lines, OutputFile file) throws OutputException {
    file.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII)));
    lines.setLength(0);
  }
}
