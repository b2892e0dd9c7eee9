package modpool.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import modpool.dsp.Interpolation;
import modpool.midi.Channels;
import modpool.midi.MidiFile;
import modpool.render.RackBuilder;
import modpool.worklet.EngineSettings;
import modpool.worklet.PoolStats;
import modpool.worklet.WorkletPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool pool`: what the pool would lend to the channels of a MIDI file.
@Command(
    name = "pool",
    description = "Show how the pool lends its voices to a MIDI file's channels.")
final class PoolCommand extends ModpoolCommand {
  private static final int RATE = 48_000;

  @Parameters(paramLabel = "SONG", description = "A Standard MIDI File.")
  private Path song;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    int used = MidiFile.read(song).compile(RATE).usedChannels();
    WorkletPool pool = new WorkletPool(EngineSettings.of(RATE, Interpolation.CUBIC));
    for (int channel = 0; channel < Channels.COUNT; channel++) {
      if ((used & 1 << channel) != 0) {
        pool.allocateVoices(RackBuilder.idOf(channel));
      }
    }
    PoolStats stats = pool.getStats();
    PrintWriter out = out();
    if (json) {
      out.println(Json.line(Json.of(stats)));
    } else {
      out.print(text(stats));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String text(PoolStats stats) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%d worklets, %d voices: %d allocated, %d free%n",
            stats.workletCount(),
            stats.totalVoices(),
            stats.allocatedVoices(),
            stats.freeVoices()));
    for (PoolStats.Row row : stats.allocations()) {
      text.append(
          String.format(
              "  %-5s worklet %d, voices %s%n",
              row.instrumentId(), row.workletIndex(), row.voices()));
    }
    return text.toString();
  }
}
