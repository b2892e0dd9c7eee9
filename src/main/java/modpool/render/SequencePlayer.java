package modpool.render;

import modpool.bridge.RenderThread;
import modpool.midi.MidiSequence;
import modpool.tracker.clock.SongClock;

/// A MIDI sequence in play: when its next event is due. Times in the sequence are counted in
/// hundredths of a frame, so that a tempo of whole percents never loses a part of one.
@RenderThread
final class SequencePlayer {
  private static final int PARTS = SongClock.AS_WRITTEN;

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
    running = true;
    anchor = frame;
    played = 0;
    return ended;
  }

  /// Goes on from where it stood.
  void play(long frame) {
    if (!running) {
      running = true;
      anchor = frame;
    }
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
    return sequence.event(next++);
  }

  /// Whether the last event has been taken.
  boolean isOver() {
    return next == sequence.size();
  }
}
