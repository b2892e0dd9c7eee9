package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import modpool.patch.Trigger;
import org.junit.jupiter.api.Test;

class ZoneLanesTest {
  private static final int WIDTH = 128 * 4; // four pixels a key
  private static final int HEIGHT = 127;
  private static final int LEAST = 3;

  private static Rectangle2D.Double bounds(ZoneLanes lanes, int height, int place) {
    return lanes.bounds(place, WIDTH, height, LEAST);
  }

  private static int pressed(ZoneLanes lanes, double x, double y, int chosen) {
    return lanes.pressed(x, y, chosen, WIDTH, HEIGHT, LEAST);
  }

  @Test
  void zones_that_cover_nobody_are_as_high_as_their_velocities() {
    ZoneLanes lanes =
        new ZoneLanes(
            List.of(
                Trigger.keys(0, 63).velocities(1, 100),
                Trigger.keys(0, 63).velocities(101, 127),
                Trigger.keys(64, 127).inLayer(2)));
    assertEquals(1, lanes.most());
    assertEquals(new Rectangle2D.Double(0, 27, 256, 100), bounds(lanes, HEIGHT, 0));
    assertEquals(new Rectangle2D.Double(0, 0, 256, 27), bounds(lanes, HEIGHT, 1));
    assertEquals(new Rectangle2D.Double(256, 0, 256, 127), bounds(lanes, HEIGHT, 2));
  }

  @Test
  void layers_and_turns_lie_in_rows_where_they_cover_each_other_and_only_there() {
    ZoneLanes lanes =
        new ZoneLanes(
            List.of(
                Trigger.keys(0, 63).inLayer(1),
                Trigger.keys(0, 31).inTurn(1, 2),
                Trigger.keys(0, 31).inTurn(0, 2),
                Trigger.keys(32, 63),
                Trigger.keys(64, 127)));
    int row = 128;
    assertEquals(3, lanes.most());
    assertEquals(new Rectangle2D.Double(0, 2 * row, 256, row), bounds(lanes, 3 * row, 0));
    assertEquals(new Rectangle2D.Double(0, row, 128, row), bounds(lanes, 3 * row, 1));
    assertEquals(new Rectangle2D.Double(0, 0, 128, row), bounds(lanes, 3 * row, 2));
    assertEquals(new Rectangle2D.Double(128, 0, 128, row), bounds(lanes, 3 * row, 3));
    assertEquals(new Rectangle2D.Double(256, 0, 256, 3 * row), bounds(lanes, 3 * row, 4));
  }

  @Test
  void no_zone_is_smaller_than_can_be_pressed_or_lies_outside() {
    ZoneLanes lanes =
        new ZoneLanes(
            List.of(
                Trigger.keys(0, 0).velocities(127, 127),
                Trigger.keys(60, 60).velocities(1, 1),
                Trigger.keys(127, 127)));
    int narrow = 100; // less than a pixel a key
    assertEquals(new Rectangle2D.Double(0, 0, 3, 3), lanes.bounds(0, narrow, 40, LEAST));
    Rectangle2D.Double middle = lanes.bounds(1, narrow, 40, LEAST);
    assertEquals(60.5 * narrow / 128, middle.getCenterX(), 1e-9);
    assertEquals(40, middle.getMaxY(), 1e-9);
    assertEquals(new Rectangle2D.Double(97, 0, 3, 40), lanes.bounds(2, narrow, 40, LEAST));
  }

  @Test
  void a_press_chooses_the_smallest_zone_there_and_further_ones_each_of_the_others() {
    ZoneLanes lanes =
        new ZoneLanes(
            List.of(
                Trigger.keys(0, 127).velocities(1, 126),
                Trigger.keys(10, 10).velocities(127, 127), // 3 pixels high, over the one below
                Trigger.keys(11, 20).velocities(127, 127)));
    double x = 10.5 * WIDTH / 128;
    assertEquals(1, pressed(lanes, x, 1.5, 2));
    assertEquals(0, pressed(lanes, x, 1.5, 1));
    assertEquals(1, pressed(lanes, x, 1.5, 0));
    assertEquals(0, pressed(lanes, x, 60, 2));
    assertEquals(0, pressed(lanes, x, 60, 0));
    ZoneLanes gap = new ZoneLanes(List.of(Trigger.keys(0, 9), Trigger.keys(20, 29)));
    assertEquals(1, pressed(gap, x + 12, 60, 1), "where nothing lies");
  }

  /// Any trigger at all, in as many rows as it takes.
  @Test
  void every_zone_of_any_patch_can_be_reached_by_presses_on_its_middle() {
    Random random = new Random(5);
    for (int patch = 0; patch < 20; patch++) {
      List<Trigger> triggers = new ArrayList<>();
      for (int zone = 0; zone < 60; zone++) {
        int low = random.nextInt(128);
        int soft = 1 + random.nextInt(127);
        int turns = 1 + random.nextInt(4);
        triggers.add(
            Trigger.keys(low, low + random.nextInt(128 - low))
                .velocities(soft, soft + random.nextInt(128 - soft))
                .inLayer(random.nextInt(Trigger.LAYERS))
                .inTurn(random.nextInt(turns), turns));
      }
      ZoneLanes lanes = new ZoneLanes(triggers);
      for (int place = 0; place < triggers.size(); place++) {
        Rectangle2D.Double of = bounds(lanes, HEIGHT, place);
        Set<Integer> chosen = new HashSet<>();
        int now = 0;
        while (chosen.add(now = pressed(lanes, of.getCenterX(), of.getCenterY(), now))) {}
        assertTrue(chosen.contains(place), "zone " + place + " of patch " + patch);
      }
    }
  }
}
