package modpool.worklet;

import modpool.dsp.Envelope;
import modpool.dsp.Grid;
import modpool.dsp.Pitch;

/// Runs one [Envelope] per lane, in steps of at most a grid cell.
final class EnvelopeLanes {
  private static final int OFF = 0;
  private static final int DELAY = 1;
  private static final int ATTACK = 2;
  private static final int HOLD = 3;
  private static final int DECAY = 4;
  private static final int SUSTAIN = 5;
  private static final int RELEASE = 6;

  /// Named floor: -102 dB. What decays below it is silence (and never becomes a denormal).
  private static final float FLOOR = 0x1p-17f;

  private static final double DECAY_60_DB = StrictMath.log(1000); // of e^-x
  private static final double RELEASE_60_DB = 9.2334; // solves (1 + x) e^-x = 1/1000
  private static final double SHORTEST_RELEASE_SECONDS = 0.003; // time constant without a click
  private static final double CENTS_PER_NEPER = 1200 / StrictMath.log(2);

  private final int rate;
  private final Envelope[] envelope;
  private final int[] stage;
  private final int[] remaining; // frames of a timed stage
  private final float[] level;
  private final float[] first; // the release's first pole
  private final float[] slope; // attack per frame
  private final float[] coefficient; // share of the way that a whole cell covers

  EnvelopeLanes(int lanes, int rate) {
    this.rate = rate;
    envelope = new Envelope[lanes];
    stage = new int[lanes];
    remaining = new int[lanes];
    level = new float[lanes];
    first = new float[lanes];
    slope = new float[lanes];
    coefficient = new float[lanes];
  }

  /// Begins anew. Without delay and attack the level is full at once.
  void start(int lane, Envelope description) {
    envelope[lane] = description;
    level[lane] = 0;
    enter(lane, DELAY, frames(description.delayMs()));
    if (remaining[lane] == 0) {
      enter(lane, ATTACK, frames(description.attackMs()));
      if (remaining[lane] == 0) {
        level[lane] = 1;
      }
    }
  }

  /// The key is up.
  void release(int lane) {
    if (stage[lane] == OFF || stage[lane] == RELEASE) {
      return;
    }
    double seconds = envelope[lane].releaseMs() / 1000 / RELEASE_60_DB;
    coefficient[lane] = cellCoefficient(Math.max(seconds, SHORTEST_RELEASE_SECONDS));
    first[lane] = level[lane];
    stage[lane] = RELEASE;
  }

  boolean isOff(int lane) {
    return stage[lane] == OFF;
  }

  boolean isReleased(int lane) {
    return stage[lane] == OFF || stage[lane] == RELEASE;
  }

  /// True when the level stays as it is until the key goes up.
  boolean isSteady(int lane) {
    return stage[lane] == SUSTAIN;
  }

  float level(int lane) {
    return level[lane];
  }

  /// Moves `frames` on and returns the level there.
  float step(int lane, int frames) {
    int left = frames;
    while (stage[lane] <= HOLD && stage[lane] != OFF) {
      if (remaining[lane] > left) {
        remaining[lane] -= left;
        if (stage[lane] == ATTACK) {
          level[lane] += slope[lane] * left;
        }
        return level[lane];
      }
      left -= remaining[lane];
      nextTimedStage(lane);
    }
    if (stage[lane] == DECAY) {
      decay(lane, left);
    } else if (stage[lane] == RELEASE) {
      fall(lane, left);
    }
    return level[lane];
  }

  private void nextTimedStage(int lane) {
    Envelope description = envelope[lane];
    switch (stage[lane]) {
      case DELAY -> {
        enter(lane, ATTACK, frames(description.attackMs()));
      }
      case ATTACK -> {
        level[lane] = 1;
        enter(lane, HOLD, frames(description.holdMs()));
      }
      default -> {
        coefficient[lane] = cellCoefficient(description.decayMs() / 1000 / DECAY_60_DB);
        stage[lane] = DECAY;
      }
    }
  }

  private void enter(int lane, int next, int frames) {
    stage[lane] = next;
    remaining[lane] = frames;
    slope[lane] = next == ATTACK && frames > 0 ? 1f / frames : 0;
  }

  private void decay(int lane, int frames) {
    float sustain = (float) envelope[lane].sustain();
    level[lane] += (sustain - level[lane]) * coefficient[lane] * frames / Grid.FRAMES;
    if (Math.abs(level[lane] - sustain) < FLOOR) {
      level[lane] = sustain;
      stage[lane] = sustain == 0 ? OFF : SUSTAIN;
    }
  }

  private void fall(int lane, int frames) {
    float share = coefficient[lane] * frames / Grid.FRAMES;
    first[lane] -= first[lane] * share;
    level[lane] += (first[lane] - level[lane]) * share;
    if (level[lane] < FLOOR) {
      level[lane] = 0;
      stage[lane] = OFF;
    }
  }

  private int frames(double ms) {
    return (int) (ms * rate / 1000);
  }

  /// 1 - e^(-cell / time constant), by the pitch table: no `exp` on the render thread.
  private float cellCoefficient(double seconds) {
    double cells = seconds * rate / Grid.FRAMES;
    return cells <= 0 ? 1 : (float) (1 - Pitch.ratio(-CENTS_PER_NEPER / cells));
  }

  void copy(int lane, EnvelopeLanes to, int toLane) {
    to.envelope[toLane] = envelope[lane];
    to.stage[toLane] = stage[lane];
    to.remaining[toLane] = remaining[lane];
    to.level[toLane] = level[lane];
    to.first[toLane] = first[lane];
    to.slope[toLane] = slope[lane];
    to.coefficient[toLane] = coefficient[lane];
  }
}
