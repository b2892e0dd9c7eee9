package modpool.patch.wave;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Assembles IFF files byte by byte.
final class IffBytes {
  private final ByteBuffer file = ByteBuffer.allocate(8192);

  IffBytes(String form) {
    file.put(ascii("FORM")).putInt(0).put(ascii(form));
  }

  IffBytes chunk(String tag, byte... content) {
    file.put(ascii(tag)).putInt(content.length).put(content);
    file.position(file.position() + content.length % 2);
    return this;
  }

  IffBytes voice(int once, int again, int rateHz, int octaves, int compression) {
    ByteBuffer header = ByteBuffer.allocate(20).putInt(once).putInt(again).putInt(0);
    header.putShort((short) rateHz).put((byte) octaves).put((byte) compression).putInt(0x10000);
    return chunk("VHDR", header.array());
  }

  /// @param coding four letters of an AIFC, empty for an AIFF
  IffBytes common(int channels, int frames, int bits, int rateHz, String coding) {
    ByteBuffer common = ByteBuffer.allocate(coding.isEmpty() ? 18 : 24);
    common.putShort((short) channels).putInt(frames).putShort((short) bits);
    int shift = Integer.numberOfLeadingZeros(rateHz);
    common.putShort((short) (16383 + 31 - shift)).putLong((long) rateHz << shift + 32);
    common.put(ascii(coding));
    return chunk("COMM", common.array());
  }

  IffBytes sound(byte... points) {
    return chunk("SSND", ByteBuffer.allocate(8 + points.length).position(8).put(points).array());
  }

  /// Markers 1 and 2.
  IffBytes markers(int first, int second) {
    ByteBuffer marks = ByteBuffer.allocate(2 + 2 * 8 + 2).putShort((short) 2);
    marks.putShort((short) 1).putInt(first).put((byte) 3).put(ascii("beg"));
    marks.putShort((short) 2).putInt(second).put((byte) 0).put((byte) 0);
    return chunk("MARK", marks.array());
  }

  /// @param mode of the sustain loop, between markers 1 and 2
  IffBytes instrument(int key, int detune, int low, int high, int gainDb, int mode) {
    ByteBuffer inst = ByteBuffer.allocate(20);
    inst.put((byte) key).put((byte) detune).put((byte) low).put((byte) high);
    inst.put((byte) 1).put((byte) 127).putShort((short) gainDb);
    inst.putShort((short) mode).putShort((short) 1).putShort((short) 2);
    return chunk("INST", inst.array());
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
