package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntSupplier;
import modpool.Settings.Instruments;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.testing.Take;
import modpool.testing.Waves;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A tracker's effects held by fingers: controllers 102-111, or key switches. That each is heard is
/// the implementation chart's test.
class FingeredEffectsTest {
  private static final int RATE = Performance.RATE;
  private static final double HZ = 400; // key 60
  private static final int ARPEGGIO = 102;
  private static final int DELAY = 110;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(HZ, RATE))
        .wave("saw", 40_000, Waves.saw(100))
        .loop("sine", "\"gainDb\": 0")
        .loop("saw", "\"amplitude\": {\"attackMs\": 9, \"releaseMs\": 90}")
        .write();
  }

  private static Settings settings() {
    return new Settings().bank(folder);
  }

  private static void assertArpeggio(Take take, double tickMs, int fromTick, int toTick) {
    double[] ratio = {1, Math.pow(2, 4 / 12.0), Math.pow(2, 7 / 12.0)};
    for (int tick = fromTick; tick < toTick; tick++) {
      double cents =
          take.cents(HZ * ratio[tick % 3], tickMs * tick + 1.5, tickMs * (tick + 1) - 1.5);
      assertEquals(0, cents, 15, "tick " + tick);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_instrument_plays_them(Instruments kind) {
    Take take = new Take().cc(ARPEGGIO, 0x47).on(60);
    assertArpeggio(take.play(settings().instruments(kind), 500), 20, 0, 20);
  }

  @Test
  void ticks_are_counted_from_the_beginning_whenever_a_key_comes() {
    Take take = new Take().cc(ARPEGGIO, 0x47).at(50).on(60).play(settings(), 300);

    assertEquals(0, take.cents(HZ, 51, 59), 25, "the rest of a tick");
    assertEquals(400, take.cents(HZ * 1.26, 61, 79) + 400.1, 15);
    assertEquals(0, take.cents(HZ, 101, 119), 15);
  }

  @Test
  void while_a_song_plays_its_ticks_count() throws IOException {
    Module song = SongText.song("slow").pattern("--- -- F32 | --- -- F03").module(); // 50 ms a tick
    try (Modpool modpool = Modpool.open(settings())) {
      modpool.control().songs().open(song, SongTiming.CIA, 0);
      Performance played = new Performance().control(0, 1, ARPEGGIO, 0x47);
      played.keyDown(RATE / 2, 1, 60, 127);
      float[] left = played.render(modpool, RATE, 64)[0];
      int last = 0;
      int longest = 0; // frames at the key's own pitch
      for (int at = RATE / 2 + RATE / 10; at + 480 < RATE; at += 48) {
        boolean own = Measure.amplitude(Measure.slice(left, at, at + 480), RATE, HZ) > 0.08;
        last = own ? last + 48 : 0;
        longest = Math.max(longest, last);
      }
      assertTrue(longest > 0.035 * RATE && longest < 0.055 * RATE, "" + longest);
    }
  }

  @Test
  void a_reset_of_controllers_lets_go_of_them() {
    for (int effect = 102; effect <= 111; effect++) {
      Take plain = new Take().at(300).on(60).play(settings(), 800);
      Take reset = new Take().cc(effect, 60).at(100).cc(121, 0).at(300).on(60);
      assertArrayEquals(plain.left(0, 800), reset.play(settings(), 800).left(0, 800), "" + effect);
      Take system = new Take().cc(effect, 60).at(100).system(0xFF).at(300).on(60);
      assertArrayEquals(plain.left(0, 800), system.play(settings(), 800).left(0, 800));
    }
  }

  @Test
  void key_switches_hold_effects_and_play_nothing() {
    Settings keys = settings().effectKeys(1, 24);
    Take silent = new Take();
    for (int key = 24; key < 36; key++) {
      silent.on(key);
    }
    assertEquals(0, silent.play(keys, 300).level(0, 300));

    Take take = new Take().send(0x90, 24, 0x47).on(60).at(410).off(24).play(keys, 800);
    assertArpeggio(take, 20, 0, 20);
    assertEquals(0, take.cents(HZ, 425, 790), 1, "while the key is down");
    Take beside = new Take().on(36).play(keys, 300);
    assertTrue(beside.level(50, 300) > 0.01, "the thirteenth is a note");
  }

  @Test
  void the_members_of_a_zone_have_their_leads_effects() {
    Take take = new Take().rpn(6, 3, 0).cc(ARPEGGIO, 0x47).channel(2).on(60);
    assertArpeggio(take.play(settings(), 500), 20, 0, 20);
  }

  @Test
  void delayed_keys_keep_their_order_and_leave_nothing_behind() {
    Take take = new Take().cc(DELAY, 40).on(60).off(60).on(64).at(60).cc(DELAY, 0).on(67);
    take.at(400).off(64).off(67).play(settings(), 1_000);

    assertTrue(take.part(HZ * Math.pow(2, 4 / 12.0), 200, 390) > 0.05);
    assertTrue(take.part(HZ * Math.pow(2, 7 / 12.0), 200, 390) > 0.05);
    assertTrue(take.level(700, 1_000) < 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void the_bytes_depend_neither_on_blocks_nor_on_places(Instruments kind) throws IOException {
    for (boolean song : new boolean[] {false, true}) {
      float[][] wanted = render(kind, song, () -> 1024, false);
      assertTrue(Measure.peak(wanted[0]) > 0.1);
      for (int size : new int[] {1, 17, 64}) {
        assertSame(wanted, render(kind, song, () -> size, false));
      }
      if (kind != Instruments.SIMPLE) {
        Random random = new Random(2);
        assertSame(wanted, render(kind, song, () -> 1 + random.nextInt(200), true));
        assertSame(wanted, render(Instruments.DEDICATED, song, () -> 33, false));
      }
    }
  }

  private static void assertSame(float[][] wanted, float[][] got) {
    assertArrayEquals(wanted[0], got[0]);
    assertArrayEquals(wanted[1], got[1]);
  }

  private static float[][] render(
      Instruments kind, boolean song, IntSupplier blocks, boolean compacts) throws IOException {
    int frames = RATE / 2;
    Settings settings = settings().instruments(kind).effectKeys(3, 40);
    Performance played = Performance.random(3, frames, 0xF0F, 2);
    Performance effects = new Performance();
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      int channel = 1 + random.nextInt(12);
      int value = random.nextInt(3) == 0 ? 0 : random.nextInt(128);
      effects.control(i * frames / 300, channel, 102 + random.nextInt(10), value);
    }
    played.with(effects);
    try (Modpool modpool = Modpool.open(settings)) {
      if (compacts) {
        for (int channel = 5; channel <= 8; channel++) {
          modpool.control().desk().close(channel);
        }
        for (int i = 1; i < 10; i++) {
          played.at(i * frames / 10, modpool.control()::compact);
        }
      }
      if (song) {
        modpool.control().songs().open(Songs.anyEffect(5, 4), SongTiming.CIA, 0);
      }
      return played.render(modpool, frames, blocks);
    }
  }
}
