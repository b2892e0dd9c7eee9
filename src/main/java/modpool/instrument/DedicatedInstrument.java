package modpool.instrument;

import modpool.worklet.EngineSettings;
import modpool.worklet.Placement;
import modpool.worklet.Worklet;

/// An instrument on a worklet of its own: what the editor plays, so that it takes no voice from
/// anybody, and what pooling is held against.
public final class DedicatedInstrument extends WorkletInstrument {
  private final Worklet worklet;

  /// @param voices 1-16
  public DedicatedInstrument(String id, int voices, EngineSettings settings) {
    this(id, voices, new Worklet(settings), settings.rate());
  }

  private DedicatedInstrument(String id, int voices, Worklet worklet, int rate) {
    super(id, Placement.of(worklet, voices), rate);
    this.worklet = worklet;
  }

  /// The placement for another number of voices in the same worklet. For control.
  public Placement placement(int voices) {
    return Placement.of(worklet, voices);
  }
}
