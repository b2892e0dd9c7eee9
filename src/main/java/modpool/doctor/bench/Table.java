package modpool.doctor.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import modpool.doctor.peers.Reading;

/// Figures of a race: a row for each way of reading, a column for each program.
///
/// @param title what was played
/// @param unit what the figures are
/// @param decimals that are printed
record Table(String title, String unit, int decimals, List<Column> columns, List<Row> rows) {
  private static final int FIRST = 9;
  private static final int WIDTH = 20;

  /// A row.
  ///
  /// @param cells of each column, the figures of its turns; none where it does not read so
  record Row(Reading reading, List<double[]> cells) {
    private static final double NOTHING = Double.NaN;

    private double median(int column) {
      double[] turns = cells.get(column);
      return turns.length == 0 ? NOTHING : Turns.median(turns);
    }
  }

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// Puts the figures of a race in order.
  ///
  /// @param figure what a turn of so many seconds is in the table's unit
  static Table of(
      String title,
      String unit,
      int decimals,
      List<Entrant> entrants,
      ToDoubleBiFunction<Entrant, Double> figure) {
    List<Column> columns = entrants.stream().map(Entrant::column).distinct().toList();
    List<Row> rows = new ArrayList<>();
    for (Reading reading : entrants.stream().map(Entrant::reading).distinct().toList()) {
      List<double[]> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(
            entrants.stream()
                .filter(e -> e.reading() == reading && e.column().equals(column))
                .flatMapToDouble(e -> turns(e, figure))
                .toArray());
      }
      rows.add(new Row(reading, cells));
    }
    return new Table(title, unit, decimals, columns, rows);
  }

  private static DoubleStream turns(Entrant entrant, ToDoubleBiFunction<Entrant, Double> figure) {
    return Arrays.stream(entrant.turns()).map(turn -> figure.applyAsDouble(entrant, turn));
  }

  /// The median of a column in relation to ours in blocks of the same size; not a number where
  /// either is missing.
  double ratio(Row row, int column) {
    for (int other = columns.size() - 1; other >= 0; other--) {
      Column ours = columns.get(other);
      if (ours.ours() && ours.blockFrames() == columns.get(column).blockFrames()) {
        return row.median(column) / row.median(other);
      }
    }
    return Double.NaN;
  }

  /// For people; several lines.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(title).append(System.lineSeparator());
    text.append("  ").append(unit).append(System.lineSeparator());
    List<String> titles = columns.stream().map(Column::title).toList();
    List<String> blocks = columns.stream().map(Column::subtitle).toList();
    line(text, "", titles);
    line(text, "", blocks);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        cells.add(cell(row, column));
      }
      line(text, row.reading().word(), cells);
    }
    return text.toString();
  }

  private String cell(Row row, int column) {
    double median = row.median(column);
    if (Double.isNaN(median)) {
      return "-";
    }
    String figure = String.format(Locale.ROOT, "%." + decimals + "f", median);
    double ratio = ratio(row, column);
    return columns.get(column).ours() || Double.isNaN(ratio)
        ? figure
        : figure + String.format(Locale.ROOT, "  (x %.2f)", ratio);
  }

  private static void line(StringBuilder text, String first, List<String> cells) {
    StringBuilder line = new StringBuilder("  ").append(pad(first, FIRST));
    cells.forEach(cell -> line.append(pad(cell, WIDTH)));
    text.append(line.toString().stripTrailing()).append(System.lineSeparator());
  }

  private static String pad(String cell, int width) {
    return cell + " ".repeat(Math.max(1, width - cell.length()));
  }

  /// For programs; the names stay.
  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("title", title).put("unit", unit);
    ArrayNode figures = root.putArray("figures");
    for (Row row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        if (row.cells().get(i).length > 0) {
          figures.add(figure(row, i));
        }
      }
    }
    return root;
  }

  private ObjectNode figure(Row row, int index) {
    Column column = columns.get(index);
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("reading", row.reading().word())
            .put("program", column.program())
            .put("version", column.version())
            .put("block", column.blockFrames())
            .put("median", row.median(index));
    double ratio = ratio(row, index);
    if (Double.isNaN(ratio)) {
      node.putNull("ratioToOurs");
    } else {
      node.put("ratioToOurs", ratio);
    }
    ArrayNode rounds = node.putArray("rounds");
    for (double turn : row.cells().get(index)) {
      rounds.add(turn);
    }
    return node;
  }
}
