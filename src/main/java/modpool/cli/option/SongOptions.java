package modpool.cli.option;

import modpool.recall.SavedSong;
import modpool.tracker.SongTiming;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// How songs are played where they are heard at once.
public final class SongOptions {
  private static final int MOST_LOOPS = 1_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--timing",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "What counts a module's ticks: auto, cia, vblank (default ${DEFAULT-VALUE}).")
  private SongTiming timing;

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "1",
      description = "Play a song this many times, 0 for ever (default ${DEFAULT-VALUE}).")
  private int loops;

  /// What no option says is as a rack has it.
  public void fillIn(SavedSong song) {
    ParseResult given = spec.commandLine().getParseResult();
    timing = given.hasMatchedOption("--timing") ? timing : song.timing();
    loops = given.hasMatchedOption("--loops") ? loops : song.loops();
  }

  /// What counts a module's ticks.
  public SongTiming timing() {
    return timing;
  }

  /// How many times; 0 for ever.
  public int loops() {
    if (loops < 0 || loops > MOST_LOOPS) {
      throw new ParameterException(spec.commandLine(), "--loops must be 0-1000: " + loops);
    }
    return loops;
  }
}
