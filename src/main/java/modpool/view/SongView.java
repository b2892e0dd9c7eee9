package modpool.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import modpool.module.Module;
import modpool.tracker.clock.SongClock;
import modpool.tracker.clock.SongPosition;
import modpool.view.ViewLine.Look;

/// The whole view of a song in play.
public final class SongView {
  private static final int LEAST_ROWS = 4; // the tracks' heads and three rows
  private static final int MOST_POOL_LINES = 4;
  private static final String KEYS =
      "space pause  left/right order  1-9 0 mute  s+digit solo  r restart  q quit";

  private SongView() {}

  /// The view for a terminal of some size; lines that find no room are left out.
  public static List<ViewLine> lines(Scene scene, int width, int height) {
    List<ViewLine> top = top(scene, width);
    List<ViewLine> bottom = bottom(scene, width);
    int room = Math.max(LEAST_ROWS, height - top.size() - bottom.size());
    List<ViewLine> lines = new ArrayList<>(top);
    lines.addAll(
        scene.module() == null ? channels(scene, room) : PatternLines.of(scene, width, room));
    lines.addAll(bottom);
    return lines.stream().limit(height).map(line -> line.cutTo(width)).toList();
  }

  private static List<ViewLine> top(Scene scene, int width) {
    String time = time(scene.seconds()) + " / " + time(scene.lengthSeconds());
    String right = scene.state() + "  " + time;
    String title = " " + scene.title();
    int gap = Math.max(2, width - title.length() - right.length() - 1);
    List<ViewLine> lines = new ArrayList<>();
    lines.add(new ViewLine(title + " ".repeat(gap) + right, Look.TITLE));
    if (scene.module() != null) {
      lines.add(ViewLine.plain(position(scene.module(), scene.position(), scene.tempoPercent())));
    }
    lines.add(ViewLine.plain(""));
    return lines;
  }

  private static String position(Module module, long position, int percent) {
    int order = SongPosition.order(position);
    String tempo = percent == SongClock.AS_WRITTEN ? "" : " (%d %%)".formatted(percent);
    return String.format(
            " order %02d of %02d   pattern %02d   row %02d   speed %d   tempo %d",
            order,
            module.orders().size(),
            module.orders().get(order),
            SongPosition.row(position),
            SongPosition.speed(position),
            SongPosition.tempo(position))
        + tempo;
  }

  private static List<ViewLine> channels(Scene scene, int room) {
    List<ViewLine> lines = new ArrayList<>();
    lines.add(ViewLine.plain(" muted channels    " + list(scene.muted())));
    lines.add(ViewLine.plain(" soloed channels   " + list(scene.soloed())));
    while (lines.size() < Math.min(room, LEAST_ROWS)) {
      lines.add(ViewLine.plain(""));
    }
    return lines;
  }

  private static String list(Iterable<Integer> parts) {
    List<String> words = new ArrayList<>();
    parts.forEach(part -> words.add(part.toString()));
    return words.isEmpty() ? "none" : String.join(" ", words);
  }

  private static List<ViewLine> bottom(Scene scene, int width) {
    List<ViewLine> lines = new ArrayList<>();
    lines.add(ViewLine.plain(""));
    List<String> map = PoolMap.of(scene.pool(), width - 6);
    for (int line = 0; line < Math.min(map.size(), MOST_POOL_LINES); line++) {
      lines.add(ViewLine.plain((line == 0 ? " pool " : "      ") + map.get(line)));
    }
    lines.add(ViewLine.plain(" " + load(scene.load())));
    if (scene.load().lastSteal() != null) {
      lines.add(ViewLine.plain(" " + steals(scene.load())));
    }
    if (!scene.message().isEmpty()) {
      lines.add(ViewLine.plain(" " + scene.message()));
    }
    lines.add(ViewLine.dim(" " + KEYS));
    return lines;
  }

  private static String load(Scene.Load load) {
    String peak = load.peak() <= 0 ? "-" : format("%.1f dB", 20 * Math.log10(load.peak()));
    return format(
        "load %2.0f %%   voices %d (most %d)   peak %s   xruns %d   latency %.1f ms",
        load.part() * 100, load.voices(), load.voicesPeak(), peak, load.xruns(), load.latencyMs());
  }

  private static String steals(Scene.Load load) {
    String what =
        switch (load.lastSteal().reason()) {
          case RELEASED -> "the quietest released note";
          case PEDAL -> "the oldest that only the pedal held";
          case OLDEST -> "the oldest key";
          case RECALLED -> "its owner needed the voice";
          case SHARED_FOUR -> "all channels share four voices";
          case VOICES_REDUCED -> "it was given fewer voices";
        };
    return format(
        "stolen %d   the last on channel %d: %s",
        load.stolen(), load.lastSteal().channel() + 1, what);
  }

  private static String time(double seconds) {
    long whole = (long) seconds;
    return format("%d:%02d", whole / 60, whole % 60);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
