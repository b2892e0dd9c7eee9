import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import modpool.module.ModuleSample;
import modpool.module.SongText;

/// Assembles the demo module, presets/songs/demo.mod, from the text beside it and the sounds made
/// here:
///
///     java -cp target/classes presets/make/MakeModule.java
///
/// from the top of the built tree. The text says what its lines mean.
public final class MakeModule {
  private static final Path TEXT = Path.of("presets/songs/demo.mod.txt");

  // of an Amiga of the PAL kind; a frame lasts a period of it
  private static final double COLOUR_CLOCK_HZ = 3_546_895;

  private static final double FINETUNE_CENTS = 12.5;
  private static final double SECONDS = 1.5; // of a sound that is made to end
  private static final double MOST_FINETUNED_CENTS = 100;

  private final Map<String, Wave> sounds = new TreeMap<>();
  private final SongText song;

  private MakeModule(String title) {
    song = SongText.song(title);
    Bells.addTo(sounds);
    Chip.addTo(sounds);
    Drums.addTo(sounds);
  }

  /// @param args optionally the file to write
  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(TEXT);
    MakeModule make = new MakeModule(rest(lines, "title").getFirst());
    for (String sample : rest(lines, "sample")) {
      make.addSample(sample.split(" +"));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("pattern ")) {
        List<String> rows = lines.subList(i + 1, Math.min(i + 65, lines.size()));
        make.song.pattern(String.join("\n", rows));
      }
    }
    for (String order : rest(lines, "orders").getFirst().split(" +")) {
      make.song.orders(Integer.valueOf(order));
    }
    Path file = Path.of(args.length > 0 ? args[0] : "presets/songs/demo.mod");
    Files.write(file, make.song.mod());
    System.out.println(Files.size(file) + " bytes in " + file);
  }

  /// What follows a word at the beginning of lines.
  private static List<String> rest(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length()).strip())
        .toList();
  }

  /// @param words number, name, sound, note, key, volume
  private void addSample(String[] words) {
    Wave sound = sounds.get(words[2]);
    int period = SongText.period(words[3]);
    double rate = COLOUR_CLOCK_HZ / period; // at which that note plays the sample
    // The rate at which the sound would give that key.
    double needed = sound.rate() * Wave.hz(Integer.parseInt(words[4])) / Wave.hz(sound.rootKey());
    double cents = 1200 * StrictMath.log(needed / rate) / StrictMath.log(2);
    boolean fits = Math.abs(cents) < MOST_FINETUNED_CENTS;
    int finetune = fits ? (int) StrictMath.round(cents / FINETUNE_CENTS) : 0;
    byte[] data = eightBits(fits ? sound.frames() : resampled(playedOnce(sound), needed / rate));
    int loopStart = fits ? sound.loopStart() : 0;
    int loopLength = fits && sound.loops() ? sound.loopEnd() - sound.loopStart() : 0;
    int volume = Integer.parseInt(words[5]);
    song.sample(new ModuleSample(words[1], finetune, volume, loopStart, loopLength, data));
  }

  /// A sound that loops, dying away; as it is, if it ends by itself.
  private static double[] playedOnce(Wave sound) {
    if (!sound.loops()) {
      return sound.frames();
    }
    double[] out = new double[(int) (SECONDS * sound.rate())];
    int loopLength = sound.loopEnd() - sound.loopStart();
    for (int i = 0; i < out.length; i++) {
      int beyond = Math.max(0, i - sound.loopStart());
      int frame = i < sound.loopStart() ? i : sound.loopStart() + beyond % loopLength;
      double left = 1 - (double) i / out.length;
      out[i] = sound.frames()[frame] * left * StrictMath.exp(-2.0 * i / sound.rate());
    }
    return out;
  }

  /// Every `step`-th frame, of what remains when all is gone that would fold over.
  private static double[] resampled(double[] frames, double step) {
    double[] out = new double[(int) (frames.length / step)];
    double width = Math.max(step, 1);
    int reach = (int) StrictMath.ceil(16 * width);
    for (int i = 0; i < out.length; i++) {
      int middle = (int) (i * step);
      for (int j = Math.max(0, middle - reach); j < Math.min(frames.length, middle + reach); j++) {
        double x = (j - i * step) / width;
        double window = 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * Math.clamp(x / 16, -1.0, 1.0));
        double sinc = x == 0 ? 1 : StrictMath.sin(StrictMath.PI * x) / (StrictMath.PI * x);
        out[i] += frames[j] * sinc * window / width;
      }
    }
    return out;
  }

  /// As loud as eight bits allow, and an even number of frames.
  private static byte[] eightBits(double[] frames) {
    double peak = Arrays.stream(frames).map(Math::abs).max().orElseThrow();
    byte[] data = new byte[frames.length & ~1];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) StrictMath.round(frames[i] / peak * 127);
    }
    return data;
  }
}
