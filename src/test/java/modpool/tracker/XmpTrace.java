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
          && (!withPosition || positionAgrees(ours.position(), sample));
    }

    private boolean positionAgrees(int ours, ModuleSample sample) {
      double distance = Math.abs(ours - position);
      if (sample.isLooped()) {
        // At a loop's end one may be just before it and the other just behind.
        distance = Math.min(distance, Math.abs(sample.loopLength() - distance));
      }
      return distance <= FRAMES + FRAMES_RELATIVE * position;
    }
  }

  /// Where libxmp errs, or means something else: in each case ProTracker's trace has what we have.
  ///
  /// @param reason for the report
  /// @param positions whether they are compared
  record Doubt(String reason, boolean positions) {
    private static final String WRAPS = "a high arpeggio";
    private static final String SWAPS = "a swapped sample";

    static Doubt about(String name) {
      return switch (name) {
        case "ArpWraparound" ->
            new Doubt(
                WRAPS
                    + " leaves ProTracker's table: period 0, then the next finetune's lowest notes;"
                    + " libxmp has silence, then one note higher",
                false);
        case "AmigaLimitsFinetune" ->
            new Doubt("positions: below period 113 Paula can't keep up, libxmp does", false);
        case "DelayBreak", "VibratoReset" ->
            new Doubt(
                "positions: libxmp takes the first row's tempo at once, ProTracker a tick later",
                false);
        case "PTInstrSwap" ->
            new Doubt(SWAPS + " begins 10 frames earlier in libxmp than in ProTracker", true);
        default -> new Doubt("", true);
      };
    }

    /// Whether a line is beyond comparison.
    boolean about(Line line, TraceTable.Line ours) {
      return reason.startsWith(WRAPS) && (ours.period() == 0 || ours.period() > 400)
          || reason.startsWith(SWAPS) && Math.abs(line.position - ours.position()) <= 12;
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
