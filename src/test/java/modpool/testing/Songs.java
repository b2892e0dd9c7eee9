package modpool.testing;

import java.util.Random;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;

/// Songs for tests, and what they are made of.
public final class Songs {
  /// Colour clocks a second.
  public static final double CLOCK_HZ = 3_546_895;

  private static final String[] NOTES = {"C-", "D-", "E-", "F#", "G-", "A-", "B-"};

  private Songs() {}

  /// A sine of one cycle in so many frames, looped as a whole.
  public static ModuleSample sine(int cycleFrames) {
    return new ModuleSample(
        "sine", 0, 64, 0, 8 * cycleFrames, cycles(8 * cycleFrames, cycleFrames));
  }

  /// A pure sine of a quarter of the rate at which it is read, swelling in 80 frames. Eight bits
  /// hold it exactly, and its beginning has no corner.
  public static ModuleSample pureSine() {
    byte[] data = new byte[80 + 64];
    for (int i = 0; i < data.length; i++) {
      double swell = i < 80 ? 0.5 - 0.5 * Math.cos(Math.PI * i / 80) : 1;
      data[i] = (byte) Math.round(127 * swell * Math.sin(Math.PI / 2 * i));
    }
    return new ModuleSample("pure", 0, 64, 80, 64, data);
  }

  /// A sine of one cycle in so many frames that ends.
  public static ModuleSample sineOnce(int cycleFrames, int frames) {
    return new ModuleSample("once", 0, 64, 0, 0, cycles(frames, cycleFrames));
  }

  /// The same value for so many frames, looped: what is heard is the gain alone.
  public static ModuleSample constant(int frames) {
    byte[] data = new byte[frames];
    java.util.Arrays.fill(data, (byte) 64); // a half
    return new ModuleSample("constant", 0, 64, 0, frames, data);
  }

  private static byte[] cycles(int frames, int cycleFrames) {
    byte[] data = new byte[frames];
    for (int i = 0; i < frames; i++) {
      data[i] = (byte) Math.round(127 * Math.sin(2 * Math.PI * i / cycleFrames));
    }
    return data;
  }

  /// A song whose first row plays sample 1 on the first track, 2 on the second, and round again in
  /// the next rows, until all have been played.
  public static Module withInstruments(int count, int tracks) {
    SongText song = SongText.song(count + " instruments").tag(tagOf(tracks), tracks);
    StringBuilder rows = new StringBuilder();
    for (int number = 1; number <= count; number++) {
      song.sample(sine(32));
      rows.append("C-2 %02d".formatted(number)).append(number % tracks == 0 ? "\n" : " | ");
    }
    return song.pattern(rows.toString()).module();
  }

  /// A song on all of whose tracks sample 1 plays from the first row on.
  public static Module everywhere(int tracks) {
    return SongText.song(tracks + " tracks")
        .tag(tagOf(tracks), tracks)
        .sample(sine(32))
        .pattern("C-2 01 | ".repeat(tracks))
        .module();
  }

  /// A song for ever, in which every effect happens on every track, with seven samples: looped as a
  /// whole, in part, from the start, and not.
  public static Module anyEffect(long seed, int tracks) {
    Random random = new Random(seed);
    SongText song = SongText.song("any effect").tag(tagOf(tracks), tracks);
    for (int i = 0; i < 4; i++) {
      song.sample(sine(20 + 7 * i));
    }
    song.sample(sineOnce(40, 4_000));
    song.sample(new ModuleSample("end", -3, 50, 2_000, 500, cycles(2_500, 25)));
    song.sample(new ModuleSample("start", 5, 64, 0, 800, cycles(3_000, 50)));
    for (int pattern = 0; pattern < 3; pattern++) {
      StringBuilder rows = new StringBuilder();
      for (int row = 0; row < 64; row++) {
        for (int track = 0; track < tracks; track++) {
          rows.append(anyCell(random)).append(track < tracks - 1 ? " | " : "\n");
        }
      }
      song.pattern(rows.toString());
    }
    return song.orders(0, 1, 2, 1).module();
  }

  private static String anyCell(Random random) {
    String note =
        random.nextInt(3) > 0
            ? "---"
            : "%s%d".formatted(NOTES[random.nextInt(NOTES.length)], 1 + random.nextInt(3));
    String sample = random.nextInt(3) > 0 ? "--" : "%02d".formatted(1 + random.nextInt(8));
    int effect = random.nextInt(32);
    int parameter = random.nextInt(256);
    String code =
        switch (effect) {
          case 0xB -> "---"; // a jump back would keep the song from what follows
          case 0xD -> random.nextInt(8) == 0 ? "D%02d".formatted(parameter % 64) : "---";
          case 0xF -> "F%02X".formatted(parameter < 128 ? 1 + parameter % 8 : parameter);
          default ->
              effect < 0xE
                  ? "%X%02X".formatted(effect, parameter)
                  : "E%X%X".formatted(effect % 16, parameter % 6);
        };
    return note + " " + sample + " " + code;
  }

  /// The four letters of a module of so many tracks.
  public static String tagOf(int tracks) {
    return tracks == 4 ? "M.K." : tracks < 10 ? tracks + "CHN" : tracks + "CH";
  }

  /// The rate in Hz at which a period reads a sample's frames.
  public static double hz(int period) {
    return CLOCK_HZ / period;
  }
}
