package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import modpool.Settings.Instruments;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.StealReason;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// With `--lend` a channel borrows voices that are idle elsewhere, and gives them back.
class LendingTest {
  private static final int RATE = Performance.RATE;
  private static final double HZ = 400; // key 60
  private static final double SILENT = 1e-4;
  private static final int BORROWED = 24_000; // by then channel 1 plays eight keys
  private static final int LENDER = 2;

  @TempDir private static Path folder;

  private Modpool modpool;
  private Performance played = new Performance();

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(HZ, RATE))
        .loop("sine", "\"gainDb\": 0")
        .loop("sine", "\"amplitude\": {\"releaseMs\": 2000}")
        .write();
  }

  private static Settings settings(Instruments kind) {
    return new Settings().bank(folder).instruments(kind).channels(0b11);
  }

  /// Channel 1 plays eight keys: four on its own voices, four on channel 2's.
  private Performance eightKeys() {
    return eightKeys(played);
  }

  private static Performance eightKeys(Performance played) {
    for (int i = 0; i < 8; i++) {
      played.keyDown(100 * i, 1, 60 + i, 100);
    }
    return played;
  }

  private float[][] render(Settings settings, int frames) throws IOException {
    try (Modpool opened = Modpool.open(settings)) {
      modpool = opened;
      return played.render(opened, frames, 64);
    }
  }

  private Meters meters() {
    return modpool.control().meters();
  }

  private static double part(float[] side, int key, int fromFrame, int toFrame) {
    double hz = HZ * Math.pow(2, (key - 60) / 12.0);
    return Measure.amplitude(Measure.slice(side, fromFrame, toFrame), RATE, hz);
  }

  @ParameterizedTest
  @EnumSource
  void eight_keys_sound_as_on_eight_voices_of_its_own(Instruments kind) throws IOException {
    eightKeys();
    float[][] lent = render(settings(kind).lend(true), RATE);
    assertEquals(8, meters().get(Meter.VOICES));
    assertEquals(0, meters().get(Meter.STOLEN));

    float[][] own = render(settings(kind).voices(1, 8), RATE);
    assertArrayEquals(own[0], lent[0], "to the byte");
    assertArrayEquals(own[1], lent[1]);
  }

  @ParameterizedTest
  @EnumSource
  void the_owner_gets_its_voices_back_one_by_one_and_what_was_lent_fades(Instruments kind)
      throws IOException {
    eightKeys();
    for (int i = 0; i < 4; i++) {
      played.keyDown(BORROWED + 2_400 * i, LENDER, 80 + i, 100);
    }
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertEquals(8, meters().get(Meter.VOICES));
    assertEquals(8, meters().get(Meter.VOICES_PEAK));
    assertEquals(4, meters().steals(0, StealReason.RECALLED), "of channel 1's notes");
    assertEquals(4, meters().get(Meter.STOLEN), "and nothing else");
    for (int i = 0; i < 4; i++) {
      assertTrue(part(heard[0], 60 + i, 36_000, 48_000) > 0.01, "its own go on");
      assertTrue(part(heard[0], 64 + i, 36_000, 48_000) < SILENT, "what was lent is gone");
      assertTrue(part(heard[0], 80 + i, 36_000, 48_000) > 0.01);
    }

    heard = render(settings(kind).lend(true).mute(0b10), RATE);
    float[] before = Measure.slice(heard[0], BORROWED - 4_000, BORROWED);
    float[] around = Measure.slice(heard[0], BORROWED - 10, BORROWED + 300);
    assertTrue(Measure.largestBend(around) < 1.5 * Measure.largestBend(before), "no click");
  }

  @ParameterizedTest
  @EnumSource
  void a_borrowed_voice_sounds_with_the_borrowers_level_and_place(Instruments kind)
      throws IOException {
    played.control(0, 1, 10, 0).control(0, 1, 7, 64).control(0, LENDER, 10, 127);
    eightKeys();
    float[][] heard = render(settings(kind).lend(true).mute(0b10), RATE / 2);

    double own = part(heard[0], 60, 4_000, 24_000);
    assertTrue(own > 0.001);
    assertEquals(own, part(heard[0], 67, 4_000, 24_000), 0.02 * own, "though channel 2 is mute");
    assertTrue(part(heard[1], 67, 4_000, 24_000) < SILENT);

    heard = render(settings(kind).lend(true).mute(0b01), RATE / 2);
    assertEquals(0, Measure.peak(heard[0]), "channel 1 is mute on whosever voices");
  }

  @ParameterizedTest
  @EnumSource
  void a_muted_borrowers_note_is_not_heard_fading_on_its_owners_bus(Instruments kind)
      throws IOException {
    eightKeys().keyDown(BORROWED, LENDER, 80, 100);
    float[][] heard = render(settings(kind).lend(true).mute(0b01), RATE);
    assertEquals(1, meters().steals(0, StealReason.RECALLED));
    try (Modpool other = Modpool.open(settings(kind))) {
      Performance alone = new Performance().keyDown(BORROWED, LENDER, 80, 100);
      assertArrayEquals(alone.render(other, RATE, 64)[0], heard[0]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void when_all_are_busy_a_borrowed_note_may_be_the_one_that_is_stolen(Instruments kind)
      throws IOException {
    eightKeys();
    played.keyUp(20_000, 1, 66).program(0, 1, 1); // on a borrowed voice, with a long release
    played.keyDown(BORROWED, 1, 72, 100);
    float[][] heard = render(settings(kind).lend(true), RATE);

    if (kind != Instruments.SIMPLE) { // whose releases are short: the voice is free by then
      assertEquals(1, meters().steals(0, StealReason.RELEASED));
    }
    assertEquals(8, meters().get(Meter.VOICES));
    assertTrue(part(heard[0], 66, BORROWED + 400, 48_000) < SILENT);
    assertTrue(part(heard[0], 72, BORROWED + 400, 48_000) > 0.01);
  }

  @ParameterizedTest
  @EnumSource
  void a_key_up_frees_a_borrowed_voice_for_its_owner_without_a_steal(Instruments kind)
      throws IOException {
    eightKeys().keyUp(4_000, 1, 66).keyDown(BORROWED, LENDER, 80, 100);
    render(settings(kind).lend(true), RATE);

    assertEquals(0, meters().get(Meter.STOLEN));
    assertEquals(8, meters().get(Meter.VOICES));
  }

  @ParameterizedTest
  @EnumSource
  void a_note_on_a_borrowed_voice_comes_home_when_its_owner_needs_it(Instruments kind)
      throws IOException {
    eightKeys();
    for (int i = 0; i < 4; i++) {
      played.keyUp(4_000, 1, 60 + i);
    }
    for (int i = 0; i < 4; i++) {
      played.keyDown(BORROWED + 1_000 * i, LENDER, 80 + i, 100);
    }
    played.keyUp(36_000, 1, 65);
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertEquals(0, meters().get(Meter.STOLEN));
    assertEquals(7, meters().get(Meter.VOICES));
    double before = part(heard[0], 67, 16_000, BORROWED);
    assertEquals(before, part(heard[0], 67, 28_000, 36_000), 0.01 * before);
    assertTrue(part(heard[0], 65, 42_000, 48_000) < SILENT, "and knows its key");
    heard = render(settings(kind).lend(true).mute(0b10), RATE);
    played = eightKeys(new Performance());
    for (int i = 0; i < 4; i++) {
      played.keyUp(4_000, 1, 60 + i);
    }
    float[][] stayed = render(settings(kind).lend(true), 36_000);
    for (int i = 0; i < 36_000; i++) {
      assertEquals(stayed[0][i], heard[0][i], 1e-6, "nothing is heard of it at " + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_program_change_of_either_changes_no_note_that_sounds(Instruments kind) throws IOException {
    eightKeys();
    float[][] wanted = render(settings(kind).lend(true), RATE);
    played.program(BORROWED, 1, 1).program(BORROWED, LENDER, 1);

    assertArrayEquals(wanted[0], render(settings(kind).lend(true), RATE)[0]);
  }

  @ParameterizedTest
  @EnumSource
  void an_owner_that_is_closed_takes_its_voices_along(Instruments kind) throws IOException {
    eightKeys().at(BORROWED, () -> modpool.control().desk().close(LENDER));
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertEquals(4, meters().get(Meter.VOICES));
    assertEquals(4, meters().steals(0, StealReason.RECALLED));
    assertTrue(part(heard[0], 63, 30_000, 48_000) > 0.01);
    assertTrue(part(heard[0], 64, 30_000, 48_000) < SILENT);
    float[] around = Measure.slice(heard[0], BORROWED - 10, BORROWED + 300);
    double steady = Measure.largestBend(Measure.slice(heard[0], BORROWED - 4_000, BORROWED));
    assertTrue(Measure.largestBend(around) < 1.5 * steady, "they fade");
  }

  @ParameterizedTest
  @EnumSource
  void a_borrower_that_is_closed_leaves_its_voices_to_others(Instruments kind) throws IOException {
    eightKeys().at(BORROWED, () -> modpool.control().desk().close(1));
    for (int i = 0; i < 5; i++) {
      played.keyDown(36_000, LENDER, 80 + i, 100);
    }
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertEquals(4, meters().get(Meter.VOICES), "and there is nobody to borrow from");
    assertEquals(1, meters().get(Meter.STOLEN));
    assertTrue(part(heard[0], 66, 37_000, 48_000) < SILENT);
    assertTrue(part(heard[0], 84, 37_000, 48_000) > 0.01);
  }

  @ParameterizedTest
  @EnumSource(
      value = Instruments.class,
      names = {"POOLED", "DEDICATED"})
  void an_owner_with_fewer_voices_lends_fewer(Instruments kind) throws IOException {
    eightKeys().at(BORROWED, () -> modpool.voices(LENDER, 1));
    for (int again = 0; again < 5; again++) { // racks in which the lost voices are there no more
      played.at(30_000 + 1_000 * again, () -> modpool.control().compact());
    }
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertEquals(5, meters().get(Meter.VOICES));
    assertEquals(3, meters().steals(0, StealReason.RECALLED));
    assertTrue(
        part(heard[0], 64, 30_000, 48_000) > 0.01 || part(heard[0], 67, 30_000, 48_000) > 0.01);
  }

  @ParameterizedTest
  @EnumSource(
      value = Instruments.class,
      names = {"POOLED", "DEDICATED"})
  void a_borrower_with_fewer_voices_keeps_what_it_has_borrowed(Instruments kind)
      throws IOException {
    eightKeys().at(BORROWED, () -> modpool.voices(1, 2));
    render(settings(kind).lend(true), RATE);

    assertEquals(6, meters().get(Meter.VOICES));
    assertEquals(2, meters().steals(0, StealReason.VOICES_REDUCED));
  }

  @ParameterizedTest
  @EnumSource
  void silencing_the_borrower_silences_what_it_borrowed_and_silencing_the_owner_does_not(
      Instruments kind) throws IOException {
    eightKeys().control(BORROWED, LENDER, 120, 0).control(36_000, 1, 120, 0);
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertTrue(part(heard[0], 67, BORROWED, 35_000) > 0.01);
    assertEquals(0, Measure.peak(Measure.slice(heard[0], 36_300, RATE)));
    assertEquals(0, meters().get(Meter.VOICES));
  }

  @ParameterizedTest
  @EnumSource
  void panic_silences_all_and_nothing_stays_lent(Instruments kind) throws IOException {
    eightKeys().at(BORROWED, () -> modpool.panic());
    for (int i = 0; i < 4; i++) {
      played.keyDown(36_000, LENDER, 80 + i, 100);
    }
    render(settings(kind).lend(true), RATE);

    assertEquals(4, meters().get(Meter.VOICES));
    assertEquals(0, meters().get(Meter.STOLEN));
  }

  @ParameterizedTest
  @EnumSource
  void in_mono_one_note_sounds_and_borrowed_ones_end_too(Instruments kind) throws IOException {
    eightKeys().control(BORROWED, 1, 126, 1).keyDown(BORROWED + 4_000, 1, 80, 100);
    float[][] heard = render(settings(kind).lend(true), RATE);

    assertEquals(1, meters().get(Meter.VOICES));
    assertTrue(part(heard[0], 80, 36_000, 48_000) > 0.01);
  }
}
