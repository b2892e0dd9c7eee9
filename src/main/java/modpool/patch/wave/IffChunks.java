package modpool.patch.wave;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import modpool.io.file.BadFileException;

/// The chunks of an IFF file (Electronic Arts, "EA IFF 85"): big-endian, each at an even offset. Of
/// several with one tag the first counts.
final class IffChunks {
  private static final int HEAD = 12;

  private final String file;
  private final String form;
  private final Map<String, ByteBuffer> chunks = new HashMap<>();

  /// @param file what to call it in a message
  /// @param body the chunk that may be cut short: what is there of it counts
  IffChunks(String file, byte[] bytes, String body) throws BadFileException {
    this.file = file;
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    if (bytes.length < HEAD || !tag(all).equals("FORM")) {
      throw new BadFileException(file, "is not an IFF file (it does not begin with FORM)");
    }
    all.getInt(); // the file's own length says more
    form = tag(all);
    while (all.remaining() >= 8) {
      String tag = tag(all);
      long size = all.getInt() & 0xFFFF_FFFFL;
      if (size > all.remaining() && !tag.equals(body)) {
        throw new BadFileException(
            file,
            "is cut short: its %s chunk has %d bytes, of which %d are there"
                .formatted(shown(tag), size, all.remaining()));
      }
      int there = (int) Math.min(size, all.remaining());
      chunks.putIfAbsent(tag, all.slice(all.position(), there).order(ByteOrder.BIG_ENDIAN));
      all.position((int) Math.min(all.position() + size + (size & 1), all.limit()));
    }
  }

  /// What kind of file it is: `8SVX`, `AIFF`...
  String form() {
    return form;
  }

  /// A chunk's content, null when there is none.
  ByteBuffer find(String tag) {
    return chunks.get(tag);
  }

  /// A chunk that has to be there.
  ByteBuffer need(String tag, int leastBytes) throws BadFileException {
    ByteBuffer chunk = chunks.get(tag);
    if (chunk == null) {
      throw new BadFileException(file, "has no " + tag + " chunk; it is damaged");
    }
    if (chunk.remaining() < leastBytes) {
      throw new BadFileException(
          file,
          "has a %s chunk of %d bytes; %d are the least"
              .formatted(tag, chunk.remaining(), leastBytes));
    }
    return chunk;
  }

  /// A chunk of text, empty when there is none.
  String text(String tag) {
    ByteBuffer chunk = chunks.get(tag);
    if (chunk == null) {
      return "";
    }
    byte[] text = new byte[Math.min(chunk.remaining(), 64)];
    chunk.get(0, text);
    String whole = new String(text, StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return (end < 0 ? whole : whole.substring(0, end)).strip();
  }

  private static String tag(ByteBuffer from) {
    byte[] tag = new byte[4];
    from.get(tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static String shown(String tag) {
    return tag.replaceAll("[^ -~]", "?").strip();
  }
}
