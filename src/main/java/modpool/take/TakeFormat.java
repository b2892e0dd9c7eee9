package modpool.take;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/// What the writer and the reader of takes agree on.
final class TakeFormat {
  static final int HEADER = 0x4D546864; // MThd
  static final int TRACK = 0x4D54726B; // MTrk
  static final int HEADER_BYTES = 6;

  /// Where the events begin: behind two chunks' heads and the header.
  static final int EVENTS_AT = 8 + HEADER_BYTES + 8;

  static final int META = 0xFF;
  static final int META_NAME = 0x03;
  static final int META_END = 0x2F;
  static final int META_TEMPO = 0x51;
  static final int META_OURS = 0x7F;

  /// The manufacturer's id for those who have none.
  static final int NOBODY = 0x7D;

  /// The longest time between two events of a file.
  static final long MOST_DELTA = 0x0FFF_FFFF;

  /// Largest file that is written or read.
  static final int MOST_BYTES = 64 << 20;

  static final String VERSION_KEY = "modpoolTake";
  static final int VERSION = 1;

  /// Counts up whenever the same take would render to other bytes, as when golden renders change.
  static final int SOUND = 4;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TakeFormat() {}

  static byte[] bytes(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
