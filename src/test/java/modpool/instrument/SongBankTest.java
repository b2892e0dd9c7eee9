package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import modpool.dsp.Interpolation;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.Songs;
import modpool.worklet.CapturedLog;
import modpool.worklet.EngineSettings;
import modpool.worklet.PoolStats;
import modpool.worklet.PoolStats.Row;
import modpool.worklet.WorkletPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The song bank and the pool it borrows from.
class SongBankTest {
  private static final EngineSettings SETTINGS = EngineSettings.of(8_000, Interpolation.LINEAR);

  private final WorkletPool pool = new WorkletPool(SETTINGS);
  private final SongBank bank = new SongBank(new InstrumentFactory(Kind.POOLED, SETTINGS, pool));

  @Test
  void seven_instruments_on_four_tracks_share_two_worklets() {
    bank.load(Songs.withInstruments(7, 4));

    assertEquals(
        new PoolStats(
            2,
            32,
            28,
            4,
            List.of(
                new Row("01", 0, "0-3", 0),
                new Row("02", 0, "4-7", 0),
                new Row("03", 0, "8-11", 0),
                new Row("04", 0, "12-15", 0),
                new Row("05", 1, "0-3", 0),
                new Row("06", 1, "4-7", 0),
                new Row("07", 1, "8-11", 0))),
        pool.getStats());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 1", "5, 2", "8, 2", "20, 5", "31, 8"})
  void songs_take_as_many_worklets_as_they_need_and_no_more(int instruments, int worklets) {
    bank.load(Songs.withInstruments(instruments, 4));

    assertEquals(worklets, pool.getStats().workletCount());
    assertEquals(4 * instruments, pool.getStats().allocatedVoices());
  }

  @Test
  void only_what_the_song_plays_is_prepared() {
    Module song =
        SongText.song("x")
            .sample("played", 64)
            .sample("never named", 64)
            .sample("named in a pattern that is not played", 64)
            .sample("empty", 0)
            .sample("named without a note", 64)
            .pattern("C-2 01 | C-2 04 | --- 05")
            .pattern("C-2 03")
            .orders(0)
            .module();

    SongSlots slots = bank.load(song);

    assertEquals(List.of("01", "05"), slots.instruments().stream().map(Instrument::id).toList());
    for (int number : new int[] {0, 2, 3, 4, 31, 63}) {
      assertNull(slots.instrument(number), "number " + number);
      assertNull(slots.zone(number), "number " + number);
    }
  }

  @Test
  void a_track_plays_the_voice_that_is_its_place_among_the_sample_s_tracks() {
    Module song =
        SongText.song("x")
            .tag("6CHN", 6)
            .sample("a", 64)
            .sample("b", 64)
            .pattern("--- | C-2 01 | --- | C-2 01 | C-2 02 | C-2 02\nC-2 02")
            .pattern("--- | --- | --- | --- | C-2 01")
            .orders(0, 1)
            .module();

    SongSlots slots = bank.load(song);

    assertEquals(
        List.of(0, 1, 2), List.of(slots.voice(1, 1), slots.voice(1, 3), slots.voice(1, 4)));
    assertEquals(
        List.of(0, 1, 2), List.of(slots.voice(2, 0), slots.voice(2, 4), slots.voice(2, 5)));
    assertEquals(-1, slots.voice(1, 0), "a track that does not use it has none");
    assertEquals(4, slots.instrument(1).voices(), "four at least");
  }

  @Test
  void six_tracks_that_use_a_sample_have_six_voices() {
    bank.load(Songs.everywhere(6));

    assertEquals(List.of(new Row("01", 0, "0-5", 0)), pool.getStats().allocations());
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 28, 32})
  void more_than_sixteen_tracks_take_several_ranges(int tracks) {
    SongSlots slots = bank.load(Songs.everywhere(tracks));

    List<Row> rows = pool.getStats().allocations();
    assertEquals(2, rows.size(), rows.toString());
    assertEquals(new Row("01", 0, "0-15", 0), rows.getFirst());
    assertEquals(16, rows.getLast().firstLocalVoice());
    assertTrue(slots.instrument(1).voices() >= tracks);
    Set<Integer> voices = new HashSet<>();
    for (int track = 0; track < tracks; track++) {
      voices.add(slots.voice(1, track));
    }
    assertEquals(tracks, voices.size(), "each track has a voice of its own");
  }

  @Test
  void a_reset_keeps_the_worklets_and_gives_all_voices_back() {
    bank.load(Songs.withInstruments(7, 4));
    bank.resetForNewSong();

    assertEquals(new PoolStats(2, 32, 0, 32, List.of()), pool.getStats());
    assertEquals(List.of(), bank.slots().instruments());
  }

  @Test
  void the_next_song_takes_the_voices_of_the_last() {
    bank.load(Songs.withInstruments(7, 4));
    bank.load(Songs.withInstruments(3, 4));
    assertEquals(12, pool.getStats().allocatedVoices());

    bank.load(Songs.withInstruments(8, 4));
    assertEquals(new PoolStats(2, 32, 32, 0, pool.getStats().allocations()), pool.getStats());
  }

  @Test
  void two_hundred_songs_take_what_the_largest_needs() {
    for (int i = 0; i < 200; i++) {
      bank.load(i % 3 == 0 ? Songs.everywhere(28) : Songs.withInstruments(1 + i % 31, 4));
      assertTrue(pool.getStats().workletCount() <= 8, "song " + i + ": " + pool.getStats());
    }
  }

  @Test
  void live_channels_keep_theirs_beside_the_song() {
    pool.allocateVoices("ch01");
    bank.load(Songs.withInstruments(3, 4));
    bank.load(Songs.withInstruments(7, 4));
    bank.resetForNewSong();

    assertEquals(List.of(new Row("ch01", 0, "0-3", 0)), pool.getStats().allocations());
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"DEDICATED", "SIMPLE"})
  void the_other_kinds_take_nothing_from_the_pool(Kind kind) {
    SongSlots slots =
        new SongBank(new InstrumentFactory(kind, SETTINGS, pool)).load(Songs.withInstruments(7, 4));

    assertEquals(7, slots.instruments().size());
    assertEquals(new PoolStats(0, 0, 0, 0, List.of()), pool.getStats());
  }

  @Test
  void the_figures_are_logged_with_each_song() {
    try (CapturedLog log = new CapturedLog(SongBank.class)) {
      bank.load(Songs.withInstruments(7, 4));

      String line = log.lines().getFirst();
      assertTrue(line.startsWith("FINE [SongBank] Worklet pool stats: "), line);
      assertTrue(line.contains("workletCount=2, totalVoices=32, allocatedVoices=28"), line);
    }
  }

  // When the pool can lend no more

  private static WorkletPool ofTwoWorklets() {
    return new WorkletPool(SETTINGS, WorkletPool.Adoption.IMMEDIATE, 2);
  }

  @Test
  void a_song_that_does_not_fit_gets_worklets_of_its_own_with_one_warning() {
    WorkletPool small = ofTwoWorklets();
    SongBank tight = new SongBank(new InstrumentFactory(Kind.POOLED, SETTINGS, small));
    tight.load(Songs.withInstruments(7, 4));
    try (CapturedLog log = new CapturedLog(InstrumentFactory.class)) {
      SongSlots slots = tight.load(Songs.withInstruments(20, 4));

      slots.instruments().forEach(i -> assertInstanceOf(DedicatedInstrument.class, i, i.id()));
      assertEquals(new PoolStats(2, 32, 0, 32, List.of()), small.getStats(), "nothing half lent");

      tight.load(Songs.withInstruments(21, 4));
      assertEquals(1, log.lines().size(), log.lines().toString());
      assertTrue(
          log.lines().getFirst().startsWith("WARNING the song gets"), log.lines().getFirst());
    }
    SongSlots fits = tight.load(Songs.withInstruments(7, 4));
    fits.instruments().forEach(i -> assertInstanceOf(PooledInstrument.class, i, i.id()));
  }

  @Test
  void an_instrument_that_does_not_fit_gets_a_worklet_of_its_own() {
    InstrumentFactory factory = new InstrumentFactory(Kind.POOLED, SETTINGS, ofTwoWorklets());
    try (CapturedLog log = new CapturedLog(InstrumentFactory.class)) {
      assertInstanceOf(PooledInstrument.class, factory.create("ch01", 16, Sharing.NONE));
      assertInstanceOf(PooledInstrument.class, factory.create("ch02", 16, Sharing.NONE));
      assertInstanceOf(DedicatedInstrument.class, factory.create("ch03", 4, Sharing.NONE));
      assertInstanceOf(DedicatedInstrument.class, factory.create("ch04", 4, Sharing.NONE));

      assertEquals(
          List.of(
              "WARNING ch03 gets worklets of its own: all 2 worklets of the pool are lent: no 4"
                  + " voices for ch03"),
          log.lines());
    }
  }
}
