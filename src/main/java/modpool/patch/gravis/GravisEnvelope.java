package modpool.patch.gravis;

import modpool.dsp.Envelope;

/// The volume ramps of a wave as an [Envelope].
///
/// The GF1's volume is a logarithm of 12 bits, 256 steps to the octave of amplitude; an offset is
/// its upper eight, so 16 of them are 6.02 dB. A ramp adds 0 to 63, every 1, 8, 64 or 512 frames of
/// 44.1 kHz (SDK, "Volume control"). The envelope goes to points 0, 1 and 2, rests there while the
/// key is down, then goes on to 3, 4 and 5.
///
/// Its fall is a line in dB; a decay here nears its level like a capacitor, so its time is chosen
/// for the same slope at its beginning. Its rise is the same time here, as TiMidity++ has it.
final class GravisEnvelope {
  private static final double DB_PER_OFFSET = 20 * Math.log10(2) / 16;
  private static final double FRAMES_PER_SECOND = 44_100;
  private static final double STEPS_PER_OFFSET = 16;
  private static final double HELD_DB = 60; // the times of an envelope here are those of 60 dB

  /// What Gravis' own patch editor and those after it write for full level.
  private static final int FULL = 246;

  /// An envelope that ends above this does not end the note (so does TiMidity decide).
  private static final int AUDIBLE_END = 100;

  private static final double INAUDIBLE_DB = -90;
  private static final double SHORTEST_RELEASE_MS = 5; // a fall that is no click

  private final GravisWave wave;

  GravisEnvelope(GravisWave wave) {
    this.wave = wave;
  }

  /// True when it comes down to silence, so that key-up can mean something.
  boolean endsSilent() {
    return wave.envelopeOffset(GravisWave.ENVELOPE_POINTS - 1) < AUDIBLE_END;
  }

  /// True when it can't be told in four times and a level.
  boolean isBent() {
    return wave.envelopeOffset(2) > wave.envelopeOffset(1)
        && wave.envelopeOffset(1) < wave.envelopeOffset(0);
  }

  /// The highest level, against what patches have for full.
  double gainDb() {
    return (peak() - FULL) * DB_PER_OFFSET;
  }

  private int peak() {
    return Math.max(
        wave.envelopeOffset(0), Math.max(wave.envelopeOffset(1), wave.envelopeOffset(2)));
  }

  Envelope toEnvelope() {
    int first = wave.envelopeOffset(0);
    int second = wave.envelopeOffset(1);
    int rest = wave.envelopeOffset(2);
    double attack = seconds(0, 0, first);
    double toSecond = seconds(1, first, second);
    double toRest = seconds(2, second, rest);
    double fall = toRest;
    int top = second;
    if (second >= first) {
      attack += toSecond;
    } else {
      fall += toSecond;
      top = first;
    }
    if (rest > second && second >= first) { // all three go up
      attack += toRest;
      fall = 0;
      top = rest;
    }
    double sustainDb = (rest - peak()) * DB_PER_OFFSET;
    double sustain = sustainDb <= INAUDIBLE_DB ? 0 : Math.pow(10, sustainDb / 20);
    double decay = top > rest ? (1 - sustain) * fallMs(top - rest, fall) : 0;
    return new Envelope(0, 1000 * attack, 0, decay, sustain, releaseMs(rest));
  }

  private double releaseMs(int rest) {
    int end = wave.envelopeOffset(GravisWave.ENVELOPE_POINTS - 1);
    double seconds = 0;
    int from = rest;
    for (int point = 3; point < GravisWave.ENVELOPE_POINTS; point++) {
      seconds += seconds(point, from, wave.envelopeOffset(point));
      from = wave.envelopeOffset(point);
    }
    return rest > end
        ? Math.max(SHORTEST_RELEASE_MS, fallMs(rest - end, seconds))
        : Envelope.GATE.releaseMs();
  }

  /// Time of a fall by 60 dB that is as steep.
  private static double fallMs(int offsets, double seconds) {
    return 1000 * seconds * HELD_DB / (offsets * DB_PER_OFFSET);
  }

  /// How long the ramp to a point takes. One that does not move never gets there: a minute.
  private double seconds(int point, int from, int to) {
    int rate = wave.envelopeRate(point);
    int steps = rate & 0x3F;
    double perSecond = steps * FRAMES_PER_SECOND / (1 << 3 * (rate >> 6)) / STEPS_PER_OFFSET;
    int way = Math.abs(to - from);
    return way == 0 ? 0 : steps == 0 ? 60 : way / perSecond;
  }
}
