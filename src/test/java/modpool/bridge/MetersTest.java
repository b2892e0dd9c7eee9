package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.bridge.Meters.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetersTest {
  @ParameterizedTest
  @EnumSource(Meter.class)
  void each_meter_is_its_own(Meter meter) {
    Meters meters = new Meters();
    meters.set(meter, 5);
    meters.add(meter, 2);

    for (Meter other : Meter.values()) {
      assertEquals(other == meter ? 7 : 0, meters.get(other));
    }
    assertEquals(0, meters.peak());
  }

  @Test
  void raising_never_lowers() {
    Meters meters = new Meters();
    meters.raise(Meter.VOICES_PEAK, 9);
    meters.raise(Meter.VOICES_PEAK, 3);

    assertEquals(9, meters.get(Meter.VOICES_PEAK));
  }

  @Test
  void the_peak_is_the_higher_of_both_sides_so_far() {
    Meters meters = new Meters();
    meters.raisePeaks(0.25f, 0.5f);
    assertEquals(0.5f, meters.peak());

    meters.raisePeaks(2.5f, 0.125f);
    meters.raisePeaks(0, 0);
    assertEquals(2.5f, meters.peak());
  }

  @Test
  void steals_are_counted_by_channel_and_reason() {
    Meters meters = new Meters();
    meters.countSteal(15, StealReason.VOICES_REDUCED);
    meters.countSteal(0, StealReason.RELEASED);
    meters.countSteal(0, StealReason.RELEASED);

    assertEquals(1, meters.steals(15, StealReason.VOICES_REDUCED));
    assertEquals(2, meters.steals(StealReason.RELEASED));
    assertEquals(0, meters.steals(1, StealReason.RELEASED));
    assertEquals(3, meters.get(Meter.STOLEN));
    assertEquals(new Meters.Steal(0, StealReason.RELEASED), meters.lastSteal());
    assertEquals(0, meters.peak());
  }
}
