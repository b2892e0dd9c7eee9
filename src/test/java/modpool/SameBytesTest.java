package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.Settings.Machine;
import modpool.bridge.StealReason;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is rendered depends on the events and their frames, and on nothing else: not on the blocks,
/// not on where the voices are, not on what moves them about while they sound.
class SameBytesTest {
  private static final int FRAMES = 72_000;
  private static final int ALL = 0xFFFF;
  private static final int HIGH = 0xFF80; // channels 8-16
  private static final int ODD = 0x5555; // channels 1, 3, 5...

  private static final int OWN = 7; // programs of the bank written here

  @TempDir private static Path folder;

  /// A bank that uses everything a voice can do; the factory bank does not glide, for one.
  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("saw", 24_000, Waves.saw(100))
        .wave("noise", 24_000, noise(4_000))
        .loop("saw", "\"filter\": {\"cutoffHz\": 900, \"resonanceDb\": 12, \"keyTrackCents\": 50}")
        .loop(
            "saw",
            """
            "glideMs": 130, "amplitude": {"attackMs": 12, "decayMs": 300, "sustain": 0.4,
            "releaseMs": 90}, "lfo1": {"shape": "triangle", "rateHz": 6.3, "toPitchCents": 30}
            """)
        .loop(
            "saw",
            """
            "modulation": {"attackMs": 30, "decayMs": 80, "sustain": 0.1, "toPitchCents": 700,
            "toCutoffCents": 3000}, "filter": {"cutoffHz": 400}, "lfo2": {"shape": "random",
            "rateHz": 11, "toCutoffCents": 900, "toGainDb": 5}, "macros": [
            {"macro": 0, "to": "cutoffCents", "amount": 2000},
            {"macro": 1, "to": "vibratoCents", "amount": 90},
            {"macro": 2, "to": "gainDb", "amount": -20},
            {"macro": 3, "to": "pitchCents", "amount": 1200}]
            """)
        .program(
            """
            {"name": "drum", "sound": {"oneShot": true, "keyTrackCents": 30},
             "zones": [{"keys": "0-127", "sample": {"file": "noise.wav", "startFrame": 321}}]}
            """)
        .program(
            """
            {"name": "to and fro", "sound": {"pan": -0.4, "amplitude": {"delayMs": 9, "holdMs": 40,
             "decayMs": 500, "sustain": 0, "releaseMs": 900}},
             "zones": [{"keys": "0-127", "sample": {"file": "noise.wav", "loop": "ping-pong",
              "loopStart": 1000, "loopEnd": 1007}}]}
            """)
        .loop("saw", "\"interpolation\": \"nearest\"")
        .program(
            """
            {"name": "two ways", "sound": {"interpolation": "linear"},
             "zones": [{"keys": "0-63", "sample": {"file": "noise.wav", "loop": "forward"},
               "interpolation": "sinc"},
              {"keys": "0-127", "layer": 2, "sample": {"file": "noise.wav"}}]}
            """)
        .write();
  }

  @ParameterizedTest
  @EnumSource
  void blocks_of_any_size(Instruments kind) throws IOException {
    for (boolean factory : new boolean[] {true, false}) {
      Settings settings = factory ? factory(kind) : own(kind);
      Performance performance = Performance.random(1, FRAMES, ALL, factory ? 128 : OWN);
      float[][] wanted = render(settings, performance, () -> 1024);
      assertTrue(Measure.peak(wanted[0]) > 0.1, "there must be something to compare");
      for (int size : new int[] {1, 17, 64}) {
        assertSame(wanted, render(settings, performance, () -> size), kind + " by " + size);
      }
      assertSame(wanted, render(settings, performance, anySize(2)), kind + " in mixed blocks");
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocks_of_any_size_by_any_interpolation(Interpolation interpolation) throws IOException {
    Settings settings = own(Instruments.POOLED).interpolation(interpolation);
    Performance performance = Performance.random(3, FRAMES / 2, ALL, OWN);

    assertSame(
        render(settings, performance, () -> 1024), render(settings, performance, anySize(4)), "");
  }

  @ParameterizedTest
  @EnumSource
  void blocks_of_any_size_by_any_machine(Machine machine) throws IOException {
    Settings settings = own(Instruments.POOLED).machine(machine);
    Performance performance = Performance.random(17, FRAMES / 2, ALL, OWN);
    float[][] wanted = render(settings, performance, () -> 1024);
    for (int size : new int[] {1, 17, 64}) {
      assertSame(wanted, render(settings, performance, () -> size), machine + " by " + size);
    }
    assertSame(
        wanted,
        render(own(Instruments.DEDICATED).machine(machine), performance, anySize(18)),
        machine + " with dedicated instruments");
  }

  @ParameterizedTest
  @EnumSource(
      value = Instruments.class,
      names = {"POOLED", "DEDICATED"})
  void blocks_and_places_of_any_kind_where_voices_are_shared(Instruments kind) throws IOException {
    for (boolean lend : new boolean[] {true, false}) {
      Performance any = busyAndIdle();
      float[][] wanted = render(shared(own(Instruments.POOLED), lend), any, () -> 1024);
      for (int size : new int[] {1, 17, 64}) {
        assertSame(wanted, render(shared(own(kind), lend), any, () -> size), kind + " by " + size);
      }
      for (int moment = 1; moment < 10; moment++) {
        try (Modpool modpool = Modpool.open(shared(own(kind), lend).channels(ALL))) {
          for (int channel : new int[] {1, 2, 3, 4, 5, 6, 7}) { // makes a hole
            modpool.control().desk().close(channel);
          }
          Performance moved = busyAndIdle();
          moved.at(moment * FRAMES / 10, modpool.control()::compact);
          assertSame(wanted, moved.render(modpool, FRAMES, anySize(22)), kind + " compacted");
          StealReason reason = lend ? StealReason.RECALLED : StealReason.SHARED_FOUR;
          assertTrue(modpool.control().meters().steals(reason) > 50, "it was shared");
        }
      }
    }
  }

  /// Some channels that play more than they have, and some that play now and then.
  private static Performance busyAndIdle() {
    Performance performance = Performance.random(21, FRAMES, HIGH, OWN);
    Random random = new Random(23);
    for (int i = 0; i < 400; i++) {
      long frame = random.nextInt(FRAMES);
      int channel = 8 + random.nextInt(5);
      int key = 30 + random.nextInt(60);
      performance.keyDown(frame, channel, key, 80);
      performance.keyUp(Math.min(FRAMES, frame + random.nextInt(40_000)), channel, key);
    }
    return new Performance().with(performance);
  }

  private static Settings shared(Settings settings, boolean lend) {
    return settings.authentic(!lend).lend(lend).channels(HIGH);
  }

  @Test
  void pooled_and_dedicated() throws IOException {
    Performance any = Performance.random(5, FRAMES, ALL, 128);
    assertSame(
        render(factory(Instruments.POOLED), any, anySize(6)),
        render(factory(Instruments.DEDICATED), any, () -> 64),
        "factory bank");

    Performance few = Performance.random(5, FRAMES, ALL, OWN);
    assertSame(
        render(own(Instruments.POOLED), few, () -> 64),
        render(own(Instruments.DEDICATED), few, anySize(7)),
        "own bank");
  }

  @Test
  void the_pool_compacted_while_its_notes_sound() throws IOException {
    float[][] wanted = render(own(Instruments.POOLED), odd(8), () -> 64);

    for (int seed = 0; seed < 4; seed++) {
      try (Modpool modpool = Modpool.open(own(Instruments.POOLED))) {
        Performance performance = odd(8);
        for (int channel = 2; channel <= 16; channel += 2) { // makes holes
          int leaving = channel;
          performance.at(1_000 + 100 * channel, () -> modpool.control().desk().close(leaving));
        }
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
          performance.at(random.nextInt(FRAMES), modpool.control()::compact);
        }
        float[][] got = performance.render(modpool, FRAMES, anySize(seed));
        assertEquals(2, modpool.control().poolStats().workletCount());
        assertSame(wanted, got, "seed " + seed);
      }
    }
  }

  @Test
  void other_channels_coming_and_going() throws IOException {
    float[][] wanted = render(own(Instruments.POOLED).channels(ODD), odd(9), () -> 64);

    try (Modpool modpool = Modpool.open(own(Instruments.POOLED))) {
      Performance performance = odd(9);
      Random random = new Random(9);
      for (int i = 0; i < 60; i++) {
        int channel = 2 * (1 + random.nextInt(8));
        int voices = 1 + random.nextInt(16);
        long frame = random.nextInt(FRAMES);
        switch (random.nextInt(3)) {
          case 0 -> performance.at(frame, () -> modpool.control().desk().close(channel));
          case 1 -> performance.at(frame, () -> modpool.voices(channel, voices));
          default -> performance.at(frame, modpool.control()::compact);
        }
      }
      assertSame(wanted, performance.render(modpool, FRAMES, anySize(10)), "");
    }
  }

  @Test
  void other_channels_playing() throws IOException {
    // Beside channels that are muted, the sum holds only those that are compared.
    Settings settings = own(Instruments.POOLED).mute(~ODD & ALL);
    float[][] wanted = render(settings, odd(11), () -> 64);
    Performance both = odd(11).with(Performance.random(12, FRAMES, ~ODD & ALL, OWN));

    assertSame(wanted, render(settings, both, anySize(13)), "");
  }

  @Test
  void more_voices_given_to_an_instrument_whose_notes_sound() throws IOException {
    // Two keys at a time: what is heard does not depend on how many voices there are.
    float[][] wanted = render(own(Instruments.POOLED).voices(1, 16), twoKeys(), () -> 64);

    for (Instruments kind : List.of(Instruments.POOLED, Instruments.DEDICATED)) {
      try (Modpool modpool = Modpool.open(own(kind).voices(1, 3))) {
        Performance performance = twoKeys();
        int[] counts = {5, 8, 9, 16, 4, 3, 7};
        for (int i = 0; i < counts.length; i++) {
          int count = counts[i];
          performance.at(6_007L * (i + 1), () -> modpool.voices(1, count));
        }
        assertSame(wanted, performance.render(modpool, FRAMES, anySize(14)), kind.name());
      }
    }
  }

  @Test
  void two_instruments_at_once_in_one_program() throws IOException {
    Performance performance = Performance.random(15, FRAMES / 4, ALL, 128);
    float[][] wanted = render(factory(Instruments.POOLED), performance, () -> 64);

    try (Modpool one = Modpool.open(factory(Instruments.POOLED));
        Modpool two = Modpool.open(own(Instruments.SIMPLE).interpolation(Interpolation.SINC))) {
      Performance other = Performance.random(16, FRAMES / 4, ALL, OWN);
      float[] left = new float[64];
      float[] right = new float[64];
      other.render(two, 640, () -> 64);
      float[][] got = performance.render(one, FRAMES / 4, alternating(two, left, right));
      assertSame(new float[][] {cut(wanted[0]), cut(wanted[1])}, got, "");
    }
  }

  private static float[] cut(float[] side) {
    return Measure.slice(side, 0, FRAMES / 4);
  }

  private static IntSupplier alternating(Modpool other, float[] left, float[] right) {
    return () -> {
      other.render(left, right, left.length);
      return 64;
    };
  }

  /// Two fingers that never leave a note to be stolen: two notes in 12,000 frames, with programs
  /// that are silent 5,000 frames after key-up.
  private static Performance twoKeys() {
    Performance performance = new Performance();
    for (int note = 0; note < FRAMES / 12_000; note++) {
      long frame = 12_000L * note + 11 * note;
      int program = note % 2 * 3; // the filtered saw, the drum
      performance.program(frame, 1, program);
      performance.keyDown(frame, 1, 50 + note, 100).keyUp(frame + 6_000, 1, 50 + note);
      performance.keyDown(frame + 777, 1, 60 + note, 90).keyUp(frame + 6_500, 1, 60 + note);
      performance.bend(frame + 1_234, 1, 9_000 + 13 * note);
    }
    return performance;
  }

  private static Performance odd(long seed) {
    return Performance.random(seed, FRAMES, ODD, OWN);
  }

  private static Settings factory(Instruments kind) {
    return new Settings().instruments(kind);
  }

  private static Settings own(Instruments kind) {
    return new Settings().instruments(kind).bank(folder);
  }

  private static IntSupplier anySize(long seed) {
    Random random = new Random(seed);
    return () -> 1 + random.nextInt(random.nextInt(8) == 0 ? 1024 : 70);
  }

  private static float[] noise(int frames) {
    Random random = new Random(99);
    float[] noise = new float[frames];
    for (int i = 0; i < frames; i++) {
      noise[i] = (random.nextFloat() * 2 - 1) * (frames - i) / frames;
    }
    return noise;
  }

  private static float[][] render(Settings settings, Performance performance, IntSupplier blocks)
      throws IOException {
    try (Modpool modpool = Modpool.open(settings)) {
      return performance.render(modpool, FRAMES, blocks);
    }
  }

  private static void assertSame(float[][] wanted, float[][] got, String what) {
    for (int i = 0; i < wanted[0].length; i++) {
      if (Float.floatToRawIntBits(wanted[0][i]) != Float.floatToRawIntBits(got[0][i])
          || Float.floatToRawIntBits(wanted[1][i]) != Float.floatToRawIntBits(got[1][i])) {
        assertEquals(wanted[0][i], got[0][i], what + ", frame " + i + " left");
        assertEquals(wanted[1][i], got[1][i], what + ", frame " + i + " right");
      }
    }
  }
}
