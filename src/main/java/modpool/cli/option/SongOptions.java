package modpool.cli.option;

import static java.util.Objects.requireNonNullElse;

import modpool.recall.SavedSong;
import modpool.tracker.SongTiming;
import picocli.CommandLine.Option;

/// How songs are played where they are heard at once.
public final class SongOptions {
  private static final int MOST_LOOPS = 1_000;

  @Option(
      names = "--timing",
      paramLabel = "KIND",
      description = "What counts a module's ticks: auto, cia, vblank (default auto).")
  private SongTiming timing;

  @Option(
      names = "--loops",
      paramLabel = "N",
      description = "Play a song this many times, 0 for ever (default 1).")
  private Integer loops;

  /// What no option says is as a rack has it.
  public void fillIn(SavedSong song) {
    timing = requireNonNullElse(timing, song.timing());
    loops = requireNonNullElse(loops, song.loops());
  }

  /// What counts a module's ticks.
  public SongTiming timing() {
    return requireNonNullElse(timing, SongTiming.AUTO);
  }

  /// How many times; 0 for ever.
  public int loops() {
    int times = requireNonNullElse(loops, 1);
    if (times < 0 || times > MOST_LOOPS) {
      throw new BadUsageException("--loops must be 0-1000: " + times);
    }
    return times;
  }
}
