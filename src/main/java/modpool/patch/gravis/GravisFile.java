package modpool.patch.gravis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.foreign.Unmapped;

/// The headers of a Gravis Ultrasound patch (Forte Technologies, "UltraSound Software Development
/// Kit", the structures PATCHHEADER to PATCHDATA): one instrument of one to four layers, each of
/// some waves. No length in it is believed before the bytes are there.
final class GravisFile {
  private static final String MAGIC = "GF1PATCH";
  private static final String WHOLE_MAGIC = "GF1PATCH1[01]0\0ID#000002";
  private static final int MAGIC_BYTES = 21;
  private static final int HEAD_BYTES = 129;
  private static final int INSTRUMENT_BYTES = 63;
  private static final int LAYER_BYTES = 47;
  private static final int INSTRUMENTS_AT = 82;
  private static final int MOST_LAYERS = 4;

  private final String file;
  private final ByteBuffer bytes;
  private final Unmapped unmapped;
  private final List<GravisLayer> layers = new ArrayList<>();

  /// @param file what to call it in a message
  /// @param unmapped gets what is left out of it
  GravisFile(String file, byte[] content, Unmapped unmapped) throws BadFileException {
    this.file = file;
    this.unmapped = unmapped;
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    String magic =
        new String(content, 0, Math.min(content.length, MAGIC_BYTES), StandardCharsets.ISO_8859_1);
    if (!magic.matches(WHOLE_MAGIC)) {
      throw bad("is no patch of version 1.00 or 1.10, or is damaged at its beginning");
    }
    ByteBuffer head = take(HEAD_BYTES, "its header");
    if ((head.get(INSTRUMENTS_AT) & 0xFF) > 1) {
      unmapped.add("instrument beyond the first");
    }
    ByteBuffer instrument = take(INSTRUMENT_BYTES, "its instrument");
    int count = Math.max(1, instrument.get(22) & 0xFF); // some writers count none
    if (count > MOST_LAYERS) {
      throw bad(
          "has %d layers, and a patch at most %d; it is damaged".formatted(count, MOST_LAYERS));
    }
    for (int layer = 0; layer < count; layer++) {
      readLayer();
    }
  }

  /// True when these bytes begin a patch, maybe a damaged one.
  static boolean recognises(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, MAGIC.length()), StandardCharsets.ISO_8859_1)
        .equals(MAGIC);
  }

  /// Its layers, which sound together.
  List<GravisLayer> layers() {
    return layers;
  }

  private void readLayer() throws BadFileException {
    ByteBuffer layer = take(LAYER_BYTES, "layer " + layers.size());
    int count = layer.get(6) & 0xFF;
    List<GravisWave> waves = new ArrayList<>();
    for (int wave = 0; wave < count; wave++) {
      String what = "wave " + wave + " of layer " + layers.size();
      ByteBuffer head = take(GravisWave.HEAD_BYTES, what);
      GravisWave read = new GravisWave(head, take(head.getInt(8) & 0xFFFF_FFFFL, what));
      if (read.sounds()) {
        waves.add(read);
      } else {
        unmapped.add("wave without a sound: " + read.name());
      }
    }
    layers.add(new GravisLayer(waves));
  }

  private ByteBuffer take(long length, String what) throws BadFileException {
    if (length > bytes.remaining()) {
      throw bad(
          "is cut short or damaged: %s needs %d bytes at %d, of which %d are there"
              .formatted(what, length, bytes.position(), bytes.remaining()));
    }
    ByteBuffer part = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return part;
  }

  BadFileException bad(String what) {
    return new BadFileException(file, what);
  }
}
