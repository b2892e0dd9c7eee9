package modpool.midi;

import modpool.bridge.Event;

/// A performance as events in time order, for one rate. Immutable. At its end its keys and pedals
/// go up, nobody else's.
public final class MidiSequence {
  private final long[] frames; // of one time through
  private final long[] events;
  private final int repetitions;
  private final int usedChannels;
  private final int number;

  /// @param frames never falling; not to be changed any more
  /// @param events likewise, one for each frame, of source 0; the last is [Event#SOURCE_GONE]
  MidiSequence(long[] frames, long[] events) {
    this(frames, events, 1, used(events), 0);
  }

  private MidiSequence(
      long[] frames, long[] events, int repetitions, int usedChannels, int number) {
    this.frames = frames;
    this.events = events;
    this.repetitions = repetitions;
    this.usedChannels = usedChannels;
    this.number = number;
  }

  private static int used(long[] events) {
    int used = 0;
    for (long event : events) {
      if (Event.kind(event) == Event.NOTE_ON) {
        used |= 1 << Event.channel(event);
      }
    }
    return used;
  }

  /// The same performance several times without a gap; its keys and pedals go up in between, while
  /// controllers and programs stay as they are. Costs no memory. One of no length is played once,
  /// and none more often than an int can count its events.
  public MidiSequence repeated(int times) {
    long wanted = (long) repetitions * times;
    int most = lastFrame() == 0 ? 1 : Integer.MAX_VALUE / events.length;
    return new MidiSequence(frames, events, (int) Math.min(wanted, most), usedChannels, number);
  }

  /// The same performance, by this number.
  public MidiSequence numbered(int other) {
    return new MidiSequence(frames, events, repetitions, usedChannels, other);
  }

  /// What tells one time of playing from another; 0 before it is played.
  public int number() {
    return number;
  }

  /// How many events there are; the last one is its end.
  public int size() {
    return events.length * repetitions;
  }

  /// The frame at which an event is due.
  public long frame(int index) {
    return index / frames.length * lastFrame() + frames[index % frames.length];
  }

  /// An event, in the form of [Event].
  public long event(int index) {
    return events[index % events.length];
  }

  /// The frame at which the performance ends; notes may ring on.
  public long endFrame() {
    return repetitions * lastFrame();
  }

  /// The channels that play notes, a bit each.
  public int usedChannels() {
    return usedChannels;
  }

  /// How many notes a channel plays.
  public int notes(int channel) {
    int notes = 0;
    for (long event : events) {
      if (Event.kind(event) == Event.NOTE_ON && Event.channel(event) == channel) {
        notes++;
      }
    }
    return notes * repetitions;
  }

  private long lastFrame() {
    return frames[frames.length - 1];
  }
}
