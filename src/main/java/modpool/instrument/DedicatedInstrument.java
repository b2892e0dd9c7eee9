package modpool.instrument;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modpool.worklet.EngineSettings;
import modpool.worklet.Placement;
import modpool.worklet.Placement.Place;
import modpool.worklet.Worklet;

/// An instrument on a worklet of its own: what the editor plays, so that it takes no voice from
/// anybody, and what pooling is held against.
public final class DedicatedInstrument extends WorkletInstrument {
  private final List<Worklet> worklets;

  /// @param voices 1 and more; a worklet for every 16
  public DedicatedInstrument(String id, int voices, EngineSettings settings) {
    this(id, voices, settings, Sharing.NONE);
  }

  DedicatedInstrument(String id, int voices, EngineSettings settings, Sharing sharing) {
    this(id, voices, worklets(voices, settings), settings.rate(), sharing);
  }

  private DedicatedInstrument(
      String id, int voices, List<Worklet> worklets, int rate, Sharing sharing) {
    super(id, placement(worklets, voices), rate, sharing);
    this.worklets = worklets;
  }

  private static List<Worklet> worklets(int voices, EngineSettings settings) {
    int count = (voices + Worklet.VOICES - 1) / Worklet.VOICES;
    return Stream.generate(() -> new Worklet(settings)).limit(count).toList();
  }

  private static Placement placement(List<Worklet> worklets, int voices) {
    return Placement.of(
        IntStream.range(0, voices)
            .mapToObj(v -> new Place(worklets.get(v / Worklet.VOICES), v % Worklet.VOICES))
            .toList());
  }

  /// The placement for another number of voices in the same worklets. For control.
  public Placement placement(int voices) {
    return placement(worklets, voices);
  }
}
