package modpool.patch.gravis;

import modpool.dsp.Envelope;
import modpool.dsp.Lfo;
import modpool.patch.Sound;
import modpool.patch.foreign.SoundDraft;
import modpool.patch.foreign.Unmapped;

/// How a wave is played: level, place, envelope, tremolo and vibrato. Their units are nowhere
/// written down; these are TiMidity's (T. Toivonen, timidity 0.2i, instrum.c), which every set of
/// patches since was made to sound well with.
final class GravisSound {
  private static final double LFO_UNITS_PER_HZ = 38; // and sweeps to the second
  private static final double CENTS_PER_VIBRATO = 100 * 128 / 8192.0;
  private static final double TREMOLO_FULL = 512;
  private static final int MIDDLE = 7;
  private static final int RIGHT = 15;

  private final GravisWave wave;
  private final Treatment treatment;
  private final Unmapped unmapped;

  /// @param unmapped gets what is not played
  GravisSound(GravisWave wave, Treatment treatment, Unmapped unmapped) {
    this.wave = wave;
    this.treatment = treatment;
    this.unmapped = unmapped;
  }

  /// @param loops whether the wave is played with its loop
  /// @param peak the wave's loudest point
  /// @param keyTrackCents pitch per key
  Sound toSound(boolean loops, double peak, double keyTrackCents) {
    GravisEnvelope envelope = new GravisEnvelope(wave);
    boolean shaped = isShaped(loops, envelope);
    double gain = Double.isNaN(treatment.gain()) ? peak > 0 ? 1 / peak : 1 : treatment.gain();
    double db = gain > 0 ? 20 * Math.log10(gain) : -60;
    if (wave.clampsItsRelease()) {
      unmapped.add("clamped release");
    }
    if (shaped && envelope.isBent()) {
      unmapped.add("envelope that falls and rises before it rests: only where it rests is kept");
    }
    return new SoundDraft()
        .gainDb(shaped ? db + envelope.gainDb() : db)
        .pan(Double.isNaN(treatment.pan()) ? pan() : treatment.pan())
        .keyTrackCents(keyTrackCents)
        .oneShot(!shaped && !loops)
        .amplitude(shaped ? envelope.toEnvelope() : Envelope.GATE)
        .lfo1(vibrato())
        .lfo2(tremolo())
        .toSound();
  }

  /// Whether the envelope is played. Waves that neither loop nor sustain, drums mostly, carry one
  /// that would cut them off; one that never comes down is none.
  private boolean isShaped(boolean loops, GravisEnvelope envelope) {
    return switch (treatment.envelope()) {
      case KEEP -> wave.hasEnvelope();
      case STRIP -> false;
      case USUAL -> wave.hasEnvelope() && envelope.endsSilent() && (loops || wave.sustains());
    };
  }

  private double pan() {
    int balance = wave.balance();
    if (balance > RIGHT) {
      unmapped.add("balance beyond 15: in the middle");
      return 0;
    }
    return (balance - MIDDLE) / (double) (balance < MIDDLE ? MIDDLE : RIGHT - MIDDLE);
  }

  private Lfo vibrato() {
    boolean moves = wave.vibratoRate() > 0 && wave.vibratoDepth() > 0;
    return moves
        ? lfo(wave.vibratoRate(), wave.vibratoSweep(), wave.vibratoDepth() * CENTS_PER_VIBRATO, 0)
        : Lfo.OFF;
  }

  /// TiMidity lowers the level by up to half; an oscillator here goes as far up as down.
  private Lfo tremolo() {
    boolean moves = wave.tremoloRate() > 0 && wave.tremoloDepth() > 0;
    double spanDb = -20 * Math.log10(1 - wave.tremoloDepth() / TREMOLO_FULL);
    return moves ? lfo(wave.tremoloRate(), wave.tremoloSweep(), 0, spanDb / 2) : Lfo.OFF;
  }

  private static Lfo lfo(int rate, int sweep, double toPitchCents, double toGainDb) {
    return new Lfo(
        Lfo.Shape.SINE,
        rate / LFO_UNITS_PER_HZ,
        0,
        1000 * sweep / LFO_UNITS_PER_HZ,
        toPitchCents,
        0,
        toGainDb);
  }
}
