package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.bridge.Meters.Meter;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is done to a song while it plays: mute, stop, seek, another song. Every 50 ms for a minute
/// on steady sines, and the sound may nowhere bend more than half as sharply again as they do.
class SongChangesTest {
  private static final int RATE = 48_000;
  private static final int BETWEEN = RATE / 20;
  private static final int MINUTE = 60 * RATE;
  private static final double LIMIT = 1.5;
  private static final int CUT = (int) (0.005 * RATE) + 64;

  /// Four tracks of one sine each, for ever, by any of seven instruments; all of one pitch, so that
  /// all bend together.
  private static Module sines(int firstSample) {
    StringBuilder row = new StringBuilder();
    SongText song = SongText.song("sines from " + firstSample);
    for (int i = 0; i < 7; i++) {
      song.sample(Songs.pureSine());
    }
    for (int track = 0; track < 4; track++) {
      row.append("C-1 %02d | ".formatted(1 + (firstSample + track) % 7));
    }
    return song.pattern(row.toString()).pattern("").orders(0, 1, 0, 1).module();
  }

  private static Modpool open(Instruments kind) throws IOException {
    return Modpool.open(
        new Settings().instruments(kind).channels(0).interpolation(Interpolation.SINC));
  }

  private interface Change {
    void to(Modpool modpool, Random random);
  }

  private static void assertNoClick(Instruments kind, int seconds, Change change)
      throws IOException {
    Module song = sines(0);
    double steady = steadyBend(song, kind);
    int frames = seconds * RATE;
    try (Modpool modpool = open(kind)) {
      modpool.control().songs().open(song, SongTiming.CIA, 0);
      Random random = new Random(7);
      Performance performance = new Performance();
      for (int frame = BETWEEN; frame < frames; frame += BETWEEN) {
        performance.at(frame, () -> change.to(modpool, random));
      }
      float[][] sides = performance.render(modpool, frames, () -> 1 + random.nextInt(100));
      for (float[] side : sides) {
        double bend = Measure.largestBend(side) / steady;
        assertTrue(bend <= LIMIT, kind + ": " + bend);
        assertTrue(bend >= 0.99, kind + ": " + bend + ", nothing was measured");
      }
      assertSilentOnceClosed(modpool);
    }
  }

  private static double steadyBend(Module song, Instruments kind) throws IOException {
    try (Modpool modpool = open(kind)) {
      modpool.control().songs().open(song, SongTiming.CIA, 0);
      float[] left = new Performance().render(modpool, RATE / 2, 64)[0];
      return Measure.largestBend(Measure.slice(left, 4_800, left.length));
    }
  }

  private static void assertSilentOnceClosed(Modpool modpool) {
    modpool.control().songs().close();
    new Performance().render(modpool, CUT, 32);

    float[][] after = new Performance().render(modpool, RATE / 10, 64);
    assertEquals(0, Measure.peak(after[0]));
    assertEquals(0, Measure.peak(after[1]));
    assertEquals(0, modpool.control().meters().get(Meter.VOICES));
    assertEquals(0, modpool.control().poolStats().allocatedVoices());
    assertEquals(
        modpool.control().poolStats().totalVoices(), modpool.control().poolStats().freeVoices());
    assertTrue(modpool.isIdle());
  }

  @ParameterizedTest
  @EnumSource
  void mutes_do_not_click(Instruments kind) throws IOException {
    boolean[] muted = new boolean[4];
    assertNoClick(
        kind,
        60,
        (modpool, random) -> {
          int track = random.nextInt(4);
          muted[track] ^= true;
          modpool.control().songs().mute(track + 1, muted[track]);
        });
  }

  @ParameterizedTest
  @EnumSource
  void solos_do_not_click(Instruments kind) throws IOException {
    assertNoClick(
        kind,
        20,
        (modpool, random) -> {
          int solo = random.nextInt(5);
          for (int track = 0; track < 4; track++) {
            modpool.control().songs().mute(track + 1, solo < 4 && track != solo);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_song_that_stops_does_not_click(Instruments kind) throws IOException {
    Module song = sines(0);
    double steady = steadyBend(song, kind);
    for (int phase = 0; phase < 40; phase++) {
      try (Modpool modpool = open(kind)) {
        modpool.control().songs().open(song, SongTiming.CIA, 0);
        long at = 4_800 + 5 * phase;
        boolean closes = phase % 2 == 0;
        Performance performance = new Performance().at(at, () -> stop(modpool, closes));
        float[] left = performance.render(modpool, 9_600, 5)[0];

        double bend = Measure.largestBend(left) / steady;
        assertTrue(bend <= LIMIT, kind + " at " + at + ": " + bend);
        assertTrue(bend >= 0.99, kind + " at " + at + ": " + bend + ", nothing was measured");
        assertEquals(0, Measure.peak(Measure.slice(left, (int) at + CUT, left.length)));
      }
    }
  }

  private static void stop(Modpool modpool, boolean closes) {
    if (closes) {
      modpool.control().songs().close();
    } else {
      modpool.control().songs().run(false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void seeks_do_not_click(Instruments kind) throws IOException {
    assertNoClick(
        kind,
        60,
        (modpool, random) -> modpool.control().songs().seek(SongPlace.ofOrder(random.nextInt(4))));
  }

  @ParameterizedTest
  @EnumSource
  void songs_after_songs_do_not_click(Instruments kind) throws IOException {
    Module[] songs = {sines(0), sines(1), sines(2), sines(5)};
    assertNoClick(
        kind,
        60,
        (modpool, random) ->
            modpool.control().songs().open(songs[random.nextInt(songs.length)], SongTiming.CIA, 0));
  }

  @ParameterizedTest
  @EnumSource
  void anything_at_any_time_leaves_nothing_sounding(Instruments kind) throws IOException {
    Module[] songs = {
      Songs.anyEffect(1, 4), Songs.anyEffect(2, 28), Songs.withInstruments(31, 4), sines(0)
    };
    try (Modpool modpool = open(kind)) {
      Random random = new Random(11);
      Performance performance = new Performance();
      for (int frame = 0; frame < MINUTE / 3; frame += 1 + random.nextInt(2 * BETWEEN)) {
        performance.at(frame, () -> anything(modpool, songs, random));
      }
      performance.render(modpool, MINUTE / 3, () -> 1 + random.nextInt(300));
      for (int channel = 1; channel <= 16; channel++) {
        modpool.control().desk().close(channel);
      }
      assertSilentOnceClosed(modpool);
    }
  }

  private static void anything(Modpool modpool, Module[] songs, Random random) {
    switch (random.nextInt(8)) {
      case 0 ->
          modpool.control().songs().open(songs[random.nextInt(songs.length)], SongTiming.CIA, 0);
      case 1 -> modpool.control().songs().close();
      case 2 -> modpool.control().songs().run(random.nextBoolean());
      case 3 -> modpool.control().songs().seek(SongPlace.ofOrder(random.nextInt(8)));
      case 4 -> modpool.control().compact();
      case 5 -> modpool.voices(1 + random.nextInt(16), 1 + random.nextInt(16));
      case 6 -> modpool.control().desk().close(1 + random.nextInt(16));
      default -> modpool.control().songs().mute(1 + random.nextInt(30), random.nextBoolean());
    }
    for (int channel = 1; channel <= 16 && random.nextInt(4) == 0; channel++) {
      modpool.control().desk().close(channel);
    }
  }

  @Test
  void two_hundred_songs_in_turn_take_what_the_largest_needs() throws IOException {
    Module[] songs = {
      Songs.everywhere(32), Songs.anyEffect(3, 28), Songs.withInstruments(31, 4), sines(0)
    };
    int most = 0;
    for (Module song : songs) {
      try (Modpool modpool = open(Instruments.POOLED)) {
        modpool.control().songs().open(song, SongTiming.CIA, 0);
        most = Math.max(most, modpool.control().poolStats().workletCount());
      }
    }
    try (Modpool modpool = open(Instruments.POOLED)) {
      Random random = new Random(5);
      long used = 0;
      for (int i = 0; i < 200; i++) {
        modpool.control().songs().open(songs[random.nextInt(songs.length)], SongTiming.CIA, 0);
        new Performance().render(modpool, 1 + random.nextInt(600), 64); // shorter than a fade, too
        assertTrue(
            modpool.control().poolStats().workletCount() <= most,
            "song " + i + ": " + modpool.control().poolStats());
        if (i == 50) {
          used = heapInUse();
        }
      }
      assertTrue(heapInUse() - used < 3_000_000, "heap grew by " + (heapInUse() - used));
      assertSilentOnceClosed(modpool);
    }
  }

  private static long heapInUse() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void live_channels_play_on_while_songs_change() throws IOException {
    Performance keys = Performance.random(3, RATE, 0xF, 128);
    float[][] wanted;
    try (Modpool modpool = Modpool.open(new Settings().channels(0xF))) {
      wanted = keys.render(modpool, RATE, 64);
    }
    try (Modpool modpool = Modpool.open(new Settings().channels(0xF))) {
      for (int track = 1; track <= 28; track++) {
        modpool.control().songs().mute(track, true);
      }
      Performance both = Performance.random(3, RATE, 0xF, 128);
      for (int frame = 0; frame < RATE; frame += BETWEEN) {
        Module song = Songs.anyEffect(frame, frame % 3 == 0 ? 4 : 28);
        both.at(frame, () -> modpool.control().songs().open(song, SongTiming.CIA, 0));
      }
      float[][] got = both.render(modpool, RATE, 64);
      assertArrayEquals(wanted[0], got[0]);
      assertArrayEquals(wanted[1], got[1]);
    }
  }

  // Seeking

  @ParameterizedTest
  @EnumSource
  void a_seek_lands_where_playing_leads(Instruments kind) throws IOException {
    Module song =
        SongText.song("x")
            .sample(Songs.sine(32))
            .sample(Songs.sine(40))
            .pattern("C-2 01 F03 | C-2 02 48F\nC-2 01 C20 | E-2 02 310\n--- -- D00")
            .pattern("E-2 -- | --- -- 300\n--- | G-2 -- 400\nA-2 02 | --- -- 640\n--- -- D00")
            .orders(0, 1, 0, 1)
            .module();
    assertSeekLandsWherePlayingLeads(kind, song);
  }

  @Test
  void a_seek_finds_the_samples_as_the_song_has_turned_them() throws IOException {
    Module song =
        SongText.song("x")
            .sample(Songs.sine(32))
            .sample(Songs.sine(40))
            .pattern("C-2 01 F03 | C-2 02 EFF\n--- -- EFF | E-2 02\n--- -- D00")
            .pattern("E-2 -- | --- -- EF0\n--- | G-2 --\nA-2 01 EF0 | ---\n--- -- D00")
            .orders(0, 1, 0, 1)
            .module();
    assertSeekLandsWherePlayingLeads(Instruments.POOLED, song);
  }

  /// Orders 0 and 1 have three and four rows of three ticks.
  private static void assertSeekLandsWherePlayingLeads(Instruments kind, Module song)
      throws IOException {
    int rowClocks = 70_940 * 3;
    int begins = (int) (7.0 * rowClocks * RATE / Songs.CLOCK_HZ); // orders 0 and 1: 3 and 4 rows
    int secondRow = (int) (8.0 * rowClocks * RATE / Songs.CLOCK_HZ) - begins;
    try (Modpool playing = open(kind);
        Modpool seeking = open(kind)) {
      playing.control().songs().open(song, SongTiming.CIA, 0);
      new Performance().render(playing, begins, 64);
      seeking.control().songs().open(song, SongTiming.CIA, 0);
      new Performance().render(seeking, begins % 32, 1); // the control grid lies alike
      seeking.control().songs().seek(SongPlace.ofOrder(2));
      float[][] played = new Performance().render(playing, RATE / 2, 64);
      float[][] sought = new Performance().render(seeking, RATE / 2, 64);

      for (int side = 0; side < 2; side++) {
        assertTrue(Measure.peak(played[side]) > 0.1);
        assertArrayEquals(
            Measure.slice(played[side], secondRow + CUT, RATE / 2),
            Measure.slice(sought[side], secondRow + CUT, RATE / 2),
            kind + " side " + side);
      }
    }
  }

  @Test
  void a_seek_keeps_mutes_and_standing_still() throws IOException {
    try (Modpool modpool = open(Instruments.POOLED)) {
      modpool.control().songs().open(sines(0), SongTiming.CIA, 0);
      modpool.control().songs().mute(1, true);
      modpool.control().songs().mute(4, true);
      modpool.control().songs().seek(SongPlace.ofOrder(1));
      float[][] sides = new Performance().render(modpool, RATE / 10, 64);
      assertEquals(0, Measure.peak(sides[0]), "the left tracks are muted");
      assertTrue(Measure.peak(sides[1]) > 0.5, "the right ones are not");

      modpool.control().songs().run(false);
      modpool.control().songs().seek(SongPlace.ofOrder(0));
      new Performance().render(modpool, CUT, 64);
      assertEquals(0, Measure.peak(new Performance().render(modpool, RATE / 10, 64)[1]));
      modpool.control().songs().run(true);
      assertTrue(Measure.peak(new Performance().render(modpool, RATE / 10, 64)[1]) > 0.5);
    }
  }

  @Test
  void a_song_s_level_is_two_by_its_tracks() throws IOException {
    for (int tracks : new int[] {4, 8, 28}) {
      try (Modpool modpool = open(Instruments.POOLED)) {
        SongText song = SongText.song("x").tag(tracks + "CH", tracks).sample(Songs.constant(64));
        modpool.control().songs().open(song.pattern("C-2 01").module(), SongTiming.CIA, 0);
        float[] left = new Performance().render(modpool, 2_000, 64)[0];
        assertEquals(0.5 * 2 / tracks, left[1_999], 1e-5, tracks + " tracks");
      }
    }
  }
}
