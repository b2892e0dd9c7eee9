package modpool.bridge.board;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import modpool.bridge.RenderThread;

/// How loud the output was, and how far the limiter held it down: for whoever looks. Written by
/// render while the [VoiceBoard] it belongs to is watched.
public final class MasterBoard {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int LEFT = 0;
  private static final int RIGHT = 1;
  private static final int REDUCTION = 2;

  private final int[] slots = new int[3]; // bits of floats

  /// Raises the peaks of both sides, linear, and the limiter's part.
  ///
  /// @param reduction what the limiter took away: 0 nothing, 1 all
  @RenderThread
  public void raise(float left, float right, float reduction) {
    raise(LEFT, left);
    raise(RIGHT, right);
    raise(REDUCTION, reduction);
  }

  @RenderThread
  private void raise(int slot, float value) {
    // Bits of positive floats are ordered as the floats are.
    int bits = Float.floatToRawIntBits(value);
    if (bits > (int) SLOT.getOpaque(slots, slot)) {
      SLOT.setOpaque(slots, slot, bits);
    }
  }

  /// The highest peak on the left since the last look. One of the very moment may be lost.
  public float takeLeft() {
    return take(LEFT);
  }

  /// Likewise on the right.
  public float takeRight() {
    return take(RIGHT);
  }

  /// The most that the limiter took away since the last look: 0 nothing, 1 all.
  public float takeReduction() {
    return take(REDUCTION);
  }

  private float take(int slot) {
    return Float.intBitsToFloat((int) SLOT.getAndSet(slots, slot, 0));
  }
}
