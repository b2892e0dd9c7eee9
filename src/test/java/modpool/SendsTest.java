package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntSupplier;
import modpool.Settings.Instruments;
import modpool.Settings.Machine;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The reverb and the chorus that all channels share: controllers 91 and 93.
class SendsTest {
  private static final int RATE = Performance.RATE;
  private static final int REVERB = 91;
  private static final int CHORUS = 93;
  private static final int ALL = 0xFFFF;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("saw", 24_000, Waves.saw(100))
        .wave("sine", 24_000, Waves.sine(1, 100))
        .loop("saw", "\"amplitude\": {\"releaseMs\": 20}")
        .loop("sine", "\"amplitude\": {\"attackMs\": 100}")
        .write();
  }

  @ParameterizedTest
  @ValueSource(ints = {REVERB, CHORUS})
  void at_zero_it_leaves_every_byte(int controller) throws IOException {
    float[][] without = render(settings(), note(), RATE, () -> 64);
    float[][] zero =
        render(
            settings(),
            new Performance().control(0, 1, controller, 0).with(note()),
            RATE,
            () -> 64);

    assertArrayEquals(without[0], zero[0]);
    assertArrayEquals(without[1], zero[1]);
  }

  @ParameterizedTest
  @CsvSource({"91, 2, 6", "93, 0.01, 0.2"})
  void its_tail_is_waited_for_and_ends(int controller, double least, double most)
      throws IOException {
    int dry = framesUntilIdle(note());
    int wet = framesUntilIdle(new Performance().control(0, 1, controller, 100).with(note()));

    double seconds = (double) (wet - dry) / RATE;
    assertTrue(seconds > least && seconds < most, "a tail of " + seconds + " s");
  }

  private static int framesUntilIdle(Performance performance) throws IOException {
    try (Modpool modpool = Modpool.open(settings())) {
      performance.render(modpool, 12_001, 1_024);
      float[] left = new float[64];
      int frames = 0;
      while (!modpool.isIdle()) {
        modpool.render(left, new float[64], 64);
        frames += 64;
        assertTrue(frames < 10 * RATE, "it rings on");
      }
      modpool.render(left, new float[64], 64);
      assertEquals(0, Measure.peak(left), "what is idle is silent");
      return frames;
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocks_of_any_size_give_the_same_bytes(Instruments kind) throws IOException {
    Performance performance = Performance.random(5, 2 * RATE, ALL, 128).with(sends(6));
    Settings settings = new Settings().instruments(kind);
    float[][] wanted = render(settings, performance, 2 * RATE, () -> 1024);
    for (int size : new int[] {1, 64}) {
      assertSame(wanted, render(settings, performance, 2 * RATE, () -> size));
    }
    Random sizes = new Random(7);
    assertSame(wanted, render(settings, performance, 2 * RATE, () -> 1 + sizes.nextInt(300)));
  }

  @Test
  void pooled_dedicated_and_compacted_give_the_same_bytes() throws IOException {
    Performance performance = Performance.random(8, RATE, ALL, 128).with(sends(9));
    float[][] wanted =
        render(new Settings().instruments(Instruments.DEDICATED), performance, RATE, () -> 64);

    assertSame(wanted, render(new Settings(), performance, RATE, () -> 64));
    try (Modpool modpool = Modpool.open(new Settings())) {
      for (int i = 0; i < 20; i++) {
        performance.at(i * 2_111L, modpool.control()::compact);
      }
      assertSame(wanted, performance.render(modpool, RATE, () -> 64));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_channels_alone_add_up_to_the_mix(Machine machine) throws IOException {
    Performance performance = Performance.random(10, 2 * RATE, 0xF, 128);
    for (int channel = 1; channel <= 4; channel++) {
      performance.with(new Performance().control(0, channel, REVERB, 30 * channel));
      performance.with(new Performance().control(0, channel, CHORUS, 127 - 30 * channel));
    }
    Settings mix = new Settings().machine(machine);
    float[][] wanted = render(mix, performance, 3 * RATE, () -> 64);
    double[][] sum = new double[2][3 * RATE];
    for (int channel = 0; channel < 16; channel++) {
      Settings alone = new Settings().machine(machine).mute(ALL & ~(1 << channel));
      float[][] stem = render(alone, performance, 3 * RATE, () -> 64);
      for (int i = 0; i < 3 * RATE; i++) {
        sum[0][i] += stem[0][i];
        sum[1][i] += stem[1][i];
      }
    }
    double peak = Math.max(Measure.peak(wanted[0]), Measure.peak(wanted[1]));
    for (int side = 0; side < 2; side++) {
      double worst = 0;
      for (int i = 0; i < 3 * RATE; i++) {
        worst = Math.max(worst, Math.abs(sum[side][i] - wanted[side][i]));
      }
      assertTrue(worst < 1e-6 * peak, "off by " + worst / peak + " of the peak");
    }
  }

  @Test
  void a_send_that_jumps_while_a_note_sounds_makes_no_click() throws IOException {
    Performance still = new Performance().program(0, 1, 1).keyDown(0, 1, 40, 100);
    Performance jumping = new Performance().program(0, 1, 1).keyDown(0, 1, 40, 100);
    for (int i = 1; i < 20; i++) {
      jumping
          .control(i * 2_000L, 1, REVERB, i % 2 * 127)
          .control(i * 2_000L, 1, CHORUS, i % 2 * 127);
    }
    double calm = Measure.largestBend(render(settings(), still, RATE, () -> 64)[0]);
    double busy = Measure.largestBend(render(settings(), jumping, RATE, () -> 64)[0]);
    assertTrue(busy < 3 * calm, "bends by " + busy + ", at rest " + calm);
  }

  @Test
  void controllers_at_random_leave_it_in_bounds_and_it_ends() throws IOException {
    Performance performance = Performance.random(11, 2 * RATE, ALL, 128);
    for (int i = 0; i < 4; i++) {
      performance.with(sends(20 + i));
    }
    try (Modpool modpool = Modpool.open(new Settings())) {
      float[][] sound = performance.render(modpool, 2 * RATE, () -> 64);
      assertTrue(Measure.peak(sound[0]) < 8, "peak " + Measure.peak(sound[0]));
      modpool.panic();
      float[] left = new float[64];
      for (int frames = 0; !modpool.isIdle(); frames += 64) {
        assertTrue(frames < 10 * RATE, "it rings on");
        modpool.render(left, new float[64], 64);
      }
    }
  }

  private static Settings settings() {
    return new Settings().bank(folder);
  }

  private static Performance note() {
    return new Performance().keyDown(100, 1, 60, 100).keyUp(12_000, 1, 60);
  }

  private static Performance sends(long seed) {
    Random random = new Random(seed);
    Performance performance = new Performance();
    for (int i = 0; i < 200; i++) {
      int controller = random.nextBoolean() ? REVERB : CHORUS;
      int value = random.nextInt(3) == 0 ? 0 : random.nextInt(128);
      performance.control(random.nextInt(2 * RATE), 1 + random.nextInt(16), controller, value);
    }
    return performance;
  }

  private static float[][] render(
      Settings settings, Performance performance, int frames, IntSupplier blocks)
      throws IOException {
    try (Modpool modpool = Modpool.open(settings)) {
      return performance.render(modpool, frames, blocks);
    }
  }

  private static void assertSame(float[][] wanted, float[][] got) {
    assertArrayEquals(wanted[0], got[0]);
    assertArrayEquals(wanted[1], got[1]);
  }
}
