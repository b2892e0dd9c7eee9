package modpool.effect;

import modpool.bridge.RenderThread;
import modpool.patch.Sample;

/// ProTracker's effect EFx: now and then the next frame of a sample's loop is turned upside down,
/// in the sample itself, for all who play it. What fingers have turned is turned back when they let
/// go, since their samples are a bank's.
@RenderThread
public final class LoopInversion {
  /// Steps are gathered up to here; then a frame is due.
  public static final int DUE = 128;

  // ProTracker 2.3D, FunkTable
  private static final int[] STEPS = {0, 5, 6, 7, 8, 10, 11, 13, 16, 19, 22, 26, 32, 43, 64, 128};

  /// A longer loop is left alone: turning it back would take too long.
  private static final int LONGEST = 1 << 16;

  private Sample sample;
  private int progress;
  private int turned; // frames since the beginning; twice the loop is as none

  /// How far a tick goes towards the next frame.
  ///
  /// @param parameter 0-15
  public static int step(int parameter) {
    return STEPS[parameter];
  }

  /// A tick, while a note of this sample was the last to begin; another sample begins anew.
  ///
  /// @param parameter 0-15; 0 turns back what was turned
  /// @param playing null for none
  public void tick(int parameter, Sample playing) {
    if (parameter == 0 || playing != sample) {
      turnBack();
      sample = parameter == 0 || !canTurn(playing) ? null : playing;
    }
    progress += step(parameter);
    if (progress < DUE || sample == null) {
      return;
    }
    progress = 0;
    turned++;
    turn(turned);
    if (turned == 2 * length()) {
      turned = 0;
    }
  }

  private static boolean canTurn(Sample of) {
    return of != null
        && of.loop() == Sample.Loop.FORWARD
        && of.loopEnd() - of.loopStart() <= LONGEST;
  }

  private int length() {
    return sample.loopEnd() - sample.loopStart();
  }

  /// ProTracker: the first frame comes last.
  private void turn(int number) {
    sample.invert(sample.loopStart() + number % length());
  }

  private void turnBack() {
    if (sample == null) {
      return;
    }
    int length = length();
    for (int i = Math.max(0, turned - length) + 1; i <= Math.min(turned, length); i++) {
      turn(i);
    }
    sample = null;
    turned = 0;
    progress = 0;
  }
}
