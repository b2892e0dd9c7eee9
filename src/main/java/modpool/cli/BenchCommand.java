package modpool.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import modpool.cli.option.BadUsageException;
import modpool.control.Control;
import modpool.doctor.bench.Bench;
import modpool.doctor.bench.BenchReport;
import modpool.doctor.peers.Candidate;
import modpool.session.song.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `modpool bench`: ours and, where installed, the peers, in one run.
@Command(
    name = "bench",
    description = {
      "Measure the processor time that playing takes, for modpool and, where they are installed,"
          + " libxmp, libopenmpt and FluidSynth: a song, and held notes. Takes a minute or so."
    })
final class BenchCommand extends ModpoolCommand {
  private static final int MOST_ROUNDS = 20;
  private static final int MOST_SECONDS = 600;

  private final List<Candidate> players;
  private final List<Candidate> synthesizers;

  @Option(
      names = "--song",
      paramLabel = "FILE",
      description = "The module that is played (default: the demo song).")
  private Path song;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "In each, everybody has a turn; the median counts, 1-20 (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Seconds of the song that a turn plays, 1-600; notes are held for a sixth of it"
              + " (default ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  BenchCommand() {
    this(Candidate.songPlayers(), Candidate.synthesizers());
  }

  /// @param players whose figures stand beside ours, where they are installed
  /// @param synthesizers likewise, for held notes
  BenchCommand(List<Candidate> players, List<Candidate> synthesizers) {
    this.players = players;
    this.synthesizers = synthesizers;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Bench bench = Bench.of(song, rounds, seconds, players, synthesizers);
    BenchReport report;
    try (Progress progress = new Progress(System.err)) {
      report = bench.run(progress::show);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    PrintWriter out = out();
    if (json) {
      out.println(Json.pretty(report.json()));
    } else {
      out.print(report.text());
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void check() {
    try {
      Control.within("--rounds", rounds, 1, MOST_ROUNDS);
      Control.within("--seconds", seconds, 1, MOST_SECONDS);
    } catch (IllegalArgumentException e) {
      throw new BadUsageException(e);
    }
  }
}
