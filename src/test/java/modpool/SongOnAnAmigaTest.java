package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import modpool.Settings.Instruments;
import modpool.Settings.Machine;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Measure;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A song played by an Amiga, from its patterns to the output: a square at period 428 on the first
/// track, which is the left one, while the LED filter is off, on and off for eight rows each.
class SongOnAnAmigaTest {
  private static final int RATE = 48_000;
  private static final int ROW = 6 * RATE / 50;
  private static final double SQUARE_HZ = 3_546_895 / 428.0 / 32;

  private static Module song() {
    String rows = "C-2 01 F06\n" + "---\n".repeat(7) + "--- -- E00\n" + "---\n".repeat(7);
    return SongText.song("squares")
        .sample(new ModuleSample("square", 0, 64, 0, 3_200, SongText.square(3_200)))
        .pattern(rows + "--- -- E01\n" + "---\n".repeat(6) + "--- -- D00\n")
        .orders(0, 0)
        .module();
  }

  private static float[][] render(Settings settings, int frames, int block) throws IOException {
    try (Modpool modpool = Modpool.open(settings.channels(0))) {
      modpool.control().songs().open(song(), SongTiming.CIA, 1);
      float[][] whole = new float[2][frames];
      float[] left = new float[block];
      float[] right = new float[block];
      for (int done = 0; done < frames; done += block) {
        int count = Math.min(block, frames - done);
        modpool.render(left, right, count);
        System.arraycopy(left, 0, whole[0], done, count);
        System.arraycopy(right, 0, whole[1], done, count);
      }
      return whole;
    }
  }

  /// Of eight rows from `row` on, in dB, without their first.
  private static double level(float[] side, int row, int harmonic) {
    float[] part = Measure.slice(side, (row + 1) * ROW, (row + 8) * ROW);
    return Measure.dB(Measure.amplitude(part, RATE, harmonic * SQUARE_HZ));
  }

  private static double lowPass(double hz) {
    return -10 * Math.log10(1 + hz / 4420.97 * (hz / 4420.97));
  }

  private static double ledFilter(double hz) {
    double x = hz / 3090.5 * (hz / 3090.5);
    return -10 * Math.log10((1 - x) * (1 - x) + x / (0.660 * 0.660));
  }

  @Test
  void its_harmonics_fall_as_the_theory_says() throws IOException {
    float[] left = render(new Settings().machine(Machine.A500), 24 * ROW, 64)[0];

    for (int harmonic = 3; harmonic * SQUARE_HZ < 18_000; harmonic += 2) {
      double hz = harmonic * SQUARE_HZ;
      double tolerance = hz <= 5_000 ? 0.1 : 0.5;
      double off = -Measure.dB(harmonic) + lowPass(hz) - lowPass(SQUARE_HZ);
      double on = off + ledFilter(hz) - ledFilter(SQUARE_HZ);
      assertEquals(off, level(left, 0, harmonic) - level(left, 0, 1), tolerance, hz + " Hz");
      assertEquals(on, level(left, 8, harmonic) - level(left, 8, 1), tolerance, hz + " Hz, E00");
      assertEquals(off, level(left, 16, harmonic) - level(left, 16, 1), tolerance, hz + " Hz, E01");
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_first_track_is_hard_left(Machine machine) throws IOException {
    float[][] both = render(new Settings().machine(machine), 4 * ROW, 64);

    assertTrue(Measure.peak(both[0]) > 0.1);
    assertTrue(Measure.peak(both[1]) < 1e-6);
  }

  @Test
  void a_clean_machine_has_no_led_filter() throws IOException {
    float[] left = render(new Settings(), 24 * ROW, 64)[0];

    assertEquals(level(left, 0, 19), level(left, 8, 19), 0.01);
  }

  @ParameterizedTest
  @EnumSource
  void it_is_the_same_in_blocks_of_any_size(Instruments kind) throws IOException {
    Settings settings = new Settings().machine(Machine.A500).instruments(kind);
    int frames = 40 * ROW;
    float[][] wanted = render(settings, frames, 1024);
    for (int block : new int[] {1, 17, 64}) {
      float[][] got = render(settings, frames, block);
      assertArrayEquals(wanted[0], got[0]);
      assertArrayEquals(wanted[1], got[1]);
    }
  }

  @Test
  void seeking_finds_the_led_filter_as_playing_leaves_it() throws IOException {
    Module song =
        SongText.song("switched on")
            .sample(new ModuleSample("square", 0, 64, 0, 3_200, SongText.square(3_200)))
            .pattern("C-2 01 E00\n--- -- D00\n")
            .pattern("C-2 01\n")
            .orders(0, 1)
            .module();
    double[] levels = new double[2];
    for (int order = 0; order < 2; order++) {
      try (Modpool modpool = Modpool.open(new Settings().machine(Machine.A1200).channels(0))) {
        modpool.control().songs().open(song, SongTiming.CIA, 1);
        if (order == 1) {
          modpool.control().songs().seek(SongPlace.ofOrder(1));
        }
        float[] left = new float[9 * ROW];
        modpool.render(left, new float[9 * ROW], 9 * ROW);
        levels[order] = level(left, 0, 19) - level(left, 0, 1);
      }
    }
    assertEquals(levels[0], levels[1], 0.05);
  }
}
