package modpool.patch.soundfont;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Assembles a small SoundFont, for what measures and tests: samples first, then instruments and
/// presets, each with its zones. Of no table and of no samples more than 256 kB.
public final class SoundFontBytes {
  private static final int MOST_BYTES = 1 << 18;

  private final Chunk smpl = new Chunk();
  private final Chunk sm24 = new Chunk();
  private final Chunk shdr = new Chunk();
  private final Tables instruments = new Tables("inst", "ibag", "imod", "igen");
  private final Tables presets = new Tables("phdr", "pbag", "pmod", "pgen");
  private Tables last = instruments; // to which a zone was added
  private int points;

  private static final class Chunk {
    private final ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    byte[] array() {
      byte[] array = new byte[bytes.position()];
      bytes.get(0, array);
      return array;
    }
  }

  private static final class Tables {
    final List<String> tags;
    final Chunk heads = new Chunk();
    final Chunk bags = new Chunk();
    final Chunk modulators = new Chunk();
    final Chunk generators = new Chunk();

    Tables(String... tags) {
      this.tags = List.of(tags);
    }

    int bagCount() {
      return bags.bytes.position() / 4;
    }

    void zone(int... generatorsAndAmounts) {
      bags.bytes.putShort((short) (generators.bytes.position() / 4));
      bags.bytes.putShort((short) (modulators.bytes.position() / 10));
      for (int value : generatorsAndAmounts) {
        generators.bytes.putShort((short) value);
      }
    }

    void end() {
      zone();
      generators.bytes.putInt(0);
      modulators.bytes.put(new byte[10]);
    }

    List<Chunk> chunks() {
      return List.of(heads, bags, modulators, generators);
    }
  }

  /// Adds a sample of 16 bits, or of 24 where [#fine] gives their lowest bytes.
  ///
  /// @param type 1 mono, 2 right, 4 left
  public SoundFontBytes sample(
      String name,
      int rateHz,
      int key,
      int correction,
      int type,
      int link,
      int loopStart,
      int loopEnd,
      short... wave) {
    name(shdr, name);
    shdr.bytes.putInt(points).putInt(points + wave.length);
    shdr.bytes.putInt(points + loopStart).putInt(points + loopEnd).putInt(rateHz);
    shdr.bytes.put((byte) key).put((byte) correction);
    shdr.bytes.putShort((short) link).putShort((short) type);
    for (short point : wave) {
      smpl.bytes.putShort(point);
    }
    smpl.bytes.put(new byte[92]); // 46 points of silence, as the specification asks
    points += wave.length + 46;
    return this;
  }

  /// The lowest bytes of the samples' points, which makes them 24 bits.
  public SoundFontBytes fine(int... bytes) {
    for (int b : bytes) {
      sm24.bytes.put((byte) b);
    }
    sm24.bytes.put(new byte[46]);
    return this;
  }

  /// An instrument; its zones follow.
  public SoundFontBytes instrument(String name) {
    name(instruments.heads, name);
    instruments.heads.bytes.putShort((short) instruments.bagCount());
    return this;
  }

  /// A zone of the instrument, of generators and their amounts in turn.
  public SoundFontBytes play(int... generators) {
    last = instruments;
    last.zone(generators);
    return this;
  }

  /// A modulator of the zone before.
  public SoundFontBytes modulator(int source, int destination, int amount) {
    last.modulators.bytes.putShort((short) source).putShort((short) destination);
    last.modulators.bytes.putShort((short) amount).putInt(0);
    return this;
  }

  /// A preset; its zones follow.
  public SoundFontBytes preset(String name, int program, int bank) {
    name(presets.heads, name);
    presets.heads.bytes.putShort((short) program).putShort((short) bank);
    presets.heads.bytes.putShort((short) presets.bagCount()).put(new byte[12]);
    return this;
  }

  /// A zone of the preset.
  public SoundFontBytes use(int... generators) {
    last = presets;
    last.zone(generators);
    return this;
  }

  /// The whole file.
  public byte[] bytes() {
    name(shdr, "EOS");
    shdr.bytes.put(new byte[26]);
    instrument("EOI");
    preset("EOP", 0, 0);
    instruments.end();
    presets.end();
    List<byte[]> pdta = new ArrayList<>();
    for (Tables tables : List.of(presets, instruments)) {
      for (int i = 0; i < 4; i++) {
        pdta.add(chunk(tables.tags.get(i), tables.chunks().get(i).array()));
      }
    }
    pdta.add(chunk("shdr", shdr.array()));
    byte[] info = list("INFO", chunk("ifil", 2, 0, 4, 0), chunk("INAM", ascii("Test")));
    byte[] sdta =
        sm24.bytes.position() == 0
            ? list("sdta", chunk("smpl", smpl.array()))
            : list("sdta", chunk("smpl", smpl.array()), chunk("sm24", sm24.array()));
    return chunk(
        "RIFF", joined(ascii("sfbk"), info, sdta, list("pdta", pdta.toArray(byte[][]::new))));
  }

  private static void name(Chunk into, String name) {
    into.bytes.put(Arrays.copyOf(ascii(name), 20));
  }

  private static byte[] list(String kind, byte[]... chunks) {
    return chunk("LIST", joined(ascii(kind), joined(chunks)));
  }

  private static byte[] chunk(String tag, int... content) {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return chunk(tag, bytes);
  }

  private static byte[] chunk(String tag, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + content.length % 2);
    chunk.order(ByteOrder.LITTLE_ENDIAN).put(ascii(tag)).putInt(content.length).put(content);
    return chunk.array();
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
