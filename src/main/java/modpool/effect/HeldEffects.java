package modpool.effect;

import modpool.bridge.RenderThread;

/// The effects that a channel's controllers or key switches hold.
@RenderThread
public final class HeldEffects {
  private static final int MOST = 127;

  private final int[] parameters = new int[Effect.values().length];
  private int on; // a bit per effect
  private boolean changed;

  /// Holds an effect.
  ///
  /// @param value 0-127; 0 for not any more
  public void hold(Effect effect, int value) {
    int held = Math.max(0, Math.min(MOST, value));
    parameters[effect.ordinal()] = effect.parameter(held);
    on = on & ~(1 << effect.ordinal()) | (held > 0 ? 1 << effect.ordinal() : 0);
    changed = true;
  }

  /// None any more.
  public void rest() {
    changed |= on != 0;
    on = 0;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = 0;
    }
  }

  /// The tracker's parameter; 0 for one that is not held.
  public int parameter(Effect effect) {
    return parameters[effect.ordinal()];
  }

  /// Whether a tick would change anything: one more after the last was let go.
  public boolean needTicks() {
    return on != 0 || changed;
  }

  /// A tick has passed.
  public void ticked() {
    changed = false;
  }

  int high(Effect effect) {
    return parameter(effect) >> 4;
  }

  int low(Effect effect) {
    return parameter(effect) & 0xF;
  }
}
