package modpool.tracker;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.module.ModuleSample;

/// A trace of libxmp's regression tests: `time row frame track period*4096 note sample volume*16
/// pan position`, without the tracks that are silent.
final class XmpTrace {
  private static final double CENTS = 12;
  private static final double FRAMES = 6;
  private static final double FRAMES_RELATIVE = 3e-3;

  private XmpTrace() {}

  /// A line. Whether our trace agrees is a matter of tolerances, see [#agreesWith].
  ///
  /// @param row of whatever order
  /// @param frame tick of the row; goes on counting in delayed rows
  record Line(int tick, int row, int frame, int track, double period, int volume, int position) {

    /// @param sample what our track has
    boolean agreesWith(TraceTable.Line ours, ModuleSample sample, boolean withPosition) {
      boolean periodAgrees =
          ours.period() > 0
              && Math.abs(1200 * Math.log(period / ours.period()) / Math.log(2)) <= CENTS;
      return row == ours.row()
          && periodAgrees
          && Math.abs(volume - ours.volume()) <= 1
          && (!withPosition || near(position, ours.position(), sample));
    }
  }

  private static boolean near(int theirs, int ours, ModuleSample sample) {
    double distance = Math.abs(ours - theirs);
    if (sample.isLooped()) {
      // At a loop's end one may be just before it and the other just behind.
      distance = Math.min(distance, Math.abs(sample.loopLength() - distance));
    }
    return distance <= FRAMES + FRAMES_RELATIVE * theirs;
  }

  /// Where libxmp errs, or means something else. Its word is doubted only where ProTracker's trace
  /// of the same tick has what we have.
  ///
  /// @param reason for the report; empty, nothing is doubted
  /// @param positions whether they are compared
  record Doubt(String reason, boolean positions) {
    /// ProTracker's port plays no more of a sample than this.
    private static final int PORT_FRAMES = 65_534;

    static Doubt about(String name) {
      return switch (name) {
        case "ArpWraparound" ->
            new Doubt(
                "a high arpeggio leaves ProTracker's table: period 0, then the next finetune's"
                    + " lowest notes; libxmp has silence, then one note higher; so all three are"
                    + " elsewhere in the sample, and positions are not compared",
                false);
        case "AmigaLimitsFinetune" ->
            new Doubt(
                "the sample runs at period 113 at most, as Paula does; libxmp's goes faster", true);
        case "DelayBreak", "VibratoReset" ->
            new Doubt(
                "libxmp takes the first row's tempo at once, ProTracker a tick later, so its"
                    + " samples are ahead",
                true);
        case "PTInstrSwap" ->
            new Doubt("a swapped sample begins 10 frames earlier in libxmp", true);
        default -> new Doubt("", true);
      };
    }

    /// Whether a line that differs from ours may, as ProTracker has ours.
    ///
    /// @param sample what our track has
    boolean about(
        Line line, TraceTable.Line ours, TraceTable.Line proTracker, ModuleSample sample) {
      return !reason.isEmpty()
          && line.row == ours.row()
          && proTracker.row() == ours.row()
          && proTracker.period() == ours.period()
          && proTracker.volume() == ours.volume()
          && (!positions
              || line.position > PORT_FRAMES
              || near(proTracker.position(), ours.position(), sample));
    }
  }

  static List<Line> read(BufferedReader reader) throws IOException {
    try (reader) {
      List<String[]> lines = reader.lines().map(line -> line.split(" ")).toList();
      Map<Integer, Integer> ticks = ticks(lines);
      List<Line> trace = new ArrayList<>();
      for (String[] fields : lines) {
        int[] f = new int[10];
        for (int i = 0; i < f.length; i++) {
          f[i] = Integer.parseInt(fields[i]);
        }
        trace.add(new Line(ticks.get(f[0]), f[1], f[2], f[3], f[4] / 4096.0, f[7] / 16, f[9]));
      }
      return trace;
    }
  }

  /// The ticks by their times: those in which all was silent are missing. In these songs all ticks
  /// are equally long for libxmp, so the shortest step is a tick.
  private static Map<Integer, Integer> ticks(List<String[]> lines) {
    List<Integer> times =
        lines.stream().map(fields -> Integer.parseInt(fields[0])).distinct().toList();
    int sum = 0;
    int count = 0;
    int shortest = times.get(1) - times.get(0);
    for (int i = 1; i < times.size(); i++) {
      int step = times.get(i) - times.get(i - 1);
      if (step <= shortest + 1) {
        sum += step;
        count++;
      }
    }
    double length = (double) sum / count;
    Map<Integer, Integer> ticks = new HashMap<>();
    for (int time : times) {
      ticks.put(time, (int) Math.round(time / length) - 1); // a time is the end of its tick
    }
    return ticks;
  }
}
