package modpool.take;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import modpool.bridge.Imprint;
import modpool.io.file.Content;
import modpool.recall.SavedSound;

/// A recorded session, ready to be played again. Immutable.
public final class Take {
  final Path file;
  final TakeSession.Opening opening;
  final long[] frames; // never falling
  final long[] events;
  final Map<Integer, List<TakeChanges.Step>> steps; // by the event they come before
  final Map<Integer, Imprint> imprints; // by the event that sets them
  final long endFrame;
  final String cut;

  Take(
      Path file,
      TakeSession.Opening opening,
      long[] frames,
      long[] events,
      Map<Integer, List<TakeChanges.Step>> steps,
      Map<Integer, Imprint> imprints,
      long endFrame,
      String cut) {
    this.file = file;
    this.opening = opening;
    this.frames = frames;
    this.events = events;
    this.steps = Map.copyOf(steps);
    this.imprints = Map.copyOf(imprints);
    this.endFrame = endFrame;
    this.cut = cut;
  }

  /// The options of its session.
  public SavedSound sound() {
    return opening.sound();
  }

  /// The channels that were open, a bit each.
  public int channels() {
    return opening.channels();
  }

  /// Those that were muted at first, likewise.
  public int mutedChannels() {
    return opening.muted();
  }

  /// Voices by channel, 1-16.
  public Map<Integer, Integer> voices() {
    return opening.voices();
  }

  public List<Content> banks() {
    return opening.banks();
  }

  /// The user's own bank, or null.
  public Content ownBank() {
    return opening.own();
  }

  /// Null for equal temperament.
  public Content scale() {
    return opening.scale();
  }

  /// Null for the usual one.
  public Content keyMap() {
    return opening.keyMap();
  }

  /// How long it is.
  public long endFrame() {
    return endFrame;
  }

  /// Why it ends before its session did, or null.
  public String cut() {
    return cut;
  }
}
