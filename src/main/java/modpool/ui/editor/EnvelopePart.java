package modpool.ui.editor;

import java.util.function.ToDoubleFunction;
import modpool.dsp.Envelope;
import modpool.patch.Sound;

/// A part of an envelope that lasts a time.
enum EnvelopePart {
  DELAY("Delay", Envelope::delayMs, Envelope::withDelayMs),
  ATTACK("Attack", Envelope::attackMs, Envelope::withAttackMs),
  HOLD("Hold", Envelope::holdMs, Envelope::withHoldMs),
  /// At whose end the sustain level stands.
  DECAY("Decay and sustain", Envelope::decayMs, Envelope::withDecayMs),
  RELEASE("Release", Envelope::releaseMs, Envelope::withReleaseMs);

  static final double LONGEST_MS = Sound.MOST_MS;

  private static final double RATIO = 1.02; // of a step
  private static final double LEAST_STEP_MS = 0.1;

  private final String title;
  private final ToDoubleFunction<Envelope> time;
  private final With with;

  private interface With {
    Envelope ms(Envelope envelope, double ms);
  }

  EnvelopePart(String title, ToDoubleFunction<Envelope> time, With with) {
    this.title = title;
    this.time = time;
    this.with = with;
  }

  String title() {
    return title;
  }

  double ms(Envelope envelope) {
    return time.applyAsDouble(envelope);
  }

  /// An envelope that differs in this time alone.
  Envelope with(Envelope envelope, double ms) {
    return with.ms(envelope, ms);
  }

  /// A time some steps longer, or shorter: of a fiftieth, but a tenth of a millisecond at least.
  static double stepped(double ms, int steps) {
    if (steps == 0) {
      return ms;
    }
    double next = ms;
    for (int i = 0; i < Math.abs(steps); i++) {
      double step = Math.max(LEAST_STEP_MS, next * (RATIO - 1));
      next = steps > 0 ? next + step : Math.max(0, next - step);
    }
    return Math.min(LONGEST_MS, rounded(next));
  }

  /// To three digits, as nobody hears more.
  static double rounded(double ms) {
    double unit = ms < 10 ? 0.01 : ms < 100 ? 0.1 : ms < 10_000 ? 1 : 10;
    return Math.rint(ms / unit) * unit;
  }
}
