package modpool.testing;

import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;

/// Songs for tests, and what they are made of.
public final class Songs {
  /// Colour clocks a second.
  public static final double CLOCK_HZ = 3_546_895;

  private Songs() {}

  /// A sine of one cycle in so many frames, looped as a whole.
  public static ModuleSample sine(int cycleFrames) {
    return new ModuleSample(
        "sine", 0, 64, 0, 8 * cycleFrames, cycles(8 * cycleFrames, cycleFrames));
  }

  /// A sine as above that lasts so many frames and ends.
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

  private static String tagOf(int tracks) {
    return tracks == 4 ? "M.K." : tracks < 10 ? tracks + "CHN" : tracks + "CH";
  }

  /// The rate in Hz at which a period reads a sample's frames.
  public static double hz(int period) {
    return CLOCK_HZ / period;
  }
}
