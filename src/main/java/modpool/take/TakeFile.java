package modpool.take;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import modpool.io.file.Content;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;

/// The file that a take grows in. Room for its end is always written ahead, so that it can be
/// closed on a full disk too. For one thread.
final class TakeFile {
  private static final int RESERVE = 4_096;

  private final FileDraft draft;
  private final TakeTime time;
  private final MessageDigest digest = Content.digest();
  private long length = TakeFormat.EVENTS_AT;

  /// @throws OutputException when nothing can be written
  TakeFile(FileDraft draft, TakeTime time) throws OutputException {
    this.draft = draft;
    this.time = time;
    draft.place(0, ByteBuffer.allocate(TakeFormat.EVENTS_AT + RESERVE));
  }

  /// True when a take that is so much longer could not be read any more.
  boolean isFull(int bytes) {
    return length + bytes + RESERVE > TakeFormat.MOST_BYTES;
  }

  /// Appends events: all of them, or none.
  ///
  /// @throws OutputException when they find no room; what was appended before can still be closed
  void append(byte[] events) throws OutputException {
    draft.place(length + RESERVE, ByteBuffer.allocate(events.length));
    draft.place(length, ByteBuffer.wrap(events));
    digest.update(events);
    length += events.length;
  }

  /// Ends the take and puts the file in its place.
  ///
  /// @param events where to append its end
  /// @param frames how long it is
  /// @param cut why it ends early, or null
  void close(TakeBytes events, long frames, String cut) throws OutputException {
    digest.update(sealed(frames, cut));
    ObjectNode end = JsonNodeFactory.instance.objectNode().put("end", frames);
    if (cut != null) {
      end.put("cut", cut);
    }
    events.add(frames, end.put("sha256", Content.hex(digest)));
    events.addMeta(frames, TakeFormat.META_END);
    byte[] last = events.take();
    draft.place(length, ByteBuffer.wrap(last));
    length += last.length;
    ByteBuffer head = ByteBuffer.allocate(TakeFormat.EVENTS_AT);
    head.putInt(TakeFormat.HEADER).putInt(TakeFormat.HEADER_BYTES);
    head.putShort((short) 0).putShort((short) 1).putShort((short) time.division());
    head.putInt(TakeFormat.TRACK).putInt((int) (length - TakeFormat.EVENTS_AT));
    draft.place(0, head.flip());
    draft.truncate(length);
    draft.finish();
  }

  /// What the hash covers beside the events.
  static byte[] sealed(long frames, String cut) {
    return (frames + "/" + (cut == null ? "" : cut)).getBytes(StandardCharsets.UTF_8);
  }
}
