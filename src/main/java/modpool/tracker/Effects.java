package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.effect.Oscillation;

/// What the effects do to a track: one small function each.
///
/// The order of things follows ProTracker 2.3D; names in capitals are its routines.
@RenderThread
final class Effects {
  private final Flow flow;
  private final FormatProfile profile;
  private final ExtendedEffects extended;

  Effects(Flow flow, FormatProfile profile, ExtendedEffects extended) {
    this.flow = flow;
    this.profile = profile;
    this.extended = extended;
  }

  /// What happens when a row is read (CheckMoreEffects).
  void onRow(Track t) {
    switch (t.effect) {
      case 0x8 -> panning(t);
      case 0x9 -> sampleOffset(t);
      case 0xB -> flow.jumpTo(t.parameter);
      case 0xC -> t.volume = Math.min(t.parameter, 64);
      case 0xD -> patternBreak(t);
      case 0xE -> extended.apply(t, this);
      case 0xF -> speed(t);
      // The others end an arpeggio or vibrato of the row before, those above do not.
      default -> t.sound(t.period);
    }
  }

  /// What happens in the ticks between rows, and when a delayed row comes round (CheckEffects).
  void onTick(Track t) {
    extended.stepInversion(t);
    if (t.hasNoEffect()) {
      t.loudness(t.volume); // the pitch stays as it sounds
      return;
    }
    switch (t.effect) {
      case 0x0 -> arpeggio(t);
      case 0x1 -> slideUp(t, t.parameter);
      case 0x2 -> slideDown(t, t.parameter);
      case 0x3 -> tonePortamento(t);
      case 0x4 -> vibrato(t);
      case 0x5 -> {
        stepTonePortamento(t);
        volumeSlide(t);
      }
      case 0x6 -> {
        stepVibrato(t);
        volumeSlide(t);
      }
      case 0x7 -> {
        t.sound(t.period);
        tremolo(t);
        return; // which has set what sounds
      }
      case 0xA -> {
        t.sound(t.period);
        volumeSlide(t);
      }
      case 0xE -> extended.apply(t, this);
      default -> t.sound(t.period);
    }
    t.loudness(t.volume);
  }

  private void panning(Track t) {
    if (profile.pans()) {
      t.panning = t.parameter;
    }
    t.sound(t.period);
  }

  private void arpeggio(Track t) {
    int step = flow.tick % 3;
    if (step == 0) {
      t.sound(t.period);
      return;
    }
    int semitones = step == 1 ? t.high() : t.low();
    int note = profile.periods().noteOf(t.finetune, t.period);
    if (note >= 0) {
      // ProTracker bug, kept: beyond its last note the table goes on with another finetune's
      // lowest.
      t.sound(profile.periods().at(t.finetune, note + semitones));
    }
  }

  void slideUp(Track t, int by) {
    t.setPeriod(t.period - by);
    // ProTracker bug, kept: the sign is cut off before the comparison, so an underflow wraps round.
    if ((t.period & 0xFFF) < profile.shortestPeriod()) {
      t.setPeriod(t.period & 0xF000 | profile.shortestPeriod());
    }
    t.sound(t.period & 0xFFF);
  }

  void slideDown(Track t, int by) {
    t.setPeriod(t.period + by);
    if ((t.period & 0xFFF) > profile.longestPeriod()) {
      t.setPeriod(t.period & 0xF000 | profile.longestPeriod());
    }
    t.sound(t.period & 0xFFF);
  }

  /// A note beside effect 3 or 5 is where to slide to (SetTonePorta).
  void aim(Track t) {
    int note = profile.periods().noteOf(t.finetune, t.note);
    if (t.finetune >= 8 && note > 0) {
      note--; // ProTracker: a negative finetune's table begins a semitone lower
    }
    t.target = profile.periods().at(t.finetune, note);
    t.targetIsAbove = t.period > t.target;
    if (t.period == t.target) {
      t.target = 0;
    }
  }

  private void tonePortamento(Track t) {
    if (t.parameter > 0) {
      t.portamentoSpeed = t.parameter;
      t.parameter = 0;
    }
    stepTonePortamento(t);
  }

  private void stepTonePortamento(Track t) {
    if (t.target <= 0) {
      return; // ProTracker: what vibrato or arpeggio left stays
    }
    t.setPeriod(t.period + (t.targetIsAbove ? -t.portamentoSpeed : t.portamentoSpeed));
    boolean arrived = t.targetIsAbove ? t.period <= t.target : t.period >= t.target;
    if (arrived) {
      t.setPeriod(t.target);
      t.target = 0;
    }
    t.sound(t.glissando ? nearestNote(t) : t.period);
  }

  private int nearestNote(Track t) {
    int note = profile.periods().noteOf(t.finetune, t.period);
    return profile.periods().at(t.finetune, note < 0 ? profile.periods().lastNote() : note);
  }

  private void vibrato(Track t) {
    t.vibratoSpeed = t.high() > 0 ? t.high() : t.vibratoSpeed;
    t.vibratoDepth = t.low() > 0 ? t.low() : t.vibratoDepth;
    stepVibrato(t);
  }

  private void stepVibrato(Track t) {
    int position = t.vibratoPosition;
    int distance = Oscillation.distance(t.vibratoWave, position, position) * t.vibratoDepth >> 7;
    t.sound(Oscillation.isFirstHalf(position) ? t.period + distance : t.period - distance);
    t.vibratoPosition = Oscillation.step(position, t.vibratoSpeed);
  }

  private void tremolo(Track t) {
    t.tremoloSpeed = t.high() > 0 ? t.high() : t.tremoloSpeed;
    t.tremoloDepth = t.low() > 0 ? t.low() : t.tremoloDepth;
    int position = t.tremoloPosition;
    // ProTracker bug, kept: which way the ramp goes hangs on the vibrato.
    int rampPosition = profile.tremoloBug() ? t.vibratoPosition : position;
    int distance =
        Oscillation.distance(t.tremoloWave, position, rampPosition) * t.tremoloDepth >> 6;
    t.loudness(
        Oscillation.isFirstHalf(position)
            ? Math.min(t.volume + distance, 64)
            : Math.max(t.volume - distance, 0));
    t.tremoloPosition = Oscillation.step(position, t.tremoloSpeed);
  }

  private void volumeSlide(Track t) {
    t.changeVolume(t.high() == 0 ? -t.low() : t.high());
  }

  private void sampleOffset(Track t) {
    if (t.parameter > 0) {
      t.offset = t.parameter;
    }
    t.skip(t.offset << 8);
  }

  private void patternBreak(Track t) {
    flow.breakTo(t.high() * 10 + t.low()); // decimal digits
  }

  private void speed(Track t) {
    if (t.parameter == 0) {
      flow.stopped |= profile.stopsAtSpeed0();
    } else if (t.parameter < profile.firstTempo()) {
      flow.setSpeed(t.parameter);
    } else {
      flow.nextTempo = t.parameter;
    }
  }
}
