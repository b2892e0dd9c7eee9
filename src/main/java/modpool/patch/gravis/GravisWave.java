package modpool.patch.gravis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One waveform of a patch: the 96 bytes that describe it and the points behind them. Little
/// endian; whatever the numbers are, reading them is safe.
final class GravisWave {
  /// Bytes of the description.
  static final int HEAD_BYTES = 96;

  /// Points of an envelope: three up to where it rests, three after key-up.
  static final int ENVELOPE_POINTS = 6;

  private static final int BITS_16 = 0x01;
  private static final int UNSIGNED = 0x02;
  private static final int LOOP = 0x04;
  private static final int PING_PONG = 0x08;
  private static final int REVERSE = 0x10;
  private static final int SUSTAIN = 0x20;
  private static final int ENVELOPE = 0x40;
  private static final int CLAMPED = 0x80;

  private static final int NAME_BYTES = 7;
  private static final double MIDDLE_C_HZ = 261.6256;

  private final ByteBuffer head;
  private final ByteBuffer data;

  /// @param head [#HEAD_BYTES] of description
  /// @param data the points, as stored
  GravisWave(ByteBuffer head, ByteBuffer data) {
    this.head = head;
    this.data = data;
  }

  /// The wave's own name; may be empty.
  String name() {
    byte[] name = new byte[NAME_BYTES];
    head.get(0, name);
    String text = new String(name, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).replaceAll("\\p{Cc}", "?").strip();
  }

  /// Frames of waveform.
  int frames() {
    return data.remaining() / bytesPerPoint();
  }

  /// Whether there is anything to be played.
  boolean sounds() {
    return frames() > 0 && rateHz() > 0;
  }

  private int bytesPerPoint() {
    return is(BITS_16) ? 2 : 1;
  }

  /// 8 or 16.
  int bits() {
    return 8 * bytesPerPoint();
  }

  /// First frame of the loop, as the file has it; may lie anywhere.
  long loopStart() {
    return unsigned32(12) / bytesPerPoint();
  }

  /// Frame after the loop, likewise.
  long loopEnd() {
    return unsigned32(16) / bytesPerPoint();
  }

  /// How much longer the loop is than its whole frames, -15..15 sixteenths of a frame.
  int loopSixteenths() {
    int fractions = unsigned8(7);
    return (fractions >> 4) - (fractions & 0xF);
  }

  int rateHz() {
    return unsigned16(20);
  }

  /// Lowest pitch that this wave is meant for, in thousandths of Hz; so are the next two.
  long lowMilliHz() {
    return unsigned32(22);
  }

  long highMilliHz() {
    return unsigned32(26);
  }

  /// The pitch at which it plays at its own rate.
  long rootMilliHz() {
    return unsigned32(30);
  }

  /// Whether that can be a pitch: 1 Hz to 100 kHz.
  boolean hasPitch() {
    return rootMilliHz() >= 1000 && rootMilliHz() <= 100_000_000;
  }

  /// The key at which it plays at its own rate, with its fraction; without a pitch it is middle C.
  double rootKey() {
    double hz = hasPitch() ? rootMilliHz() / 1000.0 : MIDDLE_C_HZ;
    return 69 + 12 * Math.log(hz / 440) / Math.log(2);
  }

  /// 0 left, 7 middle, 15 right.
  int balance() {
    return unsigned8(36);
  }

  /// How fast the envelope goes to a point: two bits of range, six of step.
  int envelopeRate(int point) {
    return unsigned8(37 + point);
  }

  /// The level at a point of the envelope, 0..255 of a logarithmic scale.
  int envelopeOffset(int point) {
    return unsigned8(37 + ENVELOPE_POINTS + point);
  }

  int tremoloSweep() {
    return unsigned8(49);
  }

  int tremoloRate() {
    return unsigned8(50);
  }

  int tremoloDepth() {
    return unsigned8(51);
  }

  int vibratoSweep() {
    return unsigned8(52);
  }

  int vibratoRate() {
    return unsigned8(53);
  }

  int vibratoDepth() {
    return unsigned8(54);
  }

  /// The key that sounds as on a piano whatever the scale is.
  int scaleKey() {
    return unsigned16(56);
  }

  /// Pitch per key: 1024 as on a piano, 0 the same for all.
  int scaleFactor() {
    return unsigned16(58);
  }

  boolean loops() {
    return is(LOOP) || is(REVERSE);
  }

  boolean turnsBack() {
    return is(PING_PONG);
  }

  boolean isReversed() {
    return is(REVERSE);
  }

  boolean sustains() {
    return is(SUSTAIN);
  }

  boolean hasEnvelope() {
    return is(ENVELOPE);
  }

  boolean clampsItsRelease() {
    return is(CLAMPED);
  }

  /// The waveform in the order in which it plays, -1 to 1.
  float[] points() {
    float[] points = new float[frames()];
    for (int i = 0; i < points.length; i++) {
      points[is(REVERSE) ? points.length - 1 - i : i] = point(i);
    }
    return points;
  }

  private float point(int frame) {
    if (is(BITS_16)) {
      int stored = data.getShort(2 * frame);
      return (is(UNSIGNED) ? (stored & 0xFFFF) - 0x8000 : stored) * 0x1p-15f;
    }
    int stored = data.get(frame);
    return (is(UNSIGNED) ? (stored & 0xFF) - 0x80 : stored) * 0x1p-7f;
  }

  private boolean is(int mode) {
    return (unsigned8(55) & mode) != 0;
  }

  private int unsigned8(int at) {
    return head.get(at) & 0xFF;
  }

  private int unsigned16(int at) {
    return head.getShort(at) & 0xFFFF;
  }

  private long unsigned32(int at) {
    return head.getInt(at) & 0xFFFF_FFFFL;
  }
}
