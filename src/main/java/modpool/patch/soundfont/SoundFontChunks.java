package modpool.patch.soundfont;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import modpool.io.file.BadFileException;

/// The chunks of a SoundFont 2 file, and its tables of records, whose sizes are checked here.
final class SoundFontChunks {
  private final String file;
  private final Map<String, ByteBuffer> chunks = new HashMap<>();

  /// @param file what to call it in a message
  SoundFontChunks(String file, byte[] bytes) throws BadFileException {
    this.file = file;
    ByteBuffer all = little(ByteBuffer.wrap(bytes));
    if (bytes.length < 12 || !tag(all, 0).equals("RIFF") || !tag(all, 8).equals("sfbk")) {
      throw bad("is not a SoundFont (it does not begin with RIFF and sfbk)");
    }
    walk(little(all.slice(12, all.limit() - 12)), true);
    int version = find("ifil").remaining() < 2 ? 0 : find("ifil").getShort(0);
    if (version != 2) {
      throw bad(
          version == 3
              ? "has compressed samples (SoundFont 3); convert it to SoundFont 2"
              : "is a SoundFont of version " + version + "; only 2 can be read");
    }
  }

  private void walk(ByteBuffer in, boolean top) throws BadFileException {
    while (in.remaining() >= 8) {
      String tag = tag(in, in.position());
      long size = in.getInt(in.position() + 4) & 0xFFFF_FFFFL;
      in.position(in.position() + 8);
      if (size > in.remaining()) {
        throw bad(
            "is cut short: its %s chunk has %d bytes, of which %d are there"
                .formatted(tag.replaceAll("[^ -~]", "?").strip(), size, in.remaining()));
      }
      ByteBuffer content = little(in.slice(in.position(), (int) size));
      if (top && tag.equals("LIST") && size >= 4) {
        walk(little(content.slice(4, (int) size - 4)), false);
      } else {
        chunks.putIfAbsent(tag, content);
      }
      in.position((int) Math.min(in.position() + size + (size & 1), in.limit()));
    }
  }

  /// A chunk's content, empty when there is none.
  ByteBuffer find(String tag) {
    ByteBuffer chunk = chunks.get(tag);
    return chunk == null ? little(ByteBuffer.allocate(0)) : chunk;
  }

  /// A table; the last of its records only ends it.
  Records table(String tag, int recordBytes) throws BadFileException {
    ByteBuffer chunk = chunks.get(tag);
    if (chunk == null || chunk.remaining() < recordBytes) {
      throw bad("has no " + tag + " chunk; it is damaged");
    }
    if (chunk.remaining() % recordBytes != 0) {
      throw bad(
          "has a %s chunk of %d bytes, which is no multiple of %d"
              .formatted(tag, chunk.remaining(), recordBytes));
    }
    return new Records(chunk, recordBytes);
  }

  /// A text of the file's head, empty when there is none.
  String text(String tag) {
    ByteBuffer chunk = find(tag);
    return text(chunk, 0, Math.min(chunk.remaining(), 256));
  }

  BadFileException bad(String what) {
    return new BadFileException(file, what);
  }

  /// Records of one size.
  ///
  /// @param bytes of each
  record Records(ByteBuffer content, int bytes) {
    /// How many there are beside the one at the end.
    int count() {
      return content.remaining() / bytes - 1;
    }

    int unsigned16(int record, int offset) {
      return content.getShort(record * bytes + offset) & 0xFFFF;
    }

    int signed16(int record, int offset) {
      return content.getShort(record * bytes + offset);
    }

    long unsigned32(int record, int offset) {
      return content.getInt(record * bytes + offset) & 0xFFFF_FFFFL;
    }

    int signed8(int record, int offset) {
      return content.get(record * bytes + offset);
    }

    /// Its name, which is the first thing in it.
    String name(int record) {
      return text(content, record * bytes, 20);
    }
  }

  private static String text(ByteBuffer from, int at, int length) {
    byte[] bytes = new byte[length];
    from.get(at, bytes);
    String whole = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return (end < 0 ? whole : whole.substring(0, end)).replaceAll("\\p{Cc}", " ").strip();
  }

  private static String tag(ByteBuffer from, int at) {
    byte[] tag = new byte[4];
    from.get(at, tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer little(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
