package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import modpool.Settings.Instruments;
import modpool.bridge.Meters.Meter;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import modpool.worklet.PoolStats;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys held on all 16 channels at once, each a sine of its own frequency: 64 lines in the
/// spectrum.
class SixteenChannelsTest {
  private static final int RATE = Performance.RATE;
  private static final int FRAMES = 1 << 16;
  private static final int LATER = 4_800;
  private static final int KEYS = 4;
  private static final int LOWEST = 40;
  private static final double STEP = Math.pow(2, 1 / 12.0);

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(400, RATE))
        .loop("sine", "\"keyTrackCents\": 100")
        .write();
  }

  /// Every key is held on one channel only: 64 keys from [#LOWEST] on.
  private static int key(int channel, int note) {
    return LOWEST + (channel - 1) * KEYS + note;
  }

  private static double hz(int key) {
    return 400 * Math.pow(STEP, key - 60);
  }

  private static Performance held(int keys) {
    Performance performance = new Performance();
    for (int channel = 1; channel <= 16; channel++) {
      performance.control(0, channel, 7, 127);
      for (int note = 0; note < keys; note++) {
        performance.keyDown(0, channel, key(channel, note), 127);
      }
    }
    return performance;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void each_held_key_is_a_line_in_the_spectrum(int keys) throws IOException {
    try (Modpool modpool = open(Instruments.POOLED)) {
      float[] heard = held(keys).render(modpool, FRAMES, 64)[0];
      double one = Math.sqrt(0.5) * Math.pow(10, -12 / 20.0);
      float[] steady = Measure.slice(heard, FRAMES / 2, FRAMES);
      for (int channel = 1; channel <= 16; channel++) {
        for (int note = 0; note < KEYS; note++) {
          double hz = hz(key(channel, note));
          double level = Measure.amplitude(steady, RATE, hz) / one;
          String what = "channel " + channel + ", " + hz + " Hz";
          assertEquals(note < keys ? 1 : 0, level, 0.02, what);
        }
      }
      assertEquals(16 * keys, modpool.control().meters().get(Meter.VOICES));
      assertEquals(0, modpool.control().meters().get(Meter.STOLEN));
    }
  }

  @Test
  void sixty_four_voices_fill_four_worklets() throws IOException {
    try (Modpool modpool = open(Instruments.POOLED)) {
      PoolStats pool = modpool.control().poolStats();
      assertEquals(4, pool.workletCount());
      assertEquals(64, pool.totalVoices());
      assertEquals(64, pool.allocatedVoices());
      assertEquals(0, pool.freeVoices());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_fifth_key_steals_on_its_own_channel_only(Instruments kind) throws IOException {
    int channel = 7;
    Settings all = settings(kind);
    Settings others = settings(kind).mute(1 << (channel - 1));
    Performance four = held(KEYS);
    Performance five = held(KEYS).keyDown(LATER, channel, 110, 127);

    // With the channel muted the sum is that of the other 60 voices: to the byte.
    assertArrayEquals(render(others, four), render(others, five));

    float[] heard = render(all, five);
    float[] after = Measure.slice(heard, FRAMES / 2, FRAMES);
    double one = Math.sqrt(0.5) * Math.pow(10, -12 / 20.0);
    for (int note = 0; note < KEYS; note++) {
      double level = Measure.amplitude(after, RATE, hz(key(channel, note))) / one;
      assertEquals(note == 0 ? 0 : 1, level, 0.02, "the oldest key alone is gone: " + note);
    }
    assertEquals(1, Measure.amplitude(after, RATE, hz(110)) / one, 0.02);
  }

  private static float[] render(Settings settings, Performance performance) throws IOException {
    try (Modpool modpool = Modpool.open(settings)) {
      return performance.render(modpool, FRAMES, 64)[0];
    }
  }

  private static Modpool open(Instruments kind) throws IOException {
    return Modpool.open(settings(kind));
  }

  private static Settings settings(Instruments kind) {
    return new Settings().bank(folder).instruments(kind);
  }
}
