package modpool.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.Settings.Machine;
import modpool.io.ChannelPairs;
import modpool.io.PortMidi;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The channels' own outputs beside the mix.
class ChannelPairsTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 100;
  private static final int BLOCKS = 1_000;

  private static Settings settings(Machine machine) {
    return new Settings().rate(RATE).machine(machine).separation(60).gainDb(3);
  }

  private static void play(Modpool modpool, int seed) throws InvalidMidiDataException {
    Random random = new Random(seed);
    try (Receiver keys = modpool.receiver()) {
      for (int step = 0; step < 300; step++) {
        long time = step * 7_000L;
        int channel = random.nextInt(16);
        int key = 36 + random.nextInt(48);
        int command = random.nextBoolean() ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF;
        int program = random.nextInt(128);
        keys.send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0), time);
        keys.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, 10, program), time);
        keys.send(new ShortMessage(command, channel, key, 100), time);
      }
    }
  }

  /// Channels close and come back meanwhile, so that some only fade.
  private static void change(Modpool modpool, int block) throws IOException {
    if (block % 50 == 49) {
      modpool.control().desk().close(1 + block / 50 % 16);
    } else if (block % 50 == 20) {
      modpool.control().desk().voices(1 + block / 50 % 16, 4);
    }
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void the_pairs_add_up_to_the_mix(Machine machine) throws Exception {
    try (Modpool modpool = Modpool.open(settings(machine))) {
      play(modpool, 1);
      ChannelPairs pairs = new ChannelPairs(BLOCK);
      PortMidi midi = new PortMidi();
      float[] left = new float[BLOCK];
      float[] right = new float[BLOCK];
      float peak = 0;
      for (int block = 0; block < BLOCKS; block++) {
        change(modpool, block);
        modpool.control().liveRenderer().render(left, right, BLOCK, midi, pairs);
        midi.clear();
        for (int i = 0; i < BLOCK; i++) {
          double sumLeft = 0;
          double sumRight = 0;
          for (int channel = 0; channel < ChannelPairs.COUNT; channel++) {
            sumLeft += pairs.left(channel)[i];
            sumRight += pairs.right(channel)[i];
          }
          assertEquals(left[i], sumLeft, 2e-6, "left");
          assertEquals(right[i], sumRight, 2e-6, "right");
          peak = Math.max(peak, Math.abs(left[i]));
        }
      }
      assertTrue(peak > 0.1, "it sounded");
    }
  }

  @Test
  void a_pair_holds_its_own_channel_only_and_a_song_is_in_none() throws Exception {
    try (Modpool modpool = Modpool.open(settings(Machine.CLEAN));
        Receiver keys = modpool.receiver()) {
      modpool.control().songs().open(Songs.anyEffect(1, 4), SongTiming.AUTO, 0);
      keys.send(new ShortMessage(ShortMessage.NOTE_ON, 4, 60, 100), 0);
      ChannelPairs pairs = new ChannelPairs(RATE);
      float[] left = new float[RATE];
      modpool.control().liveRenderer().render(left, left.clone(), RATE, new PortMidi(), pairs);
      for (int channel = 0; channel < ChannelPairs.COUNT; channel++) {
        boolean sounds = false;
        for (float value : pairs.left(channel)) {
          sounds |= value != 0;
        }
        assertEquals(channel == 4, sounds, "channel " + (channel + 1));
      }
    }
  }

  @Test
  void the_mix_is_the_same_with_pairs_and_without() throws Exception {
    Settings settings = settings(Machine.A500).limiter(true);
    try (Modpool with = Modpool.open(settings);
        Modpool without = Modpool.open(settings)) {
      for (Modpool each : new Modpool[] {with, without}) {
        play(each, 2);
        try (Receiver keys = each.receiver()) {
          for (int controller : new int[] {91, 93}) {
            keys.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 3, controller, 100), 0);
          }
        }
      }
      int frames = 2 * RATE;
      float[][] one = new float[2][frames];
      float[][] other = new float[2][frames];
      ChannelPairs pairs = new ChannelPairs(frames);
      PortMidi midi = new PortMidi();
      midi.clear();
      // The live clock would place the messages by real time; the renderer itself does not.
      with.control().liveRenderer().render(one[0], one[1], 1, midi, pairs);
      without.control().liveRenderer().render(other[0], other[1], 1, midi);
      with.control().liveRenderer().render(one[0], one[1], frames, midi, pairs);
      without.control().liveRenderer().render(other[0], other[1], frames, midi);
      assertArrayEquals(other[0], one[0]);
      assertArrayEquals(other[1], one[1]);
    }
  }
}
