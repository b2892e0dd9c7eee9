package modpool.doctor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import modpool.doctor.peers.Reading;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final double[] NONE = {};

  private final Table table =
      new Table(
          "A song",
          "seconds",
          2,
          List.of(
              new Column("modpool", "", 1024, true),
              new Column("modpool", "", 64, true),
              new Column("other", "1.2", 64, false)),
          List.of(
              new Table.Row(
                  Reading.LINEAR,
                  List.of(new double[] {1, 2, 9}, new double[] {4}, new double[] {6, 2, 7})),
              new Table.Row(Reading.SINC, List.of(new double[] {8}, new double[] {10, 12}, NONE))));

  @Test
  void a_figure_is_the_median_and_stands_in_relation_to_ours_in_the_same_blocks() {
    List<String> lines = table.text().lines().toList();
    assertEquals(
        List.of(
            "A song",
            "  seconds",
            "           modpool             modpool             other 1.2",
            "           blocks of 1024      blocks of 64        blocks of 64",
            "  linear   2.00                4.00                6.00  (x 1.50)",
            "  sinc     8.00                11.00               -"),
        lines);
  }

  @Test
  void json_has_every_turn_and_leaves_out_what_there_is_not() {
    JsonNode figures = table.json().at("/figures");
    assertEquals(5, figures.size());
    JsonNode other = figures.get(2);
    assertEquals("other", other.at("/program").asText());
    assertEquals("1.2", other.at("/version").asText());
    assertEquals("linear", other.at("/reading").asText());
    assertEquals(64, other.at("/block").asInt());
    assertEquals(6, other.at("/median").asDouble());
    assertEquals(1.5, other.at("/ratioToOurs").asDouble());
    assertEquals(3, other.at("/rounds").size());
  }

  @Test
  void without_ours_in_such_blocks_there_is_no_ratio() {
    Table alone =
        new Table(
            "t",
            "u",
            1,
            List.of(new Column("other", "", 32, false)),
            List.of(new Table.Row(Reading.CUBIC, List.of(new double[] {3}))));
    assertTrue(alone.text().contains("cubic    3.0" + System.lineSeparator()), alone.text());
    assertTrue(alone.json().at("/figures/0/ratioToOurs").isNull());
  }
}
