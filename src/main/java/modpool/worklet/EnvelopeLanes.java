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
  private static final int KEY_UP = 6; // the next step begins the release
  private static final int RELEASE = 7;

  /// Named floor: -102 dB. What decays below it is silence (and never becomes a denormal).
  private static final float FLOOR = 0x1p-17f;

  private static final double DECAY_60_DB = StrictMath.log(1000); // of e^-x
  private static final double RELEASE_60_DB = 9.2334; // solves (1 + x) e^-x = 1/1000
  private static final double SHORTEST_RELEASE_SECONDS = 0.0035; // time constant without a click
  private static final double FOLLOW_SECONDS = 0.005; // to a sustain level that is moved
  private static final double CENTS_PER_NEPER = 1200 / StrictMath.log(2);

  private final int rate;
  private final Envelope[] envelope;
  private final double[] attackMs;
  private final double[] decayMs;
  private final double[] releaseMs;
  private final int[] stage;
  private final int[] remaining; // frames of a timed stage
  private final float[] level; // where the last step led
  private final float[] before; // where it began ...
  private final int[] span; // ... this many frames earlier
  private final float[] first; // the release's first pole
  private final float[] slope; // attack per frame
  private final float[] perFrame; // of a decay or release: 1 / its time constant in frames
  private final float[] perCell; // what a whole cell leaves of the way to go

  EnvelopeLanes(int lanes, int rate) {
    this.rate = rate;
    envelope = new Envelope[lanes];
    attackMs = new double[lanes];
    decayMs = new double[lanes];
    releaseMs = new double[lanes];
    stage = new int[lanes];
    remaining = new int[lanes];
    level = new float[lanes];
    before = new float[lanes];
    span = new int[lanes];
    first = new float[lanes];
    slope = new float[lanes];
    perFrame = new float[lanes];
    perCell = new float[lanes];
  }

  /// Begins anew. Without delay and attack the level is full at once.
  void start(int lane, Envelope description) {
    start(lane, description, description.attackMs(), description.decayMs());
  }

  /// Likewise, with other times than the description's.
  void start(int lane, Envelope description, double attack, double decay) {
    envelope[lane] = description;
    attackMs[lane] = attack;
    decayMs[lane] = decay;
    level[lane] = 0;
    enter(lane, DELAY, frames(description.delayMs()));
    if (remaining[lane] == 0) {
      enter(lane, ATTACK, frames(attackMs[lane]));
      if (remaining[lane] == 0) {
        level[lane] = 1;
      }
    }
  }

  /// Goes on by another description from where it is.
  void follow(int lane, Envelope next, double attack, double decay) {
    Envelope past = envelope[lane];
    envelope[lane] = next;
    attackMs[lane] = attack;
    decayMs[lane] = decay;
    switch (stage[lane]) {
      case DELAY -> remaining[lane] += frames(next.delayMs()) - frames(past.delayMs());
      case ATTACK -> {
        int whole = frames(attack);
        remaining[lane] = (int) ((1 - level[lane]) * whole);
        slope[lane] = whole > 0 ? 1f / whole : 0;
      }
      case HOLD -> remaining[lane] += frames(next.holdMs()) - frames(past.holdMs());
      case DECAY -> {
        if (perFrame[lane] != rateOf(FOLLOW_SECONDS)) {
          approach(lane, decay / 1000 / DECAY_60_DB);
        }
      }
      case SUSTAIN -> {
        if (level[lane] != (float) next.sustain()) {
          approach(lane, FOLLOW_SECONDS);
          stage[lane] = DECAY;
        }
      }
      default -> {} // on its way out
    }
    remaining[lane] = Math.max(0, remaining[lane]);
  }

  /// The key is up; the next step says when.
  void release(int lane) {
    if (!isReleased(lane)) {
      release(lane, envelope[lane].releaseMs());
    }
  }

  /// Likewise, with another time than the description's.
  void release(int lane, double ms) {
    if (!isReleased(lane)) {
      releaseMs[lane] = ms;
      stage[lane] = KEY_UP;
    }
  }

  boolean isOff(int lane) {
    return stage[lane] == OFF;
  }

  boolean isReleased(int lane) {
    return stage[lane] == OFF || stage[lane] >= KEY_UP;
  }

  /// True when the level stays as it is until the key goes up.
  boolean isSteady(int lane) {
    return stage[lane] == SUSTAIN;
  }

  float level(int lane) {
    return level[lane];
  }

  /// The level where the last step began.
  float before(int lane) {
    return before[lane];
  }

  /// Moves `frames` on and returns the level there.
  ///
  /// @param again the step before has been there already: only a key-up since then changes it
  float step(int lane, int frames, boolean again) {
    if (stage[lane] == KEY_UP) {
      beginRelease(lane, again ? span[lane] - frames : span[lane]);
    } else if (again) {
      return level[lane];
    }
    before[lane] = level[lane];
    span[lane] = frames;
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

  /// @param heard how much of the last step had sounded when the key went up
  private void beginRelease(int lane, int heard) {
    if (heard < span[lane]) {
      level[lane] = before[lane] + (level[lane] - before[lane]) * heard / span[lane];
    }
    first[lane] = level[lane];
    double seconds = releaseMs[lane] / 1000 / RELEASE_60_DB;
    approach(lane, Math.max(seconds, SHORTEST_RELEASE_SECONDS));
    stage[lane] = RELEASE;
  }

  private void nextTimedStage(int lane) {
    Envelope description = envelope[lane];
    switch (stage[lane]) {
      case DELAY -> {
        enter(lane, ATTACK, frames(attackMs[lane]));
      }
      case ATTACK -> {
        level[lane] = 1;
        enter(lane, HOLD, frames(description.holdMs()));
      }
      default -> {
        approach(lane, decayMs[lane] / 1000 / DECAY_60_DB);
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
    level[lane] = sustain + (level[lane] - sustain) * remains(lane, frames);
    if (Math.abs(level[lane] - sustain) < FLOOR) {
      level[lane] = sustain;
      stage[lane] = sustain == 0 ? OFF : SUSTAIN;
    }
  }

  /// Two equal poles in a row, exactly.
  private void fall(int lane, int frames) {
    float remains = remains(lane, frames);
    level[lane] = (level[lane] + first[lane] * perFrame[lane] * frames) * remains;
    first[lane] *= remains;
    if (level[lane] < FLOOR) {
      level[lane] = 0;
      stage[lane] = OFF;
    }
  }

  private int frames(double ms) {
    return (int) (ms * rate / 1000);
  }

  private void approach(int lane, double timeConstantSeconds) {
    perFrame[lane] = rateOf(timeConstantSeconds);
    perCell[lane] = decayed(lane, Grid.FRAMES);
  }

  private float rateOf(double timeConstantSeconds) {
    return (float) (1 / Math.max(1e-9, timeConstantSeconds * rate));
  }

  private float remains(int lane, int frames) {
    return frames == Grid.FRAMES ? perCell[lane] : decayed(lane, frames);
  }

  /// e^(-frames / time constant), by the pitch table: no `exp` on the render thread.
  private float decayed(int lane, int frames) {
    return (float) Pitch.ratio(-CENTS_PER_NEPER * perFrame[lane] * frames);
  }

  void copy(int lane, EnvelopeLanes to, int toLane) {
    to.envelope[toLane] = envelope[lane];
    to.attackMs[toLane] = attackMs[lane];
    to.decayMs[toLane] = decayMs[lane];
    to.releaseMs[toLane] = releaseMs[lane];
    to.stage[toLane] = stage[lane];
    to.remaining[toLane] = remaining[lane];
    to.level[toLane] = level[lane];
    to.first[toLane] = first[lane];
    to.slope[toLane] = slope[lane];
    to.before[toLane] = before[lane];
    to.span[toLane] = span[lane];
    to.perFrame[toLane] = perFrame[lane];
    to.perCell[toLane] = perCell[lane];
  }
}
