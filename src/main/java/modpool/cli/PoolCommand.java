package modpool.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import modpool.dsp.Interpolation;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.SongBank;
import modpool.midi.channel.Channels;
import modpool.render.RackBuilder;
import modpool.session.song.Json;
import modpool.session.song.Performance;
import modpool.tracker.SongTiming;
import modpool.worklet.EngineSettings;
import modpool.worklet.PoolStats;
import modpool.worklet.WorkletPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool pool`: what the pool lends to a song's instruments or a MIDI file's channels.
@Command(name = "pool", description = "Show how the pool lends its voices to a song.")
final class PoolCommand extends ModpoolCommand {
  private static final int RATE = 48_000;

  @Parameters(paramLabel = "SONG", description = "A module or a Standard MIDI File.")
  private Path song;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    EngineSettings settings = EngineSettings.of(RATE, Interpolation.CUBIC);
    WorkletPool pool = new WorkletPool(settings);
    Performance performance = Performance.read(song, RATE, 1, SongTiming.AUTO);
    performance.tellWarnings(song, this::say);
    switch (performance) {
      case Performance.OfMidi midi -> allocate(pool, midi.channels());
      case Performance.OfSong module ->
          new SongBank(new InstrumentFactory(InstrumentFactory.Kind.POOLED, settings, pool))
              .load(module.module());
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

  private static void allocate(WorkletPool pool, int channels) {
    for (int channel = 0; channel < Channels.COUNT; channel++) {
      if ((channels & 1 << channel) != 0) {
        pool.allocateVoices(RackBuilder.idOf(channel));
      }
    }
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
