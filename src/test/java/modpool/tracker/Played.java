package modpool.tracker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.tracker.TraceTable.Line;

/// What came of a song written as text.
///
/// @param lines its trace, once through and at most 1000 ticks
record Played(List<Line> lines) {
  private static final int MAX_TICKS = 1000;

  /// A song of one pattern. Sample 1 is as loud as can be, 2 half, 3 has a finetune of -1; all are
  /// 2048 frames long and loop.
  static Played pattern(String rows) {
    return song(samples(SongText.song("test")).pattern(rows));
  }

  static Played song(SongText song) {
    return new Played(TraceTable.ofSong(song.module(), SongTiming.CIA, 1, MAX_TICKS));
  }

  /// The samples of [#pattern(String)].
  static SongText samples(SongText song) {
    return song.sample(sample(0, 64)).sample(sample(0, 32)).sample(sample(-1, 64));
  }

  private static ModuleSample sample(int finetune, int volume) {
    return new ModuleSample("s", finetune, volume, 0, 2048, SongText.square(2048));
  }

  /// The periods of the first track from a row on, tick by tick.
  String periods(int row, int ticks) {
    return join(track(0).filter(line -> line.row() >= row).limit(ticks).map(Line::period));
  }

  String volumes(int row, int ticks) {
    return join(track(0).filter(line -> line.row() >= row).limit(ticks).map(Line::volume));
  }

  /// The positions in the sample where the first track starts it, with the tick: `tick@frame`.
  String starts() {
    return track(0)
        .filter(line -> line.triggered() == 1)
        .map(line -> line.tick() + "@" + line.position())
        .collect(Collectors.joining(" "));
  }

  /// The rows in the order they are played, `order:row`; a repeated row stands there again.
  String rows(int count) {
    return track(0)
        .filter(line -> line.rowTick() == 0)
        .limit(count)
        .map(line -> line.order() + ":" + line.row())
        .collect(Collectors.joining(" "));
  }

  int ticks() {
    return (int) track(0).count();
  }

  private Stream<Line> track(int track) {
    return lines.stream().filter(line -> line.track() == track);
  }

  private static String join(Stream<Integer> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(" "));
  }
}
