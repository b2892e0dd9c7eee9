package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is heard of a song: small songs, measured.
class SongSoundTest {
  private static final int RATE = 48_000;
  private static final int ROW_CLOCKS = 6 * 70_940; // six ticks at 125 beats per minute
  private static final int CUT = (int) (0.005 * RATE); // frames of the shortest fade
  private static final double TRACK_OF_FOUR = 0.5; // gain 2 / tracks
  private static final double HALF = 0.5; // what a constant sample holds

  private static int frameOfRow(int row) {
    return (int) ((double) row * ROW_CLOCKS * RATE / Songs.CLOCK_HZ);
  }

  private static float[][] render(Module song, int frames) throws IOException {
    return render(song, frames, Instruments.POOLED, Interpolation.NEAREST);
  }

  private static float[][] render(
      Module song, int frames, Instruments kind, Interpolation interpolation) throws IOException {
    Settings settings =
        new Settings().channels(0).rate(RATE).instruments(kind).interpolation(interpolation);
    try (Modpool modpool = Modpool.open(settings)) {
      modpool.control().songs().open(song, SongTiming.CIA, 0);
      return new Performance().render(modpool, frames, 64);
    }
  }

  private static Module song(String rows, ModuleSample... samples) {
    SongText song = SongText.song("x");
    for (ModuleSample sample : samples) {
      song.sample(sample);
    }
    return song.pattern(rows).module();
  }

  private static ModuleSample steps(int loopStart, int loopLength, int... levels) {
    byte[] data = new byte[levels.length * 256];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) levels[i / 256];
    }
    return new ModuleSample("steps", 0, 64, loopStart, loopLength, data);
  }

  @ParameterizedTest
  @CsvSource({"C-1, 856", "C-2, 428", "A-2, 254", "B-3, 113", "=453, 453"})
  void a_note_has_the_pitch_of_its_period(String note, int period) throws IOException {
    for (Instruments kind : Instruments.values()) {
      float[] left = render(song(note + " 01", Songs.sine(32)), RATE, kind, Interpolation.SINC)[0];

      double hz = Songs.hz(period) / 32;
      assertEquals(0, Measure.cents(Measure.frequency(left, RATE, hz), hz), 0.02, kind.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_note_begins_at_the_first_frame_of_its_row(Instruments kind) throws IOException {
    Module song = song("---\n---\n---\nC-2 01\n---\nC-2 01 ED3", steps(0, 0, 64, 64));

    float[] left = render(song, 3 * RATE, kind, Interpolation.NEAREST)[0];

    assertEquals(frameOfRow(3), firstSound(left, 0));
    int delayed = (int) (5.5 * ROW_CLOCKS * RATE / Songs.CLOCK_HZ);
    assertEquals(delayed, firstSound(left, frameOfRow(5)), "the third tick of row 5");
  }

  private static int firstSound(float[] wave, int from) {
    int frame = from;
    while (wave[frame] == 0) {
      frame++;
    }
    return frame;
  }

  @Test
  void volume_is_linear() throws IOException {
    StringBuilder rows = new StringBuilder("C-2 01\n");
    for (int volume = 0; volume < 60; volume++) {
      rows.append("--- -- C%02X\n".formatted(volume));
    }

    float[] left = render(song(rows.toString(), Songs.constant(64)), frameOfRow(61))[0];

    assertEquals(HALF * TRACK_OF_FOUR, left[frameOfRow(1) - 1], 1e-6);
    for (int volume = 0; volume < 60; volume++) {
      double level = HALF * TRACK_OF_FOUR * volume / 64;
      assertEquals(level, left[frameOfRow(volume + 2) - 1], 1e-6, "volume " + volume);
      assertEquals(level, left[frameOfRow(volume + 1) + 65], 1e-6, "two grid steps later");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void tracks_stand_left_right_right_left(int tracks) throws IOException {
    for (int track = 0; track < tracks; track++) {
      SongText song = SongText.song("x").tag(tracks + "CHN", tracks).sample(Songs.constant(64));
      float[][] sides = render(song.pattern("--- | ".repeat(track) + "C-2 01").module(), 1_000);

      boolean isLeft = track % 4 == 0 || track % 4 == 3;
      double level = HALF * 2 / tracks;
      assertEquals(isLeft ? level : 0, sides[0][999], 1e-6, "left of track " + track);
      assertEquals(isLeft ? 0 : level, sides[1][999], 1e-6, "right of track " + track);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_new_note_ends_the_old_one_also_of_another_instrument(Instruments kind) throws IOException {
    Module song = song("C-2 01\nC-2 02\nC-2 01", Songs.sine(32), Songs.constant(64));

    float[] left = render(song, frameOfRow(2), kind, Interpolation.NEAREST)[0];

    for (int frame = frameOfRow(1) + CUT + 1; frame < left.length; frame++) {
      assertEquals(HALF * TRACK_OF_FOUR, left[frame], 1e-6, "frame " + frame);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_note_of_an_empty_sample_silences_its_track(Instruments kind) throws IOException {
    Module song = song("C-2 01\nC-2 02", Songs.sine(32), ModuleSample.EMPTY);

    float[] left = render(song, frameOfRow(3), kind, Interpolation.NEAREST)[0];

    assertTrue(Measure.peak(Measure.slice(left, 0, frameOfRow(1))) > 0.4);
    assertEquals(0, Measure.peak(Measure.slice(left, frameOfRow(1) + CUT, left.length)));
  }

  @ParameterizedTest
  @EnumSource
  void a_lone_number_changes_the_sample_at_the_end_of_the_pass(Instruments kind)
      throws IOException {
    ModuleSample first = steps(0, 512, 64, 32); // a pass takes 512 of its frames
    ModuleSample next = steps(512, 512, 1, 1, -64, -32);
    Module song = song("C-2 01\n--- 02", first, next);
    double pass = 512 * RATE / Songs.hz(428);
    double swap = Math.ceil(frameOfRow(1) / pass) * pass;

    float[] left = render(song, (int) (swap + 3 * pass), kind, Interpolation.NEAREST)[0];

    assertEquals(0.25 * TRACK_OF_FOUR, left[(int) swap - 9], 1e-6, "the old one's end");
    assertEquals(-0.5 * TRACK_OF_FOUR, left[(int) swap + 9], 1e-6, "the loop of the next");
    assertEquals(-0.5 * TRACK_OF_FOUR, left[(int) (swap + 0.5 * pass) - 9], 1e-6, "from its start");
    assertEquals(-0.25 * TRACK_OF_FOUR, left[(int) (swap + 0.5 * pass) + 9], 1e-6);
    assertEquals(-0.5 * TRACK_OF_FOUR, left[(int) (swap + pass) + 9], 1e-6, "round and round");
  }

  @ParameterizedTest
  @EnumSource
  void after_a_swap_a_note_of_either_sample_ends_what_sounds(Instruments kind) throws IOException {
    for (String last : new String[] {"01", "02", "03"}) {
      Module song =
          song(
              "C-2 01\n--- 02\n---\nC-2 " + last,
              Songs.sine(32),
              Songs.sine(64),
              Songs.constant(64));
      float[] left = render(song, 4 * frameOfRow(1), kind, Interpolation.NEAREST)[0];
      Module alone =
          song("---\n---\n---\nC-2 " + last, Songs.sine(32), Songs.sine(64), Songs.constant(64));
      float[] wanted = render(alone, 4 * frameOfRow(1), kind, Interpolation.NEAREST)[0];

      int from = frameOfRow(3) + CUT + 1;
      assertEquals(
          Arrays.toString(Measure.slice(wanted, from, wanted.length)),
          Arrays.toString(Measure.slice(left, from, left.length)),
          "then " + last);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_number_before_the_first_note_is_silent(Instruments kind) throws IOException {
    float[] left =
        render(
            song("--- 01\n--- 02", Songs.sine(32), Songs.constant(64)),
            frameOfRow(3),
            kind,
            Interpolation.NEAREST)[0];

    assertEquals(0, Measure.peak(left));
  }

  @Test
  void a_sample_begins_at_its_offset() throws IOException {
    float[] left = render(song("C-2 01 901", steps(0, 0, 64, -64)), 1_000)[0];

    // Offsets in the row of a note count twice for the notes to come, not for this one
    assertEquals(-0.5 * TRACK_OF_FOUR, left[0], 1e-6);
  }

  @ParameterizedTest
  @EnumSource
  void an_offset_past_the_end_is_silent_or_goes_to_the_loop(Instruments kind) throws IOException {
    float[] once =
        render(song("C-2 01 9F0", steps(0, 0, 64, 64)), 9_000, kind, Interpolation.NEAREST)[0];
    assertEquals(0, Measure.peak(once));

    float[] looped =
        render(
            song("C-2 01 9F0", steps(512, 256, 64, 64, -64)), 9_000, kind, Interpolation.NEAREST)[
            0];
    for (float value : looped) {
      assertEquals(-0.5 * TRACK_OF_FOUR, value, 1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_loop_from_the_start_follows_the_whole_sample(Instruments kind) throws IOException {
    float[] left =
        render(song("C-2 01", steps(0, 256, 64, 32, 16, 8)), 9_000, kind, Interpolation.NEAREST)[0];

    double step = 256 * RATE / Songs.hz(428);
    double[] levels = {64, 32, 16, 8, 64, 64};
    for (int i = 0; i < levels.length; i++) {
      double level = levels[i] / 128 * TRACK_OF_FOUR;
      assertEquals(level, left[(int) (i * step) + 9], 1e-6, "step " + i);
      assertEquals(level, left[(int) ((i + 1) * step) - 9], 1e-6, "end of step " + i);
    }
  }

  @Test
  void an_inverted_loop_is_heard_on_every_track_and_for_good() throws IOException {
    Module song =
        song(
            "C-2 01 EFF | C-2 01" + "\n--- -- EFF".repeat(20) + "\n--- -- EF0\nC-2 01 | C-2 01",
            steps(0, 256, 64));

    float[][] sides = render(song, frameOfRow(24));

    double inverted = (-0.5 - 1.0 / 128) * TRACK_OF_FOUR;
    for (float[] side : sides) {
      float[] later = Measure.slice(side, frameOfRow(22) + 600, side.length);
      int count = 0;
      for (float value : later) {
        assertTrue(value > 0.24 || Math.abs(value - inverted) < 1e-6, "value " + value);
        count += value < 0 ? 1 : 0;
      }
      assertTrue(count > later.length / 8, "inverted: " + count + " of " + later.length);
    }
  }

  @Test
  void a_delayed_row_lasts_longer() throws IOException {
    float[] left = render(song("--- -- EE3\nC-2 01", Songs.constant(64)), RATE)[0];

    assertEquals(frameOfRow(4), firstSound(left, 0));
  }

  @Test
  void a_song_lasts_as_long_at_any_rate() throws IOException {
    Module song = song("C-2 01 F07\n--- -- F4D\n--- -- F9B\n--- -- D00", Songs.constant(64));
    double[] seconds = new double[3];
    int[] rates = {44_100, 48_000, 96_000};
    for (int i = 0; i < rates.length; i++) {
      try (Modpool modpool = Modpool.open(new Settings().channels(0).rate(rates[i]))) {
        modpool.control().songs().open(song, SongTiming.CIA, 50);
        float[] left = new Performance().render(modpool, 45 * rates[i], 1_000)[0];
        int last = left.length - 1;
        while (left[last] == 0) {
          last--;
        }
        seconds[i] = (double) last / rates[i];
      }
    }

    assertTrue(seconds[0] > 20 && seconds[0] < 44, "seconds: " + seconds[0]);
    assertEquals(seconds[0], seconds[1], 1e-4);
    assertEquals(seconds[0], seconds[2], 1e-4);
  }
}
