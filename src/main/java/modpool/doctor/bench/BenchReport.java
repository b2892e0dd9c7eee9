package modpool.doctor.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// What a bench found.
public final class BenchReport {
  private final int rate;
  private final int rounds;
  private final Table song;
  private final List<Table> notes;
  private final List<String> said;

  /// @param said who did not take part, and why; a line each
  BenchReport(int rate, int rounds, Table song, List<Table> notes, List<String> said) {
    this.rate = rate;
    this.rounds = rounds;
    this.song = song;
    this.notes = List.copyOf(notes);
    this.said = List.copyOf(new LinkedHashSet<>(said));
  }

  /// For people; several lines.
  public String text() {
    String newLine = System.lineSeparator();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d Hz stereo, medians of %d rounds; in brackets: times modpool's in the same"
                + " blocks.%n%n",
            rate,
            rounds));
    text.append(song.text()).append(newLine);
    notes.forEach(table -> text.append(table.text()).append(newLine));
    text.append("Compare within this run only.").append(newLine);
    said.forEach(line -> text.append(line).append(newLine));
    return text.toString();
  }

  /// For programs; the names stay.
  public ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("rate", rate).put("rounds", rounds);
    root.set("song", song.json());
    ArrayNode held = root.putArray("notes");
    notes.forEach(table -> held.add(table.json()));
    ArrayNode lines = root.putArray("leftOut");
    said.forEach(lines::add);
    return root;
  }
}
