package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import modpool.Settings.Instruments;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.TuningMessages;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Tunings as they are heard: by messages of the MIDI Tuning Standard and from Scala files.
class TuningTest {
  private static final int RATE = Performance.RATE;
  private static final double C4_HZ = 240; // what key 60 of the test's bank sounds at
  private static final int NOTE = RATE / 2;
  private static final int DRUMS = 10;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", 24_000, Waves.sine(1, 100))
        .loop("sine", "")
        .loop("sine", "\"glideMs\": 200")
        .loop("sine", "\"keyTrackCents\": 0")
        .write();
  }

  @ParameterizedTest
  @CsvSource({"12, false", "19, false", "31, false", "12, true", "19, true", "31, true"})
  void all_keys_that_can_be_heard_sound_where_the_tuning_has_them(int steps, boolean scala)
      throws IOException {
    Settings settings = settings();
    Performance performance = new Performance();
    if (scala) {
      settings.scale(scale(steps));
    } else {
      performance.sysex(0, TuningMessages.bulkDump(0, TuningMessages.equalSteps(steps)));
    }
    int first = 128;
    for (int key = 0; key < 128; key++) {
      double hz = hz(steps, key);
      if (hz > 40 && hz < 12_000) {
        first = Math.min(first, key);
        performance.keyDown((long) key * NOTE, 1, key, 100).keyUp((key + 1L) * NOTE - 500, 1, key);
      }
    }
    float[] sound = render(settings, performance, 128 * NOTE)[0];

    double worst = 0;
    for (int key = first; key < 128 && hz(steps, key) < 12_000; key++) {
      float[] note = Measure.slice(sound, key * NOTE + 500, (key + 1) * NOTE - 1_000);
      double hz = Measure.frequency(note, RATE, hz(steps, key));
      worst = Math.max(worst, Math.abs(Measure.cents(hz, hz(steps, key))));
    }
    assertTrue(first < 35, "low keys as well: " + first);
    assertTrue(worst < 0.1, "off by " + worst + " cents");
  }

  private static double hz(int steps, int key) {
    return C4_HZ * Math.pow(2, (key - 60.0) / steps);
  }

  @Test
  void a_key_that_moves_at_once_takes_its_note_along() throws IOException {
    Performance performance =
        new Performance()
            .keyDown(0, 1, 60, 100)
            .sysex(NOTE, TuningMessages.note(true, 0, 60, 6_050))
            .sysex(2 * NOTE, TuningMessages.note(true, 0, 61, 7_000));
    float[] sound = render(settings(), performance, 3 * NOTE)[0];

    assertEquals(0, centsAt(sound, 0, 0), 0.1);
    assertEquals(50, centsAt(sound, 1, 50), 0.1);
    assertEquals(50, centsAt(sound, 2, 50), 0.1, "another key's move does not matter");
  }

  @Test
  void a_key_that_moves_for_its_next_note_leaves_the_one_that_sounds() throws IOException {
    Performance performance =
        new Performance()
            .keyDown(0, 1, 60, 100)
            .sysex(NOTE, TuningMessages.note(false, 0, 60, 5_980))
            .keyUp(2 * NOTE - 500, 1, 60)
            .keyDown(2 * NOTE, 1, 60, 100);
    float[] sound = render(settings(), performance, 3 * NOTE)[0];

    assertEquals(0, centsAt(sound, 1, 0), 0.1);
    assertEquals(-20, centsAt(sound, 2, -20), 0.1);
  }

  @Test
  void an_octave_tuning_adds_to_the_channels_of_its_mask() throws IOException {
    String notes = " 5E" + " 40".repeat(11); // C 30 cents up
    byte[] atOnce = TuningMessages.bytes("F0 7F 7F 08 08 00 00 01" + notes + " F7");
    Performance performance =
        new Performance()
            .sysex(0, TuningMessages.note(false, 0, 60, 6_010))
            .keyDown(0, 1, 60, 100)
            .sysex(NOTE, atOnce)
            .keyUp(2 * NOTE - 500, 1, 60)
            .keyDown(2 * NOTE, 2, 60, 100);
    float[] sound = render(settings(), performance, 3 * NOTE)[0];

    assertEquals(10, centsAt(sound, 0, 10), 0.1);
    assertEquals(40, centsAt(sound, 1, 40), 0.1);
    assertEquals(10, centsAt(sound, 2, 10), 0.1, "channel 2 is not meant");
  }

  @Test
  void a_channel_chooses_its_program_and_bank_by_registered_parameters() throws IOException {
    Performance performance =
        new Performance().sysex(0, TuningMessages.bankDump(2, 5, TuningMessages.equalSteps(24)));
    parameter(performance, 0, 4, 2);
    parameter(performance, 0, 3, 5);
    performance.keyDown(0, 1, 62, 100).keyUp(NOTE - 500, 1, 62).keyDown(NOTE, 2, 62, 100);
    float[] sound = render(settings(), performance, 2 * NOTE)[0];

    assertEquals(100, centsAt(sound, 0, 100), 0.1);
    assertEquals(200, centsAt(sound, 1, 200), 0.1, "channel 2 has chosen nothing");
  }

  private static void parameter(Performance performance, long frame, int number, int value) {
    performance.control(frame, 1, 101, 0).control(frame, 1, 100, number);
    performance.control(frame, 1, 6, value);
  }

  @Test
  void the_wheel_bends_by_its_cents_in_any_tuning() throws IOException {
    Performance performance =
        new Performance().keyDown(0, 1, 61, 100).bend(0, 1, 8192 + 4096).bend(NOTE, 1, 0);
    float[] sound = render(settings().scale(scale(5)), performance, 2 * NOTE)[0];

    assertEquals(240 + 100, centsAt(sound, 0, 340), 0.1);
    assertEquals(240 - 200, centsAt(sound, 1, 40), 0.1);
  }

  @Test
  void a_glide_leads_from_where_the_key_before_is_tuned_to() throws IOException {
    int second = 24_000;
    Performance performance =
        new Performance()
            .program(0, 1, 1)
            .keyDown(0, 1, 65, 100)
            .keyUp(second - 500, 1, 65)
            .keyDown(second, 1, 60, 100);
    float[] sound = render(settings().scale(scale(5)), performance, second + NOTE)[0];

    float[] begin = Measure.slice(sound, second, second + 1_200);
    double cents = Measure.cents(Measure.frequency(begin, RATE, 2 * C4_HZ), C4_HZ);
    assertEquals(1_200 - 1_200 * 0.0125 / 0.2, cents, 20, "it begins an octave up");
    float[] end = Measure.slice(sound, second + 12_000, second + NOTE);
    assertEquals(0, Measure.cents(Measure.frequency(end, RATE, C4_HZ), C4_HZ), 0.1);
  }

  @Test
  void what_does_not_follow_the_keys_does_not_follow_a_tuning() throws IOException {
    Performance performance = new Performance().program(0, 1, 2).keyDown(0, 1, 75, 100);
    float[] sound = render(settings().scale(scale(31)), performance, NOTE)[0];

    assertEquals(0, centsAt(sound, 0, 0), 0.1);
  }

  @Test
  void drums_stay_in_tune_unless_they_choose() throws IOException {
    Performance performance =
        new Performance().keyDown(0, DRUMS, 61, 100).keyUp(NOTE - 500, DRUMS, 61);
    performance.control(NOTE, DRUMS, 101, 0).control(NOTE, DRUMS, 100, 3);
    performance.control(NOTE, DRUMS, 6, 0).keyDown(NOTE, DRUMS, 61, 100);
    float[] sound = render(settings().scale(scale(5)), performance, 2 * NOTE)[0];

    assertEquals(100, centsAt(sound, 0, 100), 0.1);
    assertEquals(240, centsAt(sound, 1, 240), 0.1);
  }

  @Test
  void a_key_that_is_not_mapped_is_silent() throws IOException {
    Path map = Files.writeString(folder.resolve("x.kbm"), "2\n0\n127\n60\n60\n261.6256\n1\n0\nx\n");
    Settings settings = settings().scale(scale(12)).keyMap(map);
    Performance performance = new Performance().keyDown(0, 1, 61, 100).keyDown(NOTE, 1, 62, 100);
    float[] sound = render(settings, performance, 2 * NOTE)[0];

    assertEquals(0, Measure.peak(Measure.slice(sound, 0, NOTE)));
    assertEquals(100, centsAt(sound, 1, 100), 0.1);
  }

  @Test
  void another_scale_is_for_the_notes_to_come() throws IOException {
    try (Modpool modpool = Modpool.open(settings())) {
      Path five = scale(5);
      Performance performance =
          new Performance()
              .keyDown(0, 1, 61, 100)
              .at(NOTE, () -> scale(modpool, five))
              .keyUp(2 * NOTE - 500, 1, 61)
              .keyDown(2 * NOTE, 1, 61, 100)
              .at(3 * NOTE, () -> scale(modpool, null))
              .keyDown(4 * NOTE, 1, 61, 100);
      float[] sound = performance.render(modpool, 5 * NOTE, 500)[0];

      assertEquals(100, centsAt(sound, 1, 100), 0.1);
      assertEquals(240, centsAt(sound, 2, 240), 0.1);
      assertEquals(240, centsAt(sound, 3, 240), 0.1);
      assertEquals(100, centsAt(sound, 4, 100), 0.1);
    }
  }

  private static void scale(Modpool modpool, Path file) {
    try {
      modpool.control().scale(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocks_of_any_size_give_the_same_bytes(Instruments kind) throws IOException {
    Performance performance = Performance.random(31, RATE, 0xFFFF, 128);
    Random random = new Random(32);
    for (int i = 0; i < 60; i++) {
      performance.with(
          new Performance()
              .sysex(
                  random.nextInt(RATE),
                  TuningMessages.note(
                      random.nextBoolean(),
                      0,
                      30 + random.nextInt(60),
                      100 * random.nextInt(128))));
    }
    Settings settings = new Settings().instruments(kind).scale(scale(19));
    float[][] wanted = render(settings, performance, RATE);
    try (Modpool modpool = Modpool.open(settings)) {
      Random sizes = new Random(33);
      float[][] got = performance.render(modpool, RATE, () -> 1 + sizes.nextInt(200));
      assertArrayEquals(wanted[0], got[0]);
      assertArrayEquals(wanted[1], got[1]);
    }
  }

  /// Cents over key 60 of what is heard in a stretch of the length of a note.
  private static double centsAt(float[] sound, int stretch, double about) {
    float[] note = Measure.slice(sound, stretch * NOTE + 500, (stretch + 1) * NOTE - 1_000);
    double hz = Measure.frequency(note, RATE, C4_HZ * Math.pow(2, about / 1200));
    return Measure.cents(hz, C4_HZ);
  }

  private static Path scale(int steps) throws IOException {
    StringBuilder text = new StringBuilder("! equal\nequal steps\n" + steps + "\n");
    for (int i = 1; i <= steps; i++) {
      text.append(1200.0 * i / steps).append('\n');
    }
    return Files.writeString(folder.resolve(steps + ".scl"), text);
  }

  private static Settings settings() {
    return new Settings().bank(folder);
  }

  private static float[][] render(Settings settings, Performance performance, int frames)
      throws IOException {
    try (Modpool modpool = Modpool.open(settings)) {
      return performance.render(modpool, frames, 1024);
    }
  }
}
