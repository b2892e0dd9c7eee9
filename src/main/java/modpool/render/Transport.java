package modpool.render;

import modpool.bridge.Event;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.tracker.SongPlayer;
import modpool.tracker.clock.MidiClock;

/// Lets the song obey a MIDI clock: start, stop, continue and song position. Starting a song that
/// stands at its beginning is exact; any other place is control's to prepare, and the ticks that
/// fell due meanwhile follow at once.
@RenderThread
final class Transport {
  private final Notices notices;
  private final MidiClock clock;
  private SongPlayer song; // null: none
  private boolean awaitsPlace; // control has been asked for a song at another place

  Transport(int rate, Notices notices) {
    this(new MidiClock(rate), notices);
  }

  /// One that goes on in another's place, at another rate.
  Transport(int rate, Transport before) {
    this(new MidiClock(rate, before.clock), before.notices);
  }

  private Transport(MidiClock clock, Notices notices) {
    this.clock = clock;
    this.notices = notices;
  }

  /// The rack has another song, or none.
  void adopt(SongPlayer next, long frame) {
    if (next != null && next != song) {
      next.begin(frame, clock);
      if (clock.isRunning()) {
        if (!awaitsPlace) {
          clock.align();
        }
        next.catchUp(frame);
      }
      awaitsPlace = false;
    }
    song = next;
  }

  /// Acts on an event.
  ///
  /// @return false when it is none of a clock's
  boolean handle(long frame, long event) {
    int source = Event.source(event);
    switch (Event.kind(event)) {
      case Event.CLOCK -> clock.pulse(frame, source);
      case Event.CLOCK_START -> {
        if (clock.start(frame, source)) {
          if (song != null && !song.isAtBeginning()) {
            askFor(0, frame);
          }
          run(frame);
        }
      }
      case Event.CLOCK_CONTINUE -> {
        if (clock.start(frame, source)) {
          run(frame);
        }
      }
      case Event.CLOCK_STOP -> {
        if (clock.stop(frame, source)) {
          stand(frame);
        }
      }
      case Event.CLOCK_POSITION -> {
        if (clock.listensTo(source, frame)) {
          askFor(Event.value(event) * MidiClock.PULSES_PER_POSITION, frame);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void askFor(int tick, long frame) {
    if (song != null) {
      awaitsPlace = true;
      song.stop(frame);
      notices.offer(Notices.SONG_PLACE, 0, tick);
    }
  }

  private void run(long frame) {
    if (song != null) {
      notices.offer(Notices.SONG_RUNS, 0, 1);
      if (!awaitsPlace) {
        song.play(frame);
      }
    }
  }

  private void stand(long frame) {
    if (song != null) {
      notices.offer(Notices.SONG_RUNS, 0, 0);
      song.stop(frame);
    }
  }

  /// When [#check] may have something to do; `Long.MAX_VALUE` for never.
  long nextFrame() {
    return clock.lostFrame();
  }

  /// A clock that has gone without a word has stopped.
  void check(long frame) {
    if (clock.endIfLost(frame)) {
      stand(frame);
    }
  }
}
