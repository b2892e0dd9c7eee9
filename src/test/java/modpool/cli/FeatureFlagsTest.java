package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import modpool.Modpool;
import modpool.Settings;
import modpool.Settings.Instruments;
import modpool.cli.option.FeatureFlags;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which setting makes what play: the README's table.
class FeatureFlagsTest {
  private static final int FRAMES = 24_000;

  private static Settings flags(String pooling, String simplified) {
    return FeatureFlags.set(
        Map.of(
            "MODPOOL_USE_WORKLET_POOLING",
            pooling,
            "MODPOOL_USE_SIMPLIFIED_MOD_INSTRUMENTS",
            simplified),
        new Settings());
  }

  private static float[] songAndKeys(Settings settings) throws IOException {
    try (Modpool modpool = Modpool.open(settings.channels(3))) {
      modpool.control().songs().open(Songs.anyEffect(1, 4), SongTiming.CIA, 0);
      return Performance.random(1, FRAMES, 3, 128).render(modpool, FRAMES, 64)[0];
    }
  }

  private static boolean borrows(Settings settings) throws IOException {
    try (Modpool modpool = Modpool.open(settings.channels(3))) {
      modpool.control().songs().open(Songs.withInstruments(7, 4), SongTiming.CIA, 0);
      int allocated = modpool.control().poolStats().allocatedVoices();
      assertTrue(allocated == 0 || allocated == 28 + 8, "songs and channels alike: " + allocated);
      return allocated > 0;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', POOLED",
    "true, false, POOLED",
    "false, false, DEDICATED",
    "true, true, SIMPLE",
    "FALSE, True, SIMPLE"
  })
  void the_flags_choose_what_plays_songs_and_channels(
      String pooling, String simplified, Instruments kind) throws IOException {
    assertEquals(kind == Instruments.POOLED, borrows(flags(pooling, simplified)));
    assertArrayEquals(
        songAndKeys(new Settings().instruments(kind)), songAndKeys(flags(pooling, simplified)));
  }

  @Test
  void what_is_said_outright_goes_first() throws IOException {
    assertTrue(borrows(flags("false", "true").instruments(Instruments.POOLED)));
    assertFalse(borrows(flags("true", "").instruments(Instruments.DEDICATED)));
  }

  @Test
  void another_word_is_refused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> flags("perhaps", ""));

    assertEquals("MODPOOL_USE_WORKLET_POOLING must be true or false: perhaps", e.getMessage());
  }

  @Test
  void the_readme_names_them() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertTrue(readme.contains(FeatureFlags.USE_WORKLET_POOLING));
    assertTrue(readme.contains(FeatureFlags.USE_SIMPLIFIED_MOD_INSTRUMENTS));
    assertTrue(readme.contains("| false | false | `dedicated` |"));
    assertTrue(readme.contains("| true or false | true | `simple` |"));
  }
}
