package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.effect.LoopInversion;

/// The effects E0..EF: one small function each. 8 is nothing: demos used it for their own ends.
@RenderThread
final class ExtendedEffects {
  private final Flow flow;
  private final Announcer announcer;

  /// @param announcer of inversions; the rest it finds on the tracks
  ExtendedEffects(Flow flow, Announcer announcer) {
    this.flow = flow;
    this.announcer = announcer;
  }

  /// Runs in every tick, also when a delayed row comes round, which is a tick 0 as well.
  void apply(Track t, Effects effects) {
    switch (t.high()) {
      case 0x0 -> filter(t);
      case 0x1 -> fineSlideUp(t, effects);
      case 0x2 -> fineSlideDown(t, effects);
      case 0x3 -> t.glissando = t.low() != 0;
      case 0x4 -> t.vibratoWave = t.low();
      case 0x5 -> t.finetune = t.low();
      case 0x6 -> loop(t);
      case 0x7 -> t.tremoloWave = t.low();
      case 0x9 -> retrigger(t);
      case 0xA -> fineVolume(t, t.low());
      case 0xB -> fineVolume(t, -t.low());
      case 0xC -> cut(t);
      case 0xD -> delayNote(t);
      case 0xE -> delayPattern(t);
      case 0xF -> invertLoop(t);
      default -> {}
    }
  }

  private void filter(Track t) {
    if (flow.tick == 0) {
      flow.filterOn = (t.low() & 1) == 0;
    }
  }

  private void fineSlideUp(Track t, Effects effects) {
    if (flow.tick == 0) {
      effects.slideUp(t, t.low());
    }
  }

  private void fineSlideDown(Track t, Effects effects) {
    if (flow.tick == 0) {
      effects.slideDown(t, t.low());
    }
  }

  /// Each track has a loop of its own; ProTracker forgets neither its row nor its count at the end
  /// of a pattern.
  private void loop(Track t) {
    if (flow.tick != 0) {
      return;
    }
    if (t.low() == 0) {
      t.loopRow = flow.row;
      return;
    }
    if (t.loopCount == 0) {
      t.loopCount = t.low();
    } else {
      t.loopCount--;
      if (t.loopCount == 0) {
        return;
      }
    }
    flow.loopTo(t.loopRow);
  }

  private void retrigger(Track t) {
    boolean noteHasJustStarted = flow.tick == 0 && t.note > 0;
    if (t.low() > 0 && !noteHasJustStarted && flow.tick % t.low() == 0) {
      restart(t);
    }
  }

  private void fineVolume(Track t, int by) {
    if (flow.tick == 0) {
      t.changeVolume(by);
    }
  }

  private void cut(Track t) {
    if (flow.tick == t.low()) {
      t.volume = 0;
    }
  }

  /// Without a note nothing is delayed. In a delayed row the note comes again each time.
  private void delayNote(Track t) {
    if (flow.tick == t.low() && t.note > 0) {
      restart(t);
    }
  }

  private void delayPattern(Track t) {
    if (flow.tick == 0) {
      flow.delayBy(t.low());
    }
  }

  private void invertLoop(Track t) {
    if (flow.tick == 0) {
      t.invertSpeed = t.low();
      stepInversion(t);
    }
  }

  /// Goes on until EF0: now and then the next frame of the loop is inverted (UpdateFunk).
  void stepInversion(Track t) {
    if (t.invertSpeed == 0) {
      return;
    }
    t.invertProgress += LoopInversion.step(t.invertSpeed);
    if (t.invertProgress < LoopInversion.DUE) {
      return;
    }
    t.invertProgress = 0;
    if (t.sample > 0) {
      t.invertFrame++; // so the first frame comes last
      if (t.invertFrame >= t.loopStart + t.loopLength) {
        t.invertFrame = t.loopStart;
      }
      announcer.invert(t);
    }
  }

  private static void restart(Track t) {
    t.start();
    t.sound(t.period);
  }
}
