package modpool.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Messages of any length on their way from the render thread to another, in order: a ring of bytes
/// with one writer and one reader. One that finds no room is dropped and counted.
public final class MessageRing {
  private static final int LENGTH_BYTES = 4;
  private static final VarHandle WRITTEN;
  private static final VarHandle READ;
  private static final VarHandle LOST;

  static {
    try {
      WRITTEN = MethodHandles.lookup().findVarHandle(MessageRing.class, "written", long.class);
      READ = MethodHandles.lookup().findVarHandle(MessageRing.class, "read", long.class);
      LOST = MethodHandles.lookup().findVarHandle(MessageRing.class, "lost", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final byte[] ring;
  private final int mask;

  private long written; // bytes, since the beginning
  private long read;
  private long lost;

  /// @param bytes how much waits at most, a power of two; a message takes four more than its length
  public MessageRing(int bytes) {
    PowerOfTwo.check(bytes);
    ring = new byte[bytes];
    mask = bytes - 1;
  }

  /// Leaves a message for the reader.
  ///
  /// @param offset where it begins among the bytes
  /// @return false when there is no room
  @RenderThread
  public boolean offer(byte[] bytes, int offset, int length) {
    long start = written;
    long end = start + LENGTH_BYTES + length;
    if (end - (long) READ.getAcquire(this) > ring.length) {
      LOST.setRelease(this, lost + 1);
      return false;
    }
    for (int i = 0; i < LENGTH_BYTES; i++) {
      ring[(int) (start + i) & mask] = (byte) (length >>> 8 * i);
    }
    int from = (int) (start + LENGTH_BYTES) & mask;
    int first = Math.min(length, ring.length - from);
    System.arraycopy(bytes, offset, ring, from, first);
    System.arraycopy(bytes, offset + first, ring, 0, length - first);
    WRITTEN.setRelease(this, end);
    return true;
  }

  /// The oldest message not yet taken, or null. One reader only.
  public byte[] take() {
    long start = read;
    if (start == (long) WRITTEN.getAcquire(this)) {
      return null;
    }
    int length = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      length |= (ring[(int) (start + i) & mask] & 0xFF) << 8 * i;
    }
    byte[] message = new byte[length];
    int from = (int) (start + LENGTH_BYTES) & mask;
    int first = Math.min(length, ring.length - from);
    System.arraycopy(ring, from, message, 0, first);
    System.arraycopy(ring, 0, message, first, length - first);
    READ.setRelease(this, start + LENGTH_BYTES + length);
    return message;
  }

  /// Messages that found no room so far.
  @RenderThread
  public long lost() {
    return (long) LOST.getAcquire(this);
  }
}
