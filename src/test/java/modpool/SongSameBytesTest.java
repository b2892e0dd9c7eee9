package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.function.IntSupplier;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.module.Module;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A song's samples depend on the song and nothing else: not on the blocks, not on where its voices
/// are, not on what moves them about while they sound.
class SongSameBytesTest {
  private static final int FRAMES = 96_000;
  private static final Module FOUR = Songs.anyEffect(1, 4);
  private static final Module MANY = Songs.anyEffect(2, 28);

  @ParameterizedTest
  @EnumSource
  void blocks_of_any_size(Instruments kind) throws IOException {
    for (Module song : new Module[] {FOUR, MANY}) {
      float[][] wanted = render(song, kind, () -> 1024);
      assertTrue(Measure.peak(wanted[0]) > 0.1, "there must be something to compare");
      for (int size : new int[] {1, 17, 64}) {
        assertSame(wanted, render(song, kind, () -> size), song.channels() + " by " + size);
      }
    }
  }

  @Test
  void pooled_and_dedicated() throws IOException {
    for (Module song : new Module[] {FOUR, MANY}) {
      assertSame(
          render(song, Instruments.POOLED, () -> 64),
          render(song, Instruments.DEDICATED, anySize(3)),
          song.title());
    }
  }

  @Test
  void the_pool_compacted_and_channels_coming_and_going_beside_the_song() throws IOException {
    for (Module song : new Module[] {FOUR, MANY}) {
      float[][] wanted = render(song, Instruments.POOLED, () -> 64);
      for (int seed = 0; seed < 3; seed++) {
        try (Modpool modpool = open(Instruments.POOLED, 0xFFFF)) {
          Performance changes = anyChanges(seed, modpool);
          modpool.control().songs().open(song, SongTiming.CIA, 0);
          assertSame(wanted, changes.render(modpool, FRAMES, anySize(seed)), "seed " + seed);
        }
      }
    }
  }

  private static Performance anyChanges(int seed, Modpool modpool) {
    Random random = new Random(seed);
    Performance changes = new Performance();
    changes.at(10, () -> modpool.control().desk().close(1)); // before the song: it makes a hole
    for (int i = 0; i < 80; i++) {
      int channel = 1 + random.nextInt(16);
      int voices = 1 + random.nextInt(16);
      long frame = random.nextInt(FRAMES);
      switch (random.nextInt(3)) {
        case 0 -> changes.at(frame, () -> modpool.control().desk().close(channel));
        case 1 -> changes.at(frame, () -> modpool.voices(channel, voices));
        default -> changes.at(frame, modpool.control()::compact);
      }
    }
    return changes;
  }

  @ParameterizedTest
  @EnumSource
  void a_song_after_other_songs(Instruments kind) throws IOException {
    float[][] wanted = render(FOUR, kind, () -> 64);
    int before = 32 * 300; // a grid frame: control steps are where they would be

    try (Modpool modpool = open(kind, 0)) {
      for (int i = 0; i < 5; i++) {
        modpool
            .control()
            .songs()
            .open(i % 2 == 0 ? MANY : Songs.withInstruments(31, 4), SongTiming.CIA, 0);
        new Performance().render(modpool, before / 6, 50);
      }
      modpool.control().songs().close();
      new Performance().render(modpool, before - 5 * (before / 6), 50);
      assertTrue(modpool.isIdle(), "silent before it begins");
      modpool.control().songs().open(Songs.anyEffect(1, 4), SongTiming.CIA, 0);

      assertSame(wanted, new Performance().render(modpool, FRAMES, 64), kind.name());
    }
  }

  private static Modpool open(Instruments kind, int channels) throws IOException {
    return Modpool.open(
        new Settings()
            .instruments(kind)
            .channels(channels)
            .interpolation(Interpolation.LINEAR)
            .blockFrames(64));
  }

  private static float[][] render(Module song, Instruments kind, IntSupplier blocks)
      throws IOException {
    try (Modpool modpool = open(kind, 0)) {
      modpool.control().songs().open(song, SongTiming.CIA, 0);
      return new Performance().render(modpool, FRAMES, blocks);
    }
  }

  private static IntSupplier anySize(long seed) {
    Random random = new Random(seed);
    return () -> 1 + random.nextInt(random.nextInt(8) == 0 ? 1024 : 70);
  }

  private static void assertSame(float[][] wanted, float[][] got, String what) {
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < wanted[side].length; i++) {
        if (Float.floatToRawIntBits(wanted[side][i]) != Float.floatToRawIntBits(got[side][i])) {
          assertEquals(wanted[side][i], got[side][i], what + ", frame " + i + " of side " + side);
        }
      }
    }
  }
}
