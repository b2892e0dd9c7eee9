package modpool.patch;

import modpool.dsp.FilterTable;
import modpool.dsp.Pitch;

/// A sample of a patch, when it sounds and how it is played. Immutable. What the render thread
/// would otherwise work out for each note is worked out here once.
public final class Zone {
  private static final double BUTTERWORTH_DAMPING = StrictMath.sqrt(2);

  private final Trigger trigger;
  private final Sample sample;
  private final int rootKey;
  private final double tuneCents;
  private final int startFrame;
  private final Sound sound;

  private final boolean filtered;
  private final boolean movesPitch;
  private final boolean movesCutoff;
  private final boolean movesGain;
  private final double cutoffCents;
  private final float damping;
  private final double[] macroAmounts;
  private final boolean[] macroMoves; // by target: whether any does

  /// A range of keys, at any velocity.
  ///
  /// @param lowKey first key, 0..127
  /// @param highKey last key, inclusive
  /// @param sample the waveform
  /// @param rootKey the key at which the sample plays at its own rate
  /// @param tuneCents fine tuning
  /// @param startFrame where in the sample a note begins
  /// @param sound how it is played
  public Zone(
      int lowKey,
      int highKey,
      Sample sample,
      int rootKey,
      double tuneCents,
      int startFrame,
      Sound sound) {
    this(Trigger.keys(lowKey, highKey), sample, rootKey, tuneCents, startFrame, sound);
  }

  /// @param trigger when it sounds
  /// @param sample the waveform
  /// @param rootKey the key at which the sample plays at its own rate
  /// @param tuneCents fine tuning
  /// @param startFrame where in the sample a note begins
  /// @param sound how it is played
  public Zone(
      Trigger trigger, Sample sample, int rootKey, double tuneCents, int startFrame, Sound sound) {
    StartFrame.check(startFrame, sample);
    this.trigger = trigger;
    this.sample = sample;
    this.rootKey = rootKey;
    this.tuneCents = tuneCents;
    this.startFrame = startFrame;
    this.sound = sound;

    MacroRoute.Target[] targets = MacroRoute.Target.values();
    macroAmounts = new double[targets.length * MacroRoute.MACROS];
    macroMoves = new boolean[targets.length];
    for (MacroRoute route : sound.macros()) {
      macroMoves[route.to().ordinal()] = true;
      macroAmounts[route.to().ordinal() * MacroRoute.MACROS + route.macro()] += route.amount();
    }
    boolean macroCloses =
        sound.macros().stream()
            .anyMatch(m -> m.to() == MacroRoute.Target.CUTOFF_CENTS && m.amount() < 0);
    filtered =
        !sound.filter().isOpen()
            || sound.modulationToCutoffCents() < 0
            || sound.lfo1().toCutoffCents() != 0
            || sound.lfo2().toCutoffCents() != 0
            || macroCloses;
    movesPitch =
        sound.modulationToPitchCents() != 0
            || sound.lfo1().toPitchCents() != 0
            || sound.lfo2().toPitchCents() != 0;
    movesCutoff =
        sound.modulationToCutoffCents() != 0
            || sound.lfo1().toCutoffCents() != 0
            || sound.lfo2().toCutoffCents() != 0;
    movesGain = sound.lfo1().toGainDb() != 0 || sound.lfo2().toGainDb() != 0;
    cutoffCents = FilterTable.centsOf(sound.filter().cutoffHz());
    damping = (float) (BUTTERWORTH_DAMPING / Pitch.gain(sound.filter().resonanceDb()));
  }

  /// A sample over all keys.
  public static Zone of(Sample sample, int rootKey, Sound sound) {
    return new Zone(0, 127, sample, rootKey, 0, 0, sound);
  }

  /// When it sounds.
  public Trigger trigger() {
    return trigger;
  }

  public int lowKey() {
    return trigger.lowKey();
  }

  public int highKey() {
    return trigger.highKey();
  }

  public Sample sample() {
    return sample;
  }

  public int rootKey() {
    return rootKey;
  }

  public double tuneCents() {
    return tuneCents;
  }

  public int startFrame() {
    return startFrame;
  }

  public Sound sound() {
    return sound;
  }

  /// Cents between the sample's own rate and this key.
  public double centsAt(int key) {
    return (key - rootKey) * sound.keyTrackCents() + tuneCents;
  }

  /// True when the voice needs its filter: it is closed somewhat, or something can close it.
  public boolean isFiltered() {
    return filtered;
  }

  /// True when an LFO or the second envelope moves the pitch by itself.
  public boolean movesPitch() {
    return movesPitch;
  }

  /// True when an LFO or the second envelope moves the cut-off by itself.
  public boolean movesCutoff() {
    return movesCutoff;
  }

  /// True when an LFO moves the level by itself.
  public boolean movesGain() {
    return movesGain;
  }

  /// Whether any of these moves.
  public boolean movesAnything() {
    return movesPitch || movesCutoff || movesGain;
  }

  /// The cut-off at key 60, in cents above [FilterTable#LOWEST_HZ].
  public double cutoffCents() {
    return cutoffCents;
  }

  /// 1/Q of the filter.
  public float damping() {
    return damping;
  }

  /// What macros at these positions (0..1 each) add to a target, in its unit.
  public double macroAmount(MacroRoute.Target target, float[] positions) {
    if (!macroMoves[target.ordinal()]) {
      return 0;
    }
    int row = target.ordinal() * MacroRoute.MACROS;
    double sum = 0;
    for (int macro = 0; macro < MacroRoute.MACROS; macro++) {
      sum += macroAmounts[row + macro] * positions[macro];
    }
    return sum;
  }
}
