package modpool.patch.wave;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.WavReader;

/// A sample as a WAV file, in the bits it was recorded in, with root key, tuning and loop in a
/// `smpl` chunk: what [WavReader] reads back point by point. What lies behind a loop is kept on
/// demand.
///
/// A WAV's rate is a whole number; what rounding it takes goes into the tuning.
public final class WavSample {
  private static final int HEAD_BYTES = 12 + 8 + 16 + 8;
  private static final int SMPL_BYTES = 8 + 36 + 24;
  private static final double OCTAVE = 1200;

  private final Sample sample;
  private final boolean whole;
  private final int bytes;
  private final int rateHz;
  private final double cents; // above the root key at which it sounds as recorded

  /// @param rootKey the key at which it sounds at its rate, 0..127
  /// @param tuneCents what tunes it to that key
  public WavSample(Sample sample, int rootKey, double tuneCents) {
    this(sample, rootKey, tuneCents, false);
  }

  private WavSample(Sample sample, int rootKey, double tuneCents, boolean whole) {
    this.sample = sample;
    this.whole = whole;
    bytes = sample.bits() / 8;
    rateHz = Math.max(1, (int) Math.rint(sample.rateHz()));
    cents = rootKey * 100 - tuneCents - roundingCents(sample);
  }

  /// The same with what lies behind the loop, sounding at its rate at key 60.
  public static WavSample whole(Sample sample) {
    return new WavSample(sample, 60, 0, true);
  }

  /// What a WAV's rate lacks to the sample's own, in cents: to be added to a zone's tuning.
  public static double roundingCents(Sample sample) {
    double written = Math.max(1, Math.rint(sample.rateHz()));
    return OCTAVE * Math.log(sample.rateHz() / written) / Math.log(2);
  }

  /// The file.
  public byte[] toBytes() {
    float[] left = side(0);
    float[] right = sample.isStereo() ? side(1) : null;
    int channels = right == null ? 1 : 2;
    int data = left.length * channels * bytes;
    int padded = data + data % 2;
    ByteBuffer file = ByteBuffer.allocate(HEAD_BYTES + padded + SMPL_BYTES);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(tag("RIFF")).putInt(file.capacity() - 8).put(tag("WAVE"));
    file.put(tag("fmt ")).putInt(16);
    file.putShort((short) (bytes == 4 ? 3 : 1)).putShort((short) channels);
    file.putInt(rateHz).putInt(rateHz * channels * bytes);
    file.putShort((short) (channels * bytes)).putShort((short) (bytes * 8));
    file.put(tag("data")).putInt(data);
    for (int i = 0; i < left.length; i++) {
      put(file, left[i]);
      if (right != null) {
        put(file, right[i]);
      }
    }
    file.position(HEAD_BYTES + padded);
    putSmpl(file);
    return file.array();
  }

  private float[] side(int channel) {
    return whole ? sample.whole(channel) : sample.recorded(channel);
  }

  private void putSmpl(ByteBuffer file) {
    long steps = Math.clamp(Math.round(cents / 100 * 0x1p32), 0, (127L << 32) + 0xFFFF_FFFFL);
    boolean loops = sample.loop() != Loop.NONE;
    file.put(tag("smpl")).putInt(SMPL_BYTES - 8);
    file.putInt(0).putInt(0).putInt((int) (1e9 / rateHz));
    file.putInt((int) (steps >> 32)).putInt((int) steps);
    file.putInt(0).putInt(0).putInt(loops ? 1 : 0).putInt(0);
    if (loops) {
      file.putInt(0).putInt(sample.loop() == Loop.PING_PONG ? 1 : 0);
      file.putInt(sample.loopStart()).putInt(sample.loopEnd() - 1).putInt(0).putInt(0);
    }
  }

  private void put(ByteBuffer file, float point) {
    switch (bytes) {
      case 1 -> file.put((byte) (whole(point, 1 << 7) + 128)); // the one unsigned width
      case 2 -> file.putShort((short) whole(point, 1 << 15));
      case 3 -> {
        int whole = whole(point, 1 << 23);
        file.putShort((short) whole).put((byte) (whole >> 16));
      }
      default -> file.putFloat(point);
    }
  }

  /// Exact for what was read in as many bits.
  private static int whole(float point, int full) {
    return Math.clamp(Math.round((double) point * full), -full, full - 1);
  }

  private static byte[] tag(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
