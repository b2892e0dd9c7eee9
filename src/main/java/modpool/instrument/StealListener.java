package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.bridge.StealReason;

/// Hears of voices that are taken from notes that still sound, when it happens.
@FunctionalInterface
public interface StealListener {
  /// Nobody listens.
  StealListener NOBODY = (_, _) -> {};

  /// A voice was taken.
  ///
  /// @param key whose note it played
  @RenderThread
  void stolen(StealReason reason, int key);
}
