package modpool.worklet;

import modpool.dsp.Interpolation;
import modpool.patch.Zone;

/// The state of an engine's voices and tails as arrays: lanes 0-7 are voices, lane 8 + v is the
/// tail of voice v. A lane can be copied to another engine whole; a test holds [#copy] to every
/// field.
final class Lanes {
  static final int VOICES = 8;
  static final int COUNT = 2 * VOICES;

  private static final float FLOOR = 1e-15f;

  // what plays
  final Zone[] zone = new Zone[COUNT];
  final Controls[] controls = new Controls[COUNT];
  final int[] key = new int[COUNT];
  final int[] velocity = new int[COUNT];
  final long[] started = new long[COUNT]; // frame of the note, where LFOs begin

  // where in the sample, and how it is read
  final Interpolation[] kernel = new Interpolation[COUNT]; // of the zone
  final long[] phase = new long[COUNT]; // 32.32
  final long[] increment = new long[COUNT];
  final double[] ratioCents = new double[COUNT]; // the cents that `increment` was made from

  final double[] detuneCents = new double[COUNT]; // of the key, from equal temperament

  // pitch that moves by itself
  final double[] glideCents = new double[COUNT]; // the whole way
  final double[] glidePerFrame = new double[COUNT];

  // what a tracker's effects make of it
  final float[] effectCents = new float[COUNT];
  final float[] effectGain = new float[COUNT];

  // what of its sound the note has changed
  final float[] pressure = new float[COUNT]; // of its own key, 0..1
  final double[] lfoDelay = new double[COUNT]; // of the first LFO, in frames
  final double[] lfoHz = new double[COUNT];
  final long[] lfoShift = new long[COUNT]; // 32.32 turns: what its other rates before have made

  // level
  final long[] origin = new long[COUNT]; // where the piece of gain begins; in a tail, of the cut
  final long[] steppedTo = new long[COUNT]; // up to which frame the last control step looked
  final float[] gain = new float[COUNT]; // of key velocity and zone
  final GainLanes gainLeft = new GainLanes();
  final GainLanes gainRight = new GainLanes();

  // a note that goes on as another zone's comes in while its tail, what it was, goes out
  final boolean[] entering = new boolean[COUNT];
  final long[] entered = new long[COUNT]; // frame

  // envelopes
  final EnvelopeLanes amplitude;
  final EnvelopeLanes modulation;

  final boolean[] filtered = new boolean[COUNT];
  final boolean[] filterFresh = new boolean[COUNT]; // came into the path within the note

  // two-pole low pass: coefficients, then two integrators for each side
  final float[] a1 = new float[COUNT];
  final float[] a2 = new float[COUNT];
  final float[] a3 = new float[COUNT];
  final float[] left1 = new float[COUNT];
  final float[] left2 = new float[COUNT];
  final float[] right1 = new float[COUNT];
  final float[] right2 = new float[COUNT];

  // a song's track: its place, what follows at the end of the present pass, and its mute
  final boolean[] onTrack = new boolean[COUNT];
  final float[] trackPan = new float[COUNT]; // of other notes what is added to every pan
  final boolean[] swapDue = new boolean[COUNT];
  final Zone[] swapTo = new Zone[COUNT]; // null: silence
  final MuteLanes mute;

  // control steps
  final boolean[] stepDue = new boolean[COUNT]; // something happened between two grid frames
  final boolean[] steady = new boolean[COUNT]; // only what its zone moves still moves, ...
  final boolean[] still = new boolean[COUNT]; // ... or nothing at all, ...
  final int[] seenVersion = new int[COUNT]; // ... while the controls stand at this version

  // output of a tail's last frame; and what is left of a tail that had to give way
  final float[] lastLeft = new float[COUNT];
  final float[] lastRight = new float[COUNT];
  final float[] residueLeft = new float[COUNT];
  final float[] residueRight = new float[COUNT];
  final long[] residueStart = new long[COUNT];
  final Controls[] residueLentTo = new Controls[COUNT]; // whose it is; null: the voice's owner's

  /// Bit per lane that sounds.
  int sounding;

  /// Bit per lane on which somebody plays who has borrowed it.
  int lent;

  /// Bit per tail lane with a residue.
  int residues;

  Lanes(int rate) {
    amplitude = new EnvelopeLanes(COUNT, rate);
    modulation = new EnvelopeLanes(COUNT, rate);
    mute = new MuteLanes(COUNT, rate);
  }

  boolean isSounding(int lane) {
    return (sounding & 1 << lane) != 0;
  }

  /// True when a step would change nothing.
  boolean isStill(int lane) {
    return still[lane] && seenVersion[lane] == controls[lane].version();
  }

  boolean hasResidue(int lane) {
    return (residues & 1 << lane) != 0;
  }

  void setLent(int lane, boolean on) {
    lent = lent & ~(1 << lane) | (on ? 1 << lane : 0);
  }

  /// Whose a lane is that sounds, by the controls; null: its owner's.
  Controls borrower(int lane) {
    return (lent & 1 << lane) == 0 ? null : controls[lane];
  }

  /// Bit per tail lane whose residue is a borrower's.
  int lentResidues() {
    int bits = 0;
    for (int left = residues; left != 0; left &= left - 1) {
      int lane = Integer.numberOfTrailingZeros(left);
      bits |= residueLentTo[lane] == null ? 0 : 1 << lane;
    }
    return bits;
  }

  void silence(int lane) {
    sounding &= ~(1 << lane);
    lent &= ~(1 << lane);
    zone[lane] = null; // so that the collector may have a sample nobody plays
    controls[lane] = null;
    swapTo[lane] = null;
    entering[lane] = false;
  }

  /// Snaps decayed filter state to zero, so that it never becomes a denormal. Only on the grid:
  /// what a block's end could move would no longer be the same bytes.
  void flushFilter(int lane) {
    left1[lane] = flushed(left1[lane]);
    left2[lane] = flushed(left2[lane]);
    right1[lane] = flushed(right1[lane]);
    right2[lane] = flushed(right2[lane]);
  }

  private static float flushed(float state) {
    return Math.abs(state) < FLOOR ? 0 : state;
  }

  void copy(int lane, Lanes to, int toLane) {
    to.zone[toLane] = zone[lane];
    to.controls[toLane] = controls[lane];
    to.key[toLane] = key[lane];
    to.velocity[toLane] = velocity[lane];
    to.started[toLane] = started[lane];
    to.kernel[toLane] = kernel[lane];
    to.phase[toLane] = phase[lane];
    to.increment[toLane] = increment[lane];
    to.ratioCents[toLane] = ratioCents[lane];
    to.detuneCents[toLane] = detuneCents[lane];
    to.glideCents[toLane] = glideCents[lane];
    to.glidePerFrame[toLane] = glidePerFrame[lane];
    to.effectCents[toLane] = effectCents[lane];
    to.effectGain[toLane] = effectGain[lane];
    to.pressure[toLane] = pressure[lane];
    to.lfoDelay[toLane] = lfoDelay[lane];
    to.lfoHz[toLane] = lfoHz[lane];
    to.lfoShift[toLane] = lfoShift[lane];
    to.origin[toLane] = origin[lane];
    to.gain[toLane] = gain[lane];
    to.steppedTo[toLane] = steppedTo[lane];
    gainLeft.copy(lane, to.gainLeft, toLane);
    gainRight.copy(lane, to.gainRight, toLane);
    amplitude.copy(lane, to.amplitude, toLane);
    modulation.copy(lane, to.modulation, toLane);
    to.entering[toLane] = entering[lane];
    to.entered[toLane] = entered[lane];
    to.filtered[toLane] = filtered[lane];
    to.filterFresh[toLane] = filterFresh[lane];
    to.a1[toLane] = a1[lane];
    to.a2[toLane] = a2[lane];
    to.a3[toLane] = a3[lane];
    to.left1[toLane] = left1[lane];
    to.left2[toLane] = left2[lane];
    to.right1[toLane] = right1[lane];
    to.right2[toLane] = right2[lane];
    to.onTrack[toLane] = onTrack[lane];
    to.trackPan[toLane] = trackPan[lane];
    to.swapDue[toLane] = swapDue[lane];
    to.swapTo[toLane] = swapTo[lane];
    mute.copy(lane, to.mute, toLane);
    to.stepDue[toLane] = stepDue[lane];
    to.steady[toLane] = steady[lane];
    to.seenVersion[toLane] = seenVersion[lane];
    to.still[toLane] = still[lane];
    to.lastLeft[toLane] = lastLeft[lane];
    to.lastRight[toLane] = lastRight[lane];
    to.residueLeft[toLane] = residueLeft[lane];
    to.residueRight[toLane] = residueRight[lane];
    to.residueStart[toLane] = residueStart[lane];
    to.residueLentTo[toLane] = residueLentTo[lane];
    to.lent = to.lent & ~(1 << toLane) | (lent >>> lane & 1) << toLane;
    to.sounding = to.sounding & ~(1 << toLane) | (sounding >>> lane & 1) << toLane;
    to.residues = to.residues & ~(1 << toLane) | (residues >>> lane & 1) << toLane;
  }
}
