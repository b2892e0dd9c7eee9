package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.module.ModuleSample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays every sample of real modules from the keyboard and measures it. The modules are not part
/// of this tree; `-Dmodpool.corpus=DIR` says where they are.
class CorpusBankTest {
  private static final Path MODULES =
      Path.of(System.getProperty("modpool.corpus", "../shared/corpus"), "real-mod");
  private static final int RATE = 48_000;
  private static final double KEY_60_HZ = 3_546_895.0 / 428;
  private static final int KEY = 60;

  @BeforeAll
  static void theModulesAreThere() {
    assumeTrue(Files.isDirectory(MODULES), "no modules at " + MODULES + "; set -Dmodpool.corpus");
  }

  @TestFactory
  Stream<DynamicTest> everyUsedSampleOfAModuleSoundsAtItsPitch() throws IOException {
    return Files.list(MODULES)
        .filter(file -> file.toString().endsWith(".mod"))
        .sorted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> everySampleSounds(file)));
  }

  private static void everySampleSounds(Path file) throws Exception {
    Module module = ModReader.read(file);
    try (Modpool modpool =
        Modpool.open(new Settings().rate(RATE).bank(file).voices(1, 1).gainDb(12))) {
      Receiver keys = modpool.receiver();
      for (int number : module.usedSamples()) {
        ModuleSample sample = module.sample(number);
        if (!sample.isEmpty() && sample.volume() > 0) {
          modpool.program(1, 0, number - 1);
          check("sample " + number, sample, play(modpool, keys, seconds(sample)));
        }
      }
    }
  }

  private static double ratio(ModuleSample sample) {
    return Math.pow(2, sample.finetune() * 12.5 / 1200);
  }

  /// Long enough for a loop to have gone round many times, or for a one-shot to have ended.
  private static double seconds(ModuleSample sample) {
    double once = sample.length() / (KEY_60_HZ * ratio(sample));
    double loop = sample.loopLength() / (KEY_60_HZ * ratio(sample));
    return sample.isLooped() ? once + 2.5 + 2 * loop : once + 0.1;
  }

  private static float[] play(Modpool modpool, Receiver keys, double seconds)
      throws InvalidMidiDataException {
    keys.send(new ShortMessage(ShortMessage.NOTE_ON, 0, KEY, 127), -1);
    int frames = (int) (seconds * RATE);
    float[] left = new float[frames];
    modpool.render(left, new float[frames], frames);
    keys.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 120, 0), -1);
    modpool.render(new float[RATE / 10], new float[RATE / 10], RATE / 10);
    assertTrue(modpool.isIdle(), "silent after all sound off");
    return left;
  }

  private static void check(String name, ModuleSample sample, float[] sound) {
    if (sample.isLooped()) {
      double loopHz = KEY_60_HZ * ratio(sample) / sample.loopLength();
      if (loopHz >= 8) {
        checkHarmonic(name, loopHz, sound);
      } else {
        checkReturn(name, loopHz, sound);
      }
    } else {
      checkLength(name, sample, sound);
    }
  }

  /// A long loop comes back as itself after its own length: the lag at which it is most alike.
  private static void checkReturn(String name, double loopHz, float[] sound) {
    double period = RATE / loopHz;
    int count = RATE / 2;
    int later = sound.length - count - (int) (period * 0.005) - 1;
    int best = 0;
    double most = 0;
    int reach = (int) (period * 0.002) + 2;
    for (int lag = (int) period - reach; lag <= period + reach; lag++) {
      double alike = 0;
      for (int i = 0; i < count; i++) {
        alike += (double) sound[later + i] * sound[later + i - lag];
      }
      if (alike > most) {
        most = alike;
        best = lag;
      }
    }
    if (most > 1e-4) { // else a silent stretch, with nothing to compare
      assertEquals(period, best, Math.max(1, period * 0.00058), name + " period in frames");
    }
  }

  /// A short loop's strongest harmonic, its phase taken twice, half a second apart and more.
  private static void checkHarmonic(String name, double loopHz, float[] sound) {
    int window = RATE / 2;
    int second = sound.length - window;
    int first = second - 2 * RATE + window;
    int strongest = 0;
    double most = 0;
    for (int harmonic = 1; harmonic <= 64 && harmonic * loopHz < 8_000; harmonic++) {
      double[] bin = bin(sound, second, window, harmonic * loopHz);
      double power = Math.hypot(bin[0], bin[1]);
      if (power > most) {
        most = power;
        strongest = harmonic;
      }
    }
    if (most < 1e-4) {
      return; // a loop of silence: nothing periodic to measure
    }
    double hz = strongest * loopHz;
    double[] a = bin(sound, first, window, hz);
    double[] b = bin(sound, second, window, hz);
    double turns = (Math.atan2(b[1], b[0]) - Math.atan2(a[1], a[0])) / (2 * Math.PI);
    double expected = hz * (second - first) / RATE;
    double error = turns - expected;
    error -= Math.rint(error);
    double measured = hz + error * RATE / (second - first);
    double cents = 1200 * Math.log(measured / hz) / Math.log(2);
    assertEquals(0, cents, 1, name + " at " + hz + " Hz");
  }

  private static double[] bin(float[] sound, int from, int count, double hz) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < count; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
      double angle = 2 * Math.PI * hz * i / RATE;
      re += sound[from + i] * hann * Math.cos(angle);
      im -= sound[from + i] * hann * Math.sin(angle);
    }
    return new double[] {re / count, im / count};
  }

  /// A one-shot lasts as long as its frames do; its end may be digital silence.
  private static void checkLength(String name, ModuleSample sample, float[] sound) {
    int last = sample.length();
    while (last > 0 && sample.data()[last - 1] == 0) {
      last--;
    }
    if (last == 0) {
      return;
    }
    int end = sound.length;
    while (end > 0 && sound[end - 1] == 0) {
      end--;
    }
    double expected = last / (KEY_60_HZ * ratio(sample)) * RATE;
    // Interpolation reaches two sample frames beyond.
    assertEquals(expected, end, 3 * RATE / KEY_60_HZ, name + " length in frames");
  }
}
