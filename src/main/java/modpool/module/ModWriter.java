package modpool.module;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes a [Module] as a MOD file: 15 samples when its tag is empty, else 31.
///
/// Tags that pair patterns (FLT8) get theirs parted, orders doubled; `M.K.` on eight tracks gives
/// what Mod's Grave wrote.
public final class ModWriter {
  private static final int ORDERS = 128;

  private ModWriter() {}

  /// The bytes of a file.
  public static byte[] write(Module module) {
    ModTag known = ModTag.of(module.tag());
    boolean paired = known != null && known.paired();
    int slots = module.tag().isEmpty() ? 15 : 31;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text(module.title(), 20));
    for (int number = 1; number <= slots; number++) {
      writeSlot(out, module.sample(number), slots == 15);
    }
    out.write(module.orders().size());
    out.write(slots == 15 ? 120 : module.restart() == 0 ? 127 : module.restart());
    for (int i = 0; i < ORDERS; i++) {
      int order = i < module.orders().size() ? module.orders().get(i) : 0;
      out.write(paired ? order * 2 : order);
    }
    out.writeBytes(module.tag().getBytes(StandardCharsets.ISO_8859_1));
    writePatterns(out, module.patterns(), module.channels(), paired);
    for (int number = 1; number <= slots; number++) {
      byte[] data = module.sample(number).data();
      out.writeBytes(Arrays.copyOf(data, words(data.length) * 2));
    }
    return out.toByteArray();
  }

  private static void writeSlot(
      ByteArrayOutputStream out, ModuleSample sample, boolean loopStartInBytes) {
    out.writeBytes(text(sample.name(), 22));
    writeWord(out, words(sample.length()));
    out.write(sample.finetune() & 0x0F);
    out.write(sample.volume());
    writeWord(out, loopStartInBytes ? sample.loopStart() : sample.loopStart() / 2);
    writeWord(out, sample.isLooped() ? words(sample.loopLength()) : 1);
  }

  private static void writePatterns(
      ByteArrayOutputStream out, List<Pattern> patterns, int channels, boolean paired) {
    for (Pattern pattern : patterns) {
      if (paired) {
        writeTracks(out, pattern, 0, channels / 2);
        writeTracks(out, pattern, channels / 2, channels);
      } else {
        writeTracks(out, pattern, 0, channels);
      }
    }
  }

  private static void writeTracks(ByteArrayOutputStream out, Pattern pattern, int from, int to) {
    for (int row = 0; row < pattern.rows(); row++) {
      for (int track = from; track < to; track++) {
        int period = pattern.period(row, track);
        int sample = pattern.sample(row, track);
        out.write(sample & 0xF0 | period >> 8);
        out.write(period);
        out.write(sample << 4 | pattern.effect(row, track));
        out.write(pattern.parameter(row, track));
      }
    }
  }

  private static void writeWord(ByteArrayOutputStream out, int word) {
    out.write(word >> 8);
    out.write(word);
  }

  private static int words(int bytes) {
    return (bytes + 1) / 2;
  }

  private static byte[] text(String text, int length) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), length);
  }
}
