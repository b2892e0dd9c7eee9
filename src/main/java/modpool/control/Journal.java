package modpool.control;

import modpool.bridge.Imprint;

/// Hears of all that is changed in the racks, in order. On control.
public interface Journal {
  /// A change, before its rack is published.
  ///
  /// @param generation of the first rack that has it
  void note(long generation, Change change);

  /// An imprint was laid out for the next [modpool.bridge.Event#RECALL].
  void recalled(Imprint imprint);
}
