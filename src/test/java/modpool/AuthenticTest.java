package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import modpool.Settings.Instruments;
import modpool.Settings.Machine;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.StealReason;
import modpool.module.ModReader;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// With `--authentic` all channels together have an Amiga's four voices.
class AuthenticTest {
  private static final int RATE = Performance.RATE;
  private static final double HZ = 400; // key 60
  private static final double SILENT = 1e-4;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(HZ, RATE))
        .loop("sine", "\"pan\": 0.3")
        .loop("sine", "\"amplitude\": {\"releaseMs\": 3000}")
        .write();
  }

  private static Settings settings() {
    return new Settings().bank(folder).authentic(true);
  }

  private static double part(float[] side, int key, int fromFrame, int toFrame) {
    double hz = HZ * Math.pow(2, (key - 60) / 12.0);
    return Measure.amplitude(Measure.slice(side, fromFrame, toFrame), RATE, hz);
  }

  @ParameterizedTest
  @EnumSource
  void the_voices_are_hard_left_right_right_left_whatever_channel_plays(Instruments kind)
      throws IOException {
    try (Modpool modpool = Modpool.open(settings().instruments(kind))) {
      int[] keys = {60, 65, 72, 77};
      Performance played = new Performance();
      for (int i = 0; i < 4; i++) {
        played.control(0, 4 * i + 1, 10, 100).keyDown(i, 4 * i + 1, keys[i], 127);
      }
      float[][] heard = played.render(modpool, RATE / 2, 64);

      for (int i = 0; i < 4; i++) {
        boolean left = i == 0 || i == 3;
        double loud = part(heard[left ? 0 : 1], keys[i], 2_000, 22_000);
        assertTrue(loud > 0.05, "voice " + i + ": " + loud);
        assertTrue(part(heard[left ? 1 : 0], keys[i], 2_000, 22_000) < 0.001 * loud, "voice " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_fifth_note_takes_the_oldest_of_all_channels_and_cuts_it_at_once(Machine machine)
      throws IOException {
    try (Modpool modpool = Modpool.open(settings().machine(machine))) {
      Performance played = new Performance();
      for (int channel = 1; channel <= 4; channel++) {
        played.keyDown(channel, channel, 48 + 5 * channel, 127);
      }
      played.keyDown(24_000, 9, 79, 127);
      float[][] heard = played.render(modpool, RATE, 64);
      Meters meters = modpool.control().meters();

      assertEquals(4, meters.get(Meter.VOICES));
      assertEquals(1, meters.steals(0, StealReason.SHARED_FOUR));
      assertEquals(1, meters.get(Meter.STOLEN));
      assertTrue(part(heard[0], 53, 4_000, 23_900) > 0.02);
      double rest = part(heard[0], 53, 24_000 + 12 + 400, 48_000);
      assertTrue(rest < SILENT, "within 12 frames and what a filter rings on: " + rest);
      assertTrue(part(heard[0], 79, 25_000, 48_000) > 0.02, "the new one has its place");
    }
  }

  @Test
  void a_released_note_goes_before_one_on_the_pedal_and_that_before_a_held_one()
      throws IOException {
    try (Modpool modpool = Modpool.open(settings())) {
      Performance played = new Performance().program(0, 2, 1);
      played.keyDown(1, 1, 60, 127).keyDown(2, 2, 62, 127).keyDown(3, 3, 64, 127);
      played.control(4, 3, 64, 127).keyDown(5, 4, 65, 127);
      played.keyUp(100, 3, 64).keyUp(101, 2, 62);
      played.keyDown(1_000, 5, 70, 127).keyDown(2_000, 6, 71, 127).keyDown(3_000, 7, 72, 127);
      played.render(modpool, 4_000, 64);
      Meters meters = modpool.control().meters();

      for (int channel = 1; channel <= 3; channel++) {
        assertEquals(1, meters.steals(channel - 1, StealReason.SHARED_FOUR), "" + channel);
      }
      assertEquals(0, meters.steals(3, StealReason.SHARED_FOUR), "channel 4 holds its key");
    }
  }

  @Test
  void a_channel_of_one_voice_takes_its_own() throws IOException {
    try (Modpool modpool = Modpool.open(settings().voices(3, 1))) {
      Performance played = new Performance();
      played.keyDown(1, 1, 60, 127).keyDown(2, 3, 62, 127).keyDown(1_000, 3, 64, 127);
      float[][] heard = played.render(modpool, 24_000, 64);
      Meters meters = modpool.control().meters();

      assertEquals(2, meters.get(Meter.VOICES));
      assertEquals(1, meters.steals(2, StealReason.OLDEST));
      assertTrue(part(heard[1], 64, 4_000, 24_000) > 0.02, "and its place");
    }
  }

  @Test
  void channels_keep_their_programs_and_controllers() throws IOException {
    try (Modpool modpool = Modpool.open(settings())) {
      Performance played = new Performance().program(0, 2, 1).control(0, 2, 7, 50);
      played.keyDown(1, 1, 60, 127).keyDown(2, 2, 72, 127).keyUp(12_000, 1, 60);
      played.keyUp(12_000, 2, 72);
      float[][] heard = played.render(modpool, RATE, 64);

      assertTrue(part(heard[0], 60, 20_000, 40_000) < SILENT);
      double before = part(heard[1], 72, 2_000, 11_000);
      assertEquals(Math.pow(50 / 100.0, 2), before / part(heard[0], 60, 2_000, 11_000), 0.02);
      assertTrue(part(heard[1], 72, 20_000, 40_000) > 0.1 * before, "its long release");
    }
  }

  @Test
  void there_are_never_more_than_four_whatever_is_played_and_changed() throws IOException {
    for (Instruments kind : Instruments.values()) {
      try (Modpool modpool = Modpool.open(settings().instruments(kind))) {
        Performance played = Performance.random(5, RATE, 0xFFFF, 2);
        Random random = new Random(6);
        for (int i = 0; i < 40; i++) {
          int channel = 1 + random.nextInt(16);
          int count = 1 + random.nextInt(8);
          boolean closes = random.nextInt(3) == 0;
          played.at(
              random.nextInt(RATE),
              () -> {
                if (closes) {
                  modpool.control().desk().close(channel);
                } else {
                  modpool.voices(channel, count);
                }
                modpool.control().compact();
              });
        }
        played.render(modpool, RATE, 61);

        assertEquals(4, modpool.control().meters().get(Meter.VOICES_PEAK), kind.name());
      }
    }
  }

  @Test
  void a_song_has_its_own_four_beside_them() throws IOException {
    Path song = Path.of("presets/songs/demo.mod");
    try (Modpool modpool = Modpool.open(settings())) {
      byte[] bytes = java.nio.file.Files.readAllBytes(song);
      modpool.control().songs().open(ModReader.read("demo", bytes), SongTiming.CIA, 1);
      Performance played = new Performance();
      for (int channel = 1; channel <= 4; channel++) {
        played.keyDown(channel, channel, 48 + 5 * channel, 127);
      }
      played.render(modpool, 5 * RATE, 64);

      assertTrue(modpool.control().meters().get(Meter.VOICES_PEAK) > 4);
      assertEquals(0, modpool.control().meters().get(Meter.STOLEN));
    }
  }
}
