package modpool.tracker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import modpool.module.Module;

/// A trace as numbers: a list of lines, one per tick and track.
final class TraceTable {
  /// A line. The fields are those of `modpool trace`.
  record Line(
      int tick,
      int order,
      int row,
      int rowTick,
      int track,
      int period,
      int volume,
      int sample,
      int triggered,
      int position) {

    @Override
    public String toString() {
      return "tick %d track %d at %d/%d.%d: period %d volume %d trig %d"
          .formatted(tick, track, order, row, rowTick, period, volume, triggered);
    }
  }

  private TraceTable() {}

  /// The first ticks of a song, or as many as once through has.
  static List<Line> ofSong(Module song, SongTiming timing, int passes, int maxTicks) {
    SongTrace trace = new SongTrace(song, timing, passes);
    StringBuilder lines = new StringBuilder();
    for (int tick = 0; tick < maxTicks && trace.next(lines); tick++) {
      // Its lines are appended.
    }
    return lines.toString().lines().map(line -> line(line, SongTrace.HEADER)).toList();
  }

  /// What another program wrote, in columns of the same names and more.
  static List<Line> read(BufferedReader reader) {
    try (reader) {
      String header = reader.readLine();
      List<Line> lines = new ArrayList<>();
      reader.lines().forEach(line -> lines.add(line(line, header)));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String line, String header) {
    List<String> names = List.of(header.split(","));
    String[] fields = line.split(",");
    String position = names.contains("position") ? "position" : "sampleofs";
    int[] values =
        List.of(
                "tick", "order", "row", "rowtick", "ch", "period", "volume", "instr", "trig",
                position)
            .stream()
            .mapToInt(name -> Integer.parseInt(fields[names.indexOf(name)]))
            .toArray();
    return new Line(
        values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7],
        values[8], values[9]);
  }
}
