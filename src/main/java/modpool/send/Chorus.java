package modpool.send;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Grid;

/// An ensemble: three copies of each side, whose delays swing a third of a turn apart, the right
/// side's half way between the left's. Speed, depth and feedback are those of General MIDI level
/// 2's chorus 3, which it starts with.
///
/// The oscillators are functions of the absolute frame; a delay moves along a line from grid frame
/// to grid frame.
@RenderThread
final class Chorus {
  private static final int COPIES = 3;
  private static final double SPEED_HZ = 0.4;
  private static final double DEPTH_SECONDS = 0.0063; // from end to end
  private static final double SHORTEST_SECONDS = 0.007; // where a copy is not yet an echo
  private static final float FEEDBACK = 0.06f;
  private static final float LEVEL = (float) Math.sqrt(1.0 / COPIES);
  private static final double TURN = 0x1p32;
  private static final int MARGIN = 4; // frames that interpolation reads beside a place

  private final float[][] rings = new float[2][];
  private final int mask;
  private final float[] cell = new float[Grid.FRAMES];
  private final float[] last = new float[2]; // what is fed back
  private final long turnsPerFrame;
  private final double middle; // frames
  private final double swing;
  private final Rest rest;
  private int at;

  Chorus(int rate) {
    turnsPerFrame = Math.round(SPEED_HZ / rate * TURN);
    swing = DEPTH_SECONDS * rate / 2;
    middle = SHORTEST_SECONDS * rate + swing;
    int longest = (int) (middle + swing) + MARGIN;
    int length = Integer.highestOneBit(longest + Grid.FRAMES) * 2;
    mask = length - 1;
    rings[0] = new float[length];
    rings[1] = new float[length];
    rest = new Rest(1 + longest / Grid.FRAMES);
  }

  /// True when it has nothing more to say.
  boolean isSilent() {
    return rest.isSilent();
  }

  /// Adds the chorus of a piece to the output.
  ///
  /// @param frame absolute frame of index 0
  void process(
      long frame, float[] left, float[] right, float[] outLeft, float[] outRight, int frames) {
    int done = 0;
    while (done < frames) {
      long now = frame + done;
      if (Grid.isStep(now) && rest.step()) {
        clear();
      }
      int count = Math.min(frames - done, Grid.framesToStep(now));
      process(0, now, left, outLeft, done, count);
      process(1, now, right, outRight, done, count);
      at = at + count & mask;
      done += count;
    }
  }

  private void process(int side, long frame, float[] in, float[] out, int from, int count) {
    int passed = Grid.FRAMES - Grid.framesToStep(frame);
    long grid = frame - passed;
    double delayA = delay(side, 0, grid);
    double delayB = delay(side, 1, grid);
    double delayC = delay(side, 2, grid);
    double slopeA = (delay(side, 0, grid + Grid.FRAMES) - delayA) / Grid.FRAMES;
    double slopeB = (delay(side, 1, grid + Grid.FRAMES) - delayB) / Grid.FRAMES;
    double slopeC = (delay(side, 2, grid + Grid.FRAMES) - delayC) / Grid.FRAMES;
    float[] ring = rings[side];
    float back = last[side];
    for (int i = 0; i < count; i++) {
      float value = in[from + i] + back * FEEDBACK;
      cell[i] = value;
      ring[at + i & mask] = value;
      int t = passed + i;
      back =
          (read(ring, at + i, delayA + t * slopeA)
                  + read(ring, at + i, delayB + t * slopeB)
                  + read(ring, at + i, delayC + t * slopeC))
              * LEVEL;
      out[from + i] += back;
    }
    last[side] = back;
    rest.look(cell, count);
  }

  private double delay(int side, int copy, long frame) {
    double turns = (2 * copy + side) / (2.0 * COPIES);
    int phase = (int) (frame * turnsPerFrame + (long) (turns * TURN));
    return middle + swing * sine(phase);
  }

  /// A sine of 2^32 to a turn, made of parabolas: within 0.001, and without a corner.
  private static double sine(int phase) {
    double x = phase * 0x1p-31;
    double y = 4 * x * (1 - Math.abs(x));
    return 0.775 * y + 0.225 * y * Math.abs(y);
  }

  /// The value `delay` frames before place `now`: a cubic through four points (Catmull-Rom).
  private float read(float[] ring, int now, double delay) {
    int whole = (int) delay;
    float share =
        (float) (1 - (delay - whole)); // of the way from the older of the two in the middle
    int place = now - whole - 1;
    float a = ring[place - 1 & mask];
    float b = ring[place & mask];
    float c = ring[place + 1 & mask];
    float d = ring[place + 2 & mask];
    float slope = c - a;
    float bend = 2 * a - 5 * b + 4 * c - d;
    float twist = 3 * (b - c) + d - a;
    return b + 0.5f * share * (slope + share * (bend + share * twist));
  }

  private void clear() {
    Arrays.fill(rings[0], 0);
    Arrays.fill(rings[1], 0);
    last[0] = 0;
    last[1] = 0;
  }
}
