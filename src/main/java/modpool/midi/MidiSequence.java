package modpool.midi;

import modpool.bridge.Event;

/// A performance as events in time order, for one rate. Immutable. It ends with everything
/// released.
public final class MidiSequence {
  private final long[] frames;
  private final long[] events;
  private final int[] notes = new int[16];
  private final int channels;

  /// @param frames never falling; not to be changed any more
  /// @param events likewise, one for each frame, of source 0; the last is [Event#RELEASE_ALL]
  MidiSequence(long[] frames, long[] events) {
    this.frames = frames;
    this.events = events;
    int used = 0;
    for (long event : events) {
      if (Event.kind(event) == Event.NOTE_ON) {
        notes[Event.channel(event)]++;
        used |= 1 << Event.channel(event);
      }
    }
    channels = used;
  }

  /// How many events there are; the last one releases everything.
  public int length() {
    return events.length;
  }

  /// The frame at which an event is due.
  public long frame(int index) {
    return frames[index];
  }

  /// An event, in the form of [Event].
  public long event(int index) {
    return events[index];
  }

  /// The frame at which the performance ends; notes may ring on.
  public long endFrame() {
    return frames[frames.length - 1];
  }

  /// The channels that play notes, a bit each.
  public int channels() {
    return channels;
  }

  /// How many notes a channel plays.
  public int notes(int channel) {
    return notes[channel];
  }
}
