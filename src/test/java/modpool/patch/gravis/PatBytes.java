package modpool.patch.gravis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Assembles a small Gravis patch: waves, in layers.
public final class PatBytes {
  static final int BITS_16 = 1;
  static final int UNSIGNED = 2;
  static final int LOOP = 4;
  static final int PING_PONG = 8;
  static final int REVERSE = 16;
  static final int SUSTAIN = 32;
  static final int ENVELOPE = 64;

  private final List<List<byte[]>> layers = new ArrayList<>(List.of(new ArrayList<>()));

  /// One wave, put together by what is special about it: root 261.626 Hz, 44100 Hz, for all keys.
  public static final class Wave {
    private final float[] points;
    private final int modes;
    private final ByteBuffer head = ByteBuffer.allocate(96).order(ByteOrder.LITTLE_ENDIAN);

    public Wave(int modes, float... points) {
      this.points = points;
      this.modes = modes;
      head.put(0, "wave".getBytes(StandardCharsets.US_ASCII));
      head.putShort(20, (short) 44_100).put(36, (byte) 7).put(55, (byte) modes);
      head.putShort(56, (short) 60).putShort(58, (short) 1024);
      pitch(0, 20_000_000, 261_626);
      envelope(new int[] {63, 63, 63, 63, 63, 63}, new int[] {246, 246, 246, 0, 0, 0});
    }

    public Wave pitch(int lowMilliHz, int highMilliHz, int rootMilliHz) {
      head.putInt(22, lowMilliHz).putInt(26, highMilliHz).putInt(30, rootMilliHz);
      return this;
    }

    public Wave rateHz(int hz) {
      head.putShort(20, (short) hz);
      return this;
    }

    /// @param sixteenths of a frame: of the start in the lower, of the end in the higher four bits
    public Wave loop(int start, int end, int sixteenths) {
      int bytes = (modes & BITS_16) + 1;
      head.putInt(12, start * bytes).putInt(16, end * bytes).put(7, (byte) sixteenths);
      return this;
    }

    public Wave envelope(int[] rates, int[] offsets) {
      for (int i = 0; i < 6; i++) {
        head.put(37 + i, (byte) rates[i]).put(43 + i, (byte) offsets[i]);
      }
      return this;
    }

    /// Sweep, rate and depth of the tremolo, then of the vibrato.
    public Wave moving(int... values) {
      for (int i = 0; i < 6; i++) {
        head.put(49 + i, (byte) values[i]);
      }
      return this;
    }

    public Wave balance(int place) {
      head.put(36, (byte) place);
      return this;
    }

    public Wave scale(int key, int factor) {
      head.putShort(56, (short) key).putShort(58, (short) factor);
      return this;
    }

    private byte[] bytes() {
      boolean wide = (modes & BITS_16) != 0;
      int flip = (modes & UNSIGNED) == 0 ? 0 : wide ? 0x8000 : 0x80;
      ByteBuffer data =
          ByteBuffer.allocate(96 + points.length * (wide ? 2 : 1)).order(ByteOrder.LITTLE_ENDIAN);
      head.putInt(8, data.capacity() - 96);
      data.put(head.array());
      for (float point : points) {
        if (wide) {
          data.putShort((short) (Math.round(point * 32_767) ^ flip));
        } else {
          data.put((byte) (Math.round(point * 127) ^ flip));
        }
      }
      return data.array();
    }
  }

  public PatBytes add(Wave wave) {
    layers.getLast().add(wave.bytes());
    return this;
  }

  /// What follows sounds together with what was added before.
  public PatBytes layer() {
    layers.add(new ArrayList<>());
    return this;
  }

  /// The whole file.
  public byte[] bytes() {
    int length = 129 + 63;
    for (List<byte[]> layer : layers) {
      length += 47 + layer.stream().mapToInt(wave -> wave.length).sum();
    }
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("GF1PATCH110\0ID#000002\0".getBytes(StandardCharsets.US_ASCII));
    file.put(82, (byte) 1).put(83, (byte) 14).putShort(87, (short) 127);
    file.position(129).put(Arrays.copyOf("inst".getBytes(StandardCharsets.US_ASCII), 63));
    file.put(129 + 22, (byte) layers.size());
    for (List<byte[]> layer : layers) {
      byte[] head = new byte[47];
      head[6] = (byte) layer.size();
      file.put(head);
      layer.forEach(file::put);
    }
    return file.array();
  }
}
