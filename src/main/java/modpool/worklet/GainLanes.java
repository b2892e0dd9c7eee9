package modpool.worklet;

/// The gain of one side of each lane. Up to the next grid frame it is a cubic piece whose slope
/// joins on to the piece before, since a corner in a gain is a click:
///
///     t frames after the lane's origin: base + t (slope + t (bend + t twist))
final class GainLanes {
  private static final float ARRIVED = 1e-7f; // a gain this near its target is there: -140 dB

  private final float[] base = new float[Lanes.COUNT];
  private final float[] slope = new float[Lanes.COUNT];
  private final float[] bend = new float[Lanes.COUNT];
  private final float[] twist = new float[Lanes.COUNT];

  /// This gain from now on.
  void set(int lane, float gain) {
    base[lane] = gain;
    slope[lane] = 0;
    bend[lane] = 0;
    twist[lane] = 0;
  }

  /// Sets out, where the gain has come to after `passed` frames, for `target` in `frames` frames.
  /// The slope there will be that of a straight line; the slope here is kept, unless the curve
  /// would then overshoot (F. Fritsch and R. Carlson, "Monotone Piecewise Cubic Interpolation").
  void aim(int lane, float passed, int frames, float target) {
    float from = at(lane, passed);
    if (Math.abs(target - from) < ARRIVED) {
      set(lane, target);
      return;
    }
    float share = 1f / frames;
    float straight = (target - from) * share;
    float here = slopeAt(lane, passed);
    if (here * straight <= 0) {
      here = 0;
    } else if (Math.abs(here) > 3 * Math.abs(straight)) {
      here = 3 * straight;
    }
    base[lane] = from;
    slope[lane] = here;
    bend[lane] = 2 * (straight - here) * share;
    twist[lane] = (here - straight) * share * share;
  }

  /// From now on a straight line: on a tail, whose fade does the rest. A gain that was rising stays
  /// where it is.
  void straighten(int lane, float passed) {
    float from = at(lane, passed);
    float falling = Math.min(0, slopeAt(lane, passed));
    set(lane, from);
    slope[lane] = falling;
  }

  /// The same way on, this much of it.
  void scale(int lane, float share) {
    base[lane] *= share;
    slope[lane] *= share;
    bend[lane] *= share;
    twist[lane] *= share;
  }

  float at(int lane, float t) {
    return base[lane] + t * (slope[lane] + t * (bend[lane] + t * twist[lane]));
  }

  private float slopeAt(int lane, float t) {
    return slope[lane] + t * (2 * bend[lane] + t * 3 * twist[lane]);
  }

  boolean isSteady(int lane) {
    return slope[lane] == 0 && bend[lane] == 0 && twist[lane] == 0;
  }

  /// Adds `source` to `bus`, from index `from` up to index `to`.
  ///
  /// @param passed frames since the lane's origin at index `from`
  void mix(int lane, float passed, float[] source, float[] bus, int from, int to) {
    float b = base[lane];
    if (isSteady(lane)) {
      if (b == 0) { // half of what a song's tracks are, which stand hard left or right
        return;
      }
      for (int i = from; i < to; i++) {
        bus[i] += source[i] * b;
      }
      return;
    }
    float s = slope[lane];
    float c = bend[lane];
    float d = twist[lane];
    for (int i = from; i < to; i++) {
      float t = passed + (i - from);
      bus[i] += source[i] * (b + t * (s + t * (c + t * d)));
    }
  }

  /// Likewise, as loud as `fade` is from index `passed` on.
  void mixFading(
      int lane, int passed, float[] source, float[] bus, int from, int to, float[] fade) {
    float b = base[lane];
    float s = slope[lane];
    for (int i = from; i < to; i++) {
      int at = passed + i - from;
      bus[i] += source[i] * (b + at * s) * fade[at];
    }
  }

  void copy(int lane, GainLanes to, int toLane) {
    to.base[toLane] = base[lane];
    to.slope[toLane] = slope[lane];
    to.bend[toLane] = bend[lane];
    to.twist[toLane] = twist[lane];
  }
}
