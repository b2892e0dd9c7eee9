package modpool.io.javasound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import modpool.io.Pcm;
import modpool.io.file.OutputException;

/// Finds and opens the lines that Java Sound offers.
public final class JavaSoundLines {
  static final LineSource SYSTEM =
      new LineSource() {
        @Override
        public String name(String device, int rate) throws OutputException {
          return label(device == null ? null : named(device, mixers(rate), rate));
        }

        @Override
        public SourceDataLine open(String device, int rate, int bufferFrames)
            throws OutputException {
          return JavaSoundLines.open(device, rate, bufferFrames);
        }
      };

  private JavaSoundLines() {}

  /// Names of the devices that play stereo at a rate; the first is the default where there is one.
  public static List<String> names(int rate) {
    return mixers(rate).stream().map(Mixer.Info::getName).toList();
  }

  private static SourceDataLine open(String device, int rate, int bufferFrames)
      throws OutputException {
    List<Mixer.Info> mixers = mixers(rate);
    if (mixers.isEmpty()) {
      throw none(rate);
    }
    Mixer.Info mixer = device == null ? null : named(device, mixers, rate);
    AudioFormat format = format(rate);
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(format, mixer);
      line.open(format, bufferFrames * Pcm.FRAME_BYTES);
      return line;
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new OutputException(
          "%s cannot be opened at %d Hz: %s"
              .formatted(label(mixer), rate, BusyDevice.ofThisSystem().why()),
          e);
    }
  }

  private static OutputException none(int rate) {
    return new OutputException(
        "Java Sound has no device that plays stereo at %d Hz; plug one in or use --audio null"
            .formatted(rate));
  }

  /// For people; the name of a mixer, or what stands for none.
  private static String label(Mixer.Info mixer) {
    return mixer == null ? "Java Sound's default device" : mixer.getName();
  }

  private static Mixer.Info named(String device, List<Mixer.Info> mixers, int rate)
      throws OutputException {
    if (mixers.isEmpty()) {
      throw none(rate);
    }
    String wanted = device.toLowerCase(Locale.ROOT);
    for (Mixer.Info mixer : mixers) {
      if (mixer.getName().toLowerCase(Locale.ROOT).contains(wanted)) {
        return mixer;
      }
    }
    throw new OutputException(
        "Java Sound has no device whose name contains \"%s\"; there are: %s"
            .formatted(
                device, String.join(", ", mixers.stream().map(Mixer.Info::getName).toList())));
  }

  private static List<Mixer.Info> mixers(int rate) {
    DataLine.Info line = new DataLine.Info(SourceDataLine.class, format(rate));
    List<Mixer.Info> found = new ArrayList<>();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (plays(info, line)) {
        found.add(info);
      }
    }
    return found;
  }

  private static boolean plays(Mixer.Info mixer, DataLine.Info line) {
    try {
      return AudioSystem.getMixer(mixer).isLineSupported(line);
    } catch (IllegalArgumentException | SecurityException _) {
      return false; // unplugged since it was listed, or not for us
    }
  }

  private static AudioFormat format(int rate) {
    return new AudioFormat(rate, 16, 2, true, false);
  }
}
