package modpool.patch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Assembles WAV files byte by byte, wrong ones too.
final class WavBytes {
  private final ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

  WavBytes() {
    file.put(ascii("RIFF")).putInt(0).put(ascii("WAVE"));
  }

  /// A mono file of 16 bits.
  static byte[] mono(int rateHz, int... points) {
    byte[] data = new byte[points.length * 2];
    for (int i = 0; i < points.length; i++) {
      data[2 * i] = (byte) points[i];
      data[2 * i + 1] = (byte) (points[i] >> 8);
    }
    return new WavBytes().format(1, 1, rateHz, 16).chunk("data", data).bytes();
  }

  WavBytes format(int code, int channels, int rateHz, int bits) {
    file.put(ascii("fmt ")).putInt(16).putShort((short) code).putShort((short) channels);
    file.putInt(rateHz).putInt(rateHz * channels * bits / 8);
    file.putShort((short) (channels * bits / 8)).putShort((short) bits);
    return this;
  }

  WavBytes extensible(int code, int channels, int rateHz, int bits) {
    file.put(ascii("fmt ")).putInt(40).putShort((short) 0xFFFE).putShort((short) channels);
    file.putInt(rateHz).putInt(rateHz * channels * bits / 8);
    file.putShort((short) (channels * bits / 8)).putShort((short) bits);
    file.putShort((short) 22).putShort((short) bits).putInt(3);
    file.putShort((short) code).put(new byte[14]);
    return this;
  }

  WavBytes chunk(String tag, byte[] content) {
    file.put(ascii(tag)).putInt(content.length).put(content);
    if (content.length % 2 == 1) {
      file.put((byte) 0);
    }
    return this;
  }

  /// A chunk whose length says other than its content.
  WavBytes lyingChunk(String tag, int length, byte[] content) {
    file.put(ascii(tag)).putInt(length).put(content);
    return this;
  }

  /// @param type 0 forward, 1 ping-pong
  /// @param last the loop's last frame
  WavBytes smpl(int rootKey, int fraction, int type, int first, int last) {
    ByteBuffer b = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(12, rootKey).putInt(16, fraction).putInt(28, 1);
    b.putInt(40, type).putInt(44, first).putInt(48, last);
    return chunk("smpl", b.array());
  }

  byte[] bytes() {
    byte[] bytes = new byte[file.position()];
    file.get(0, bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
