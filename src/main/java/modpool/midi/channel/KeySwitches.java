package modpool.midi.channel;

import modpool.bridge.RenderThread;
import modpool.effect.Effect;
import modpool.effect.HeldEffects;

/// Twelve keys that hold effects in place of notes, as strongly as they are struck: from the lowest
/// up in the order of [Effect]; the two that are left do nothing.
@RenderThread
final class KeySwitches {
  private static final int KEYS = 12;
  private static final int NONE = -1;
  private static final Effect[] EFFECTS = Effect.values();

  private final HeldEffects effects;
  private final int[] heldBy = new int[EFFECTS.length]; // a source, or NONE
  private int lowest = NONE;

  KeySwitches(HeldEffects effects) {
    this.effects = effects;
    forgetAll();
  }

  /// @param key the first of the twelve; negative for none
  void place(int key) {
    letGo();
    lowest = key;
  }

  /// Whether a key is one of the twelve.
  boolean has(int key) {
    return lowest >= 0 && lowest <= key && key < lowest + KEYS;
  }

  void press(int source, int key, int velocity) {
    int number = key - lowest;
    if (number < EFFECTS.length) {
      heldBy[number] = source;
      effects.hold(EFFECTS[number], velocity);
    }
  }

  void release(int source, int key) {
    int number = key - lowest;
    if (number < EFFECTS.length && heldBy[number] == source) {
      heldBy[number] = NONE;
      effects.hold(EFFECTS[number], 0);
    }
  }

  /// A source's go up.
  void letGo(int source) {
    for (int number = 0; number < heldBy.length; number++) {
      if (heldBy[number] == source) {
        release(source, lowest + number);
      }
    }
  }

  /// Everybody's go up.
  void letGo() {
    for (int number = 0; number < heldBy.length; number++) {
      if (heldBy[number] != NONE) {
        release(heldBy[number], lowest + number);
      }
    }
  }

  private void forgetAll() {
    for (int number = 0; number < heldBy.length; number++) {
      heldBy[number] = NONE;
    }
  }
}
