package modpool.effect;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Pitch;

/// What held effects have made of each note: how far its pitch has come, how loud it is. Times are
/// ticks since the note began; pitches are Amiga periods, key 60 being 428, so slides and vibrato
/// are as wide as a tracker's.
@RenderThread
public final class NoteEffects {
  /// What a tick asks for.
  public static final int NOTHING = 0;

  /// The note ends.
  public static final int CUT = 1;

  /// Its sample begins anew.
  public static final int RESTART = 2;

  private static final int KEYS = 128;
  private static final double MIDDLE_PERIOD = 428;
  private static final double SHORTEST_PERIOD = 113; // where ProTracker's slides end ...
  private static final double LONGEST_PERIOD = 856; // ... unless the note lies beyond
  private static final int FULL_VOLUME = 64;
  private static final int SINE = 0;
  private static final double[] PERIODS = new double[KEYS];

  static {
    for (int key = 0; key < KEYS; key++) {
      PERIODS[key] = MIDDLE_PERIOD * Pitch.ratio((60 - key) * 100.0);
    }
  }

  private final long[] begun; // frame
  private final int[] ticks;
  private final int[] velocity;
  private final double[] slid; // periods
  private final int[] vibratoPosition;
  private final int[] tremoloPosition;
  private final double[] cents;
  private final float[] gain;

  /// @param voices most there will ever be
  public NoteEffects(int voices) {
    begun = new long[voices];
    ticks = new int[voices];
    velocity = new int[voices];
    slid = new double[voices];
    vibratoPosition = new int[voices];
    tremoloPosition = new int[voices];
    cents = new double[voices];
    gain = new float[voices];
    Arrays.fill(gain, 1);
  }

  /// A note begins.
  ///
  /// @param velocityOfKey 1-127
  public void begin(int voice, long frame, int velocityOfKey) {
    begun[voice] = frame;
    ticks[voice] = 0;
    velocity[voice] = velocityOfKey;
    slid[voice] = 0;
    vibratoPosition[voice] = 0;
    tremoloPosition[voice] = 0;
    cents[voice] = 0;
    gain[voice] = 1;
  }

  /// A note goes on in another voice.
  public void move(int voice, int to) {
    begun[to] = begun[voice];
    ticks[to] = ticks[voice];
    velocity[to] = velocity[voice];
    slid[to] = slid[voice];
    vibratoPosition[to] = vibratoPosition[voice];
    tremoloPosition[to] = tremoloPosition[voice];
    cents[to] = cents[voice];
    gain[to] = gain[voice];
  }

  /// A tick of a note that sounds. The tick in whose frame it began is its tick 0.
  ///
  /// @param key 0-127
  /// @return what is to be done besides
  public int tick(int voice, long frame, int key, HeldEffects held) {
    if (begun[voice] == frame) {
      return NOTHING;
    }
    int tick = ++ticks[voice];
    if (tick == held.parameter(Effect.CUT)) {
      return CUT;
    }
    slide(voice, key, held);
    double period = PERIODS[key] + slid[voice];
    double sounding = Math.max(1, period + vibrato(voice, held));
    double changed = sounding == PERIODS[key] ? 0 : Pitch.cents(PERIODS[key] / sounding);
    cents[voice] = changed + arpeggio(tick, held);
    gain[voice] = tremolo(voice, held);
    int every = held.parameter(Effect.RETRIGGER);
    return every > 0 && tick % every == 0 ? RESTART : NOTHING;
  }

  private void slide(int voice, int key, HeldEffects held) {
    int by = held.parameter(Effect.SLIDE_DOWN) - held.parameter(Effect.SLIDE_UP);
    if (by != 0) {
      double shortest = Math.min(SHORTEST_PERIOD, PERIODS[key]);
      double longest = Math.max(LONGEST_PERIOD, PERIODS[key]);
      double period = PERIODS[key] + slid[voice] + by;
      slid[voice] = Math.max(shortest, Math.min(longest, period)) - PERIODS[key];
    }
  }

  private int vibrato(int voice, HeldEffects held) {
    if (held.parameter(Effect.VIBRATO) == 0) {
      vibratoPosition[voice] = 0;
      return 0;
    }
    int position = vibratoPosition[voice];
    int distance = Oscillation.distance(SINE, position, position) * held.low(Effect.VIBRATO) >> 7;
    vibratoPosition[voice] = Oscillation.step(position, held.high(Effect.VIBRATO));
    return Oscillation.isFirstHalf(position) ? distance : -distance;
  }

  /// Linear. The volume that swings is the velocity's, as a tracker has it, and its ends are 0, 64.
  private float tremolo(int voice, HeldEffects held) {
    if (held.parameter(Effect.TREMOLO) == 0) {
      tremoloPosition[voice] = 0;
      return 1;
    }
    int position = tremoloPosition[voice];
    int distance = Oscillation.distance(SINE, position, position) * held.low(Effect.TREMOLO) >> 6;
    tremoloPosition[voice] = Oscillation.step(position, held.high(Effect.TREMOLO));
    int volume = Math.max(1, velocity[voice] * FULL_VOLUME / 127);
    int sounding = Oscillation.isFirstHalf(position) ? volume + distance : volume - distance;
    return Math.max(0, Math.min(FULL_VOLUME, sounding)) / (float) volume;
  }

  private static double arpeggio(int tick, HeldEffects held) {
    int semitones =
        switch (tick % 3) {
          case 1 -> held.high(Effect.ARPEGGIO);
          case 2 -> held.low(Effect.ARPEGGIO);
          default -> 0;
        };
    return semitones * 100.0;
  }

  /// How far effects have moved the note's pitch.
  public double cents(int voice) {
    return cents[voice];
  }

  /// What they leave of its level, or add to it.
  public float gain(int voice) {
    return gain[voice];
  }

  /// How fast the note's key went down, 1-127.
  public int velocity(int voice) {
    return velocity[voice];
  }
}
