package modpool.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import modpool.testing.Samples;
import org.junit.jupiter.api.Test;

class PatchTest {
  private static final Sample SAMPLE = Samples.looped("wave", 8_000, 1, -1);

  @Test
  void every_key_press_finds_the_zones_that_a_search_through_all_of_them_finds() {
    Random random = new Random(7);
    List<Zone> zones = new ArrayList<>();
    for (int layer = 0; layer < Trigger.LAYERS; layer++) {
      for (int low = 0; low < 120; low += 1 + random.nextInt(20)) {
        int split = 2 + random.nextInt(120);
        Trigger keys = Trigger.keys(low, low).inLayer(layer);
        zones.add(zone(keys.velocities(1, split - 1)));
        zones.add(zone(keys.velocities(split, 127)));
      }
    }

    Patch patch = new Patch("many", zones);

    for (int key = 0; key < 128; key++) {
      for (int velocity = 1; velocity < 128; velocity++) {
        Strike strike = patch.strike(key, velocity);
        int found = 0;
        for (int layer = 0; layer < Trigger.LAYERS; layer++) {
          for (Zone zone : zones) {
            Trigger t = zone.trigger();
            boolean sounds =
                t.layer() == layer
                    && key >= t.lowKey()
                    && key <= t.highKey()
                    && velocity >= t.lowVelocity()
                    && velocity <= t.highVelocity();
            if (sounds) {
              assertSame(zone, strike.zone(found++));
            }
          }
        }
        assertEquals(found, strike.size(), "key " + key + ", velocity " + velocity);
      }
    }
  }

  @Test
  void turns_that_come_at_the_same_press_are_refused() {
    Trigger keys = Trigger.keys(10, 20);
    new Patch("halves", List.of(zone(keys.inTurn(0, 2)), zone(keys.inTurn(1, 2))));
    new Patch("quarters", List.of(zone(keys.inTurn(0, 2)), zone(keys.inTurn(3, 4))));

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Patch("x", List.of(zone(keys.inTurn(0, 2)), zone(keys.inTurn(2, 3)))));
    assertEquals("two zones share key 10", e.getMessage());
  }

  private static Zone zone(Trigger trigger) {
    return new Zone(trigger, SAMPLE, 60, 0, 0, Sound.PLAIN);
  }
}
