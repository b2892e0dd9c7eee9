package modpool.patch.wave;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;

/// A sample as IFF 8SVX: 8 bits, one octave, its loop kept, a name; stereo with `CHAN`. It sounds
/// at its pitch on the key that other programs take for an 8SVX's own, 60.
///
/// The file's rate has 16 bits. A sample that would need more sounds lower by whole octaves. A loop
/// that turns back is unrolled, and what lies behind a loop is not kept.
public final class SvxSample {
  private static final int MAX_RATE_HZ = 0xFFFF;
  private static final int STEREO = 6;
  private static final int MAX_NAME = 64;

  private final Sample sample;
  private final double gain;
  private final int rateHz;
  private final int octavesLower;

  /// @param centsAt60 how far above its rate it sounds at key 60
  /// @param gain linear; above 1 is 1, which is all that the file can say
  public SvxSample(Sample sample, double centsAt60, double gain) {
    this.sample = sample;
    this.gain = Math.min(1, gain);
    double rate = sample.rateHz() * Math.pow(2, centsAt60 / 1200);
    int octaves = 0;
    while (rate > MAX_RATE_HZ) {
      rate /= 2;
      octaves++;
    }
    octavesLower = octaves;
    rateHz = Math.max(1, (int) Math.rint(rate));
  }

  /// By how many octaves the file sounds lower than the sample does, since its rate is too small.
  public int octavesLower() {
    return octavesLower;
  }

  /// The file.
  public byte[] toBytes() {
    byte[] left = points(0);
    byte[] right = sample.isStereo() ? points(1) : new byte[0];
    boolean loops = sample.loop() != Loop.NONE;
    int once = loops ? sample.loopStart() : left.length;
    byte[] name = sample.name().getBytes(StandardCharsets.ISO_8859_1);
    int nameBytes = Math.min(name.length, MAX_NAME);
    int body = left.length + right.length;
    int channel = sample.isStereo() ? 12 : 0;
    int size = 4 + 28 + channel + 8 + nameBytes + nameBytes % 2 + 8 + body + body % 2;
    ByteBuffer file = ByteBuffer.allocate(8 + size);
    file.put(tag("FORM")).putInt(size).put(tag("8SVX"));
    file.put(tag("VHDR")).putInt(20).putInt(once).putInt(left.length - once).putInt(0);
    file.putShort((short) rateHz).put((byte) 1).put((byte) 0);
    file.putInt((int) Math.max(1, Math.rint(gain * 0x10000)));
    if (sample.isStereo()) {
      file.put(tag("CHAN")).putInt(4).putInt(STEREO);
    }
    file.put(tag("NAME")).putInt(nameBytes).put(name, 0, nameBytes);
    file.position(file.position() + nameBytes % 2);
    file.put(tag("BODY")).putInt(body).put(left).put(right);
    return file.array();
  }

  private byte[] points(int channel) {
    float[] wave = sample.recorded(channel);
    int turn = sample.loop() == Loop.PING_PONG ? sample.loopEnd() - sample.loopStart() : 0;
    byte[] points = new byte[wave.length + turn];
    for (int i = 0; i < points.length; i++) {
      float point = wave[i < wave.length ? i : 2 * wave.length - 1 - i];
      points[i] = (byte) Math.clamp(Math.round(point * 0x1p7f), -128, 127);
    }
    return points;
  }

  private static byte[] tag(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
