package modpool.dsp;

/// Whose sound is wanted: none in particular, or that of an Amiga, where samples are staircases and
/// the output stage has filters.
///
/// The filters follow from the parts on the boards (Commodore's schematics, by way of the
/// ProTracker 2 clone), `1 / (2 pi R C)`: A500 low pass 360 ohm, 100 nF and high pass 1390 ohm,
/// 22.33 uF; A1200 high pass 1360 ohm, 22 uF. The A1200's low pass (680 ohm, 6.8 nF, so 34.4 kHz)
/// is left out: nobody hears it.
public enum Machine {
  /// As clear as can be.
  CLEAN(0, 0),
  /// The Amiga 500: dull, even with its LED filter off.
  A500(4420.97, 5.13),
  /// The Amiga 1200.
  A1200(0, 5.32);

  /// The filter that a program switches together with the power LED: two poles, 10 kohm each, 6.8
  /// and 3.9 nF.
  public static final double LED_HZ = 3090.5;

  /// Its resonance.
  public static final double LED_Q = 0.660;

  /// An Amiga cuts hard. Just long enough that a cut is no more than a steep step: 12 frames at 48
  /// kHz, less than a step takes to settle.
  private static final double AMIGA_CUT_SECONDS = 0.000_25;

  private final double lowPassHz;
  private final double highPassHz;

  Machine(double lowPassHz, double highPassHz) {
    this.lowPassHz = lowPassHz;
    this.highPassHz = highPassHz;
  }

  public boolean isAmiga() {
    return this != CLEAN;
  }

  /// Of one pole; 0 for none.
  public double lowPassHz() {
    return lowPassHz;
  }

  /// Of one pole; 0 for none.
  public double highPassHz() {
    return highPassHz;
  }

  /// How long a voice that was cut may still be heard.
  public double cutSeconds() {
    return isAmiga() ? AMIGA_CUT_SECONDS : Fade.SECONDS;
  }
}
