package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Short renders against those kept in `src/test/resources/golden` (32-bit float WAV, made to be
/// listened to as well): a change of sound is noticed, a change of the last bit is not.
///
/// When a change is meant, listen, then make them anew and commit them:
///
///     mvn -q test -Dtest=GoldenRendersTest -Dgolden.write=true
class GoldenRendersTest {
  private static final Path KEPT = Path.of("src/test/resources/golden");
  private static final double LEAST_SNR_DB = 80;
  private static final int RATE = 16_000; // small files
  private static final int FRAMES = 4_800;
  private static final int HEADER = 44;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    Random random = new Random(1);
    float[] noise = new float[2_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (random.nextFloat() * 2 - 1) * (noise.length - i) / noise.length;
    }
    new BankFolder(folder)
        .wave("saw", 26_163, Waves.saw(100))
        .wave("noise", 16_000, noise)
        .loop("saw", "\"gainDb\": -3, \"amplitude\": {\"attackMs\": 5, \"releaseMs\": 120}")
        .loop(
            "saw",
            """
            "gainDb": -3, "glideMs": 60, "filter": {"cutoffHz": 700, "resonanceDb": 9},
            "modulation": {"decayMs": 150, "sustain": 0.2, "toCutoffCents": 2400},
            "lfo1": {"rateHz": 7, "toPitchCents": 40},
            "lfo2": {"shape": "triangle", "rateHz": 9, "toGainDb": 3}
            """)
        .program(
            """
            {"name": "drum", "sound": {"oneShot": true},
             "zones": [{"keys": "0-127", "sample": {"file": "noise.wav"}}]}
            """)
        .write();
  }

  @Test
  void chords_with_wheels_and_pedal() throws IOException {
    Performance chords =
        new Performance()
            .keyDown(0, 1, 60, 100)
            .keyDown(333, 1, 64, 80)
            .keyDown(666, 1, 67, 120)
            .control(1_000, 1, 64, 127)
            .keyUp(1_166, 1, 60)
            .bend(1_333, 1, 12_000)
            .control(2_000, 1, 10, 20)
            .control(2_333, 1, 7, 60)
            .control(3_000, 1, 64, 0);
    assertGolden("chords", settings(Interpolation.CUBIC), chords);
  }

  @Test
  void a_filtered_lead_that_glides() throws IOException {
    Performance lead =
        new Performance()
            .program(0, 2, 1)
            .keyDown(0, 2, 48, 110)
            .keyDown(1_333, 2, 60, 110)
            .keyUp(1_366, 2, 48)
            .control(2_000, 2, 1, 90)
            .keyDown(2_666, 2, 55, 90)
            .keyUp(3_333, 2, 60);
    assertGolden("lead", settings(Interpolation.LINEAR), lead);
  }

  @Test
  void stolen_and_cut_notes_pitched_far_up() throws IOException {
    Performance run = new Performance().keyDown(0, 3, 40, 127);
    for (int note = 0; note < 12; note++) {
      run.keyDown(233L * note, 3, 60 + 5 * note, 127).program(233L * note + 1, 3, note % 3);
    }
    assertGolden("run", settings(Interpolation.SINC), run.control(3_333, 3, 120, 0));
  }

  @Test
  void simple_instruments() throws IOException {
    Performance song =
        new Performance()
            .program(0, 1, 2)
            .keyDown(0, 1, 60, 127)
            .keyDown(1_000, 1, 65, 90)
            .keyDown(0, 2, 43, 127)
            .bend(1_333, 2, 4_000)
            .keyUp(2_666, 2, 43)
            .keyDown(2_666, 2, 45, 127);
    Settings simple = settings(Interpolation.NEAREST).instruments(Instruments.SIMPLE);
    assertGolden("simple", simple, song);
  }

  private static Settings settings(Interpolation interpolation) {
    return new Settings().rate(RATE).bank(folder).interpolation(interpolation).gainDb(6);
  }

  private static void assertGolden(String name, Settings settings, Performance performance)
      throws IOException {
    float[] got = new float[2 * FRAMES];
    try (Modpool modpool = Modpool.open(settings)) {
      float[][] sides = performance.render(modpool, FRAMES, 64);
      for (int i = 0; i < FRAMES; i++) {
        got[2 * i] = sides[0][i];
        got[2 * i + 1] = sides[1][i];
      }
    }
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(KEPT);
      Files.write(KEPT.resolve(name + ".wav"), wav(got));
    }
    float[] kept = read(name);
    double snrDb = Measure.snrDb(kept, got);
    assertTrue(snrDb >= LEAST_SNR_DB, name + " sounds different: SNR " + snrDb + " dB");
    assertEquals(0, Measure.dB(Measure.peak(got) / Measure.peak(kept)), 0.01, "peak in dB");
    assertTrue(Measure.peak(got) > 0.1, name + " must be worth a listen");
  }

  private static float[] read(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(KEPT.resolve(name + ".wav"));
    ByteBuffer data = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
    float[] values = new float[data.remaining() / 4];
    data.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static byte[] wav(float[] interleaved) {
    int bytes = 4 * interleaved.length;
    ByteBuffer file = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 3).putShort((short) 2).putInt(RATE).putInt(8 * RATE);
    file.putShort((short) 8).putShort((short) 32);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (float value : interleaved) {
      file.putFloat(value);
    }
    return file.array();
  }
}
