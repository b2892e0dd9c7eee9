package modpool.midi;

/// placeholder until the io branch is merged
public record MidiSequence(long[] frames, long[] events, long endFrame) {
  public int size() {
    return frames.length;
  }

  public long frame(int i) {
    return frames[i];
  }

  public long event(int i) {
    return events[i];
  }
}
