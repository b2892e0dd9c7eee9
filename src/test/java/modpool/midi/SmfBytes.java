package modpool.midi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Builds Standard MIDI Files for tests.
final class SmfBytes {
  private SmfBytes() {}

  static byte[] file(int format, int division, byte[]... tracks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("MThd".getBytes());
    out.writeBytes(ByteBuffer.allocate(4).putInt(6).array());
    out.writeBytes(
        ByteBuffer.allocate(6)
            .putShort((short) format)
            .putShort((short) tracks.length)
            .putShort((short) division)
            .array());
    for (byte[] track : tracks) {
      out.writeBytes("MTrk".getBytes());
      out.writeBytes(ByteBuffer.allocate(4).putInt(track.length).array());
      out.writeBytes(track);
    }
    return out.toByteArray();
  }

  /// A track of bytes written as numbers.
  static byte[] track(int... bytes) {
    byte[] track = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      track[i] = (byte) bytes[i];
    }
    return track;
  }
}
