package modpool.render;

import java.util.Arrays;
import modpool.bridge.Event;
import modpool.bridge.RenderThread;
import modpool.midi.MidiSequence;
import modpool.tracker.clock.SongClock;

/// A MIDI sequence in play: when its next event is due. Times in the sequence are counted in
/// hundredths of a frame, so that a tempo of whole percents never loses a part of one.
@RenderThread
final class SequencePlayer {
  static final long UP = 0; // no event of a pedal

  private static final int PARTS = SongClock.AS_WRITTEN;
  private static final int CHANNELS = 16;
  private static final int SUSTAIN = 64;
  private static final int SOFT = 67;
  private static final int RESET = 121; // of all controllers

  private final long[] pedals = new long[2 * CHANNELS]; // those that last: what pressed it, or UP
  private MidiSequence sequence; // null: none
  private int next;
  private boolean running = true;
  private int percent = PARTS;
  private long anchor; // a frame of output
  private long played; // of the sequence before it, in PARTS of a frame

  /// The rack has this sequence, or none.
  ///
  /// @return whether that ended one
  boolean adopt(MidiSequence latest, long frame) {
    if (latest == sequence) {
      return false;
    }
    boolean ended = sequence != null;
    sequence = latest;
    next = 0;
    Arrays.fill(pedals, UP);
    running = true;
    anchor = frame;
    played = 0;
    return ended;
  }

  /// True while it is this one.
  boolean is(int number) {
    return sequence != null && sequence.number() == number;
  }

  /// The number of what plays.
  int number() {
    return sequence.number();
  }

  /// Goes on from where it stood.
  ///
  /// @return whether it stood until now
  boolean play(long frame) {
    if (running) {
      return false;
    }
    running = true;
    anchor = frame;
    return true;
  }

  /// Stands still.
  ///
  /// @return whether it played until now
  boolean stop(long frame) {
    if (sequence == null || !running) {
      return false;
    }
    mark(frame);
    running = false;
    return true;
  }

  /// Plays so much faster or slower from now on.
  void setTempo(int wanted, long frame) {
    mark(frame);
    percent = Math.clamp(wanted, SongClock.SLOWEST, SongClock.FASTEST);
  }

  private void mark(long frame) {
    played = played(frame);
    anchor = frame;
  }

  private long played(long frame) {
    return running ? played + (frame - anchor) * percent : played;
  }

  /// How many of its frames have been played.
  long position(long frame) {
    return played(frame) / PARTS;
  }

  /// True while it plays, or has played to its end.
  boolean isRunning() {
    return sequence != null && running;
  }

  /// The frame at which its next event is due, `Long.MAX_VALUE` for never.
  long nextFrame() {
    return sequence == null || !running || next >= sequence.size()
        ? Long.MAX_VALUE
        : anchor + (sequence.frame(next) * PARTS - played + percent - 1) / percent;
  }

  /// The next event.
  long take() {
    long event = sequence.event(next++);
    if (Event.kind(event) == Event.SOURCE_GONE) { // a time through is over
      Arrays.fill(pedals, UP);
    } else if (Event.kind(event) == Event.CONTROL) {
      noteController(event);
    }
    return event;
  }

  /// Sostenuto is left out: it holds the keys that were down when it was pressed.
  private void noteController(long event) {
    int channel = Event.channel(event);
    switch (Event.key(event)) {
      case SUSTAIN -> pedals[channel] = event;
      case SOFT -> pedals[CHANNELS + channel] = event;
      case RESET -> pedals[channel] = pedals[CHANNELS + channel] = UP;
      default -> {}
    }
  }

  /// How many pedals there may be.
  int pedals() {
    return pedals.length;
  }

  /// The event that moved a pedal last, or [#UP].
  long pedal(int index) {
    return pedals[index];
  }

  /// Whether the last event has been taken.
  boolean isOver() {
    return next == sequence.size();
  }
}
