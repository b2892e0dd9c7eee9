package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import modpool.bridge.EventList;
import modpool.dsp.Interpolation;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Measure;
import modpool.testing.Samples;
import modpool.testing.TuningMessages;
import modpool.testing.Waves;
import modpool.tuning.KeyMap;
import modpool.tuning.MtsReader;
import modpool.tuning.Scale;
import modpool.tuning.Tuner;
import modpool.tuning.Tuning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How fast the engine reads for each of the 128 keys, heard or not, to the bits it has for that.
class TunedIncrementTest {
  private static final int RATE = 48_000;
  private static final double MOST_CENTS = 0.01;
  private static final int ROOT = 60;

  private final EngineSettings settings = EngineSettings.of(RATE, Interpolation.CUBIC);
  private final Zone zone =
      Zone.of(Samples.looped("sine", RATE, Waves.sine(1, 6_400)), ROOT, Sound.PLAIN);

  @ParameterizedTest
  @ValueSource(ints = {12, 19, 31})
  void all_128_keys_of_a_scale(int steps) {
    List<Double> cents = new ArrayList<>();
    for (int i = 1; i <= steps; i++) {
      cents.add(i * 1200.0 / steps);
    }
    Tuner tuner = new Tuner(9);
    tuner.setTuning(Tuning.of(new Scale("equal", cents), KeyMap.STANDARD));

    assertAllKeys(tuner, steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 19, 31})
  void all_128_keys_of_a_bulk_dump(int steps) {
    byte[] dump = TuningMessages.bulkDump(0, TuningMessages.equalSteps(steps));
    int[] data = new int[dump.length - 2];
    for (int i = 0; i < data.length; i++) {
      data[i] = dump[i + 1];
    }
    Tuner tuner = new Tuner(9);
    EventList meant = new EventList(MtsReader.MOST_EVENTS);
    MtsReader.read(data, data.length, 1, meant);
    IntStream.range(0, meant.size()).forEach(i -> tuner.handle(meant.get(i)));

    assertAllKeys(tuner, steps);
  }

  private void assertAllKeys(Tuner tuner, int steps) {
    Controls controls = new Controls(RATE);
    controls.setTuning(tuner.of(0));
    for (int key = 0; key < Tuning.KEYS; key++) {
      Engine engine = new Engine(settings);
      engine.start(0, 0, new Onset().of(zone, key, 100), controls);
      engine.render(0, 0, 0, 1, new float[1], new float[1]);
      double hz = engine.value(ParameterLayout.Kind.FREQUENCY, 0, 0); // of sample frames
      double wanted = (key - ROOT) * 1200.0 / steps;
      assertEquals(wanted, Measure.cents(hz, RATE), MOST_CENTS, "key " + key);
    }
  }
}
