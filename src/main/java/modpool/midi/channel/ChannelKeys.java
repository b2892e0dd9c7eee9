package modpool.midi.channel;

import modpool.bridge.RenderThread;
import modpool.effect.Effect;
import modpool.effect.HeldEffects;
import modpool.effect.LoopInversion;
import modpool.instrument.Instrument;
import modpool.tuning.KeyTuning;

/// The keys of one channel, on their way to the instrument that plays it. Some hold effects in
/// place of notes; while a delay is held, the others act some ticks later, none before another that
/// came first.
@RenderThread
final class ChannelKeys {
  private final KeySwitches switches;
  private final DelayedKeys delayed = new DelayedKeys();
  private final LoopInversion inversion = new LoopInversion();

  private HeldEffects effects; // of the zone's lead, as is the tuning
  private KeyTuning tuning;
  private Instrument instrument; // null when nobody plays the channel

  /// @param own the effects that its keys may hold
  ChannelKeys(HeldEffects own, KeyTuning tuning) {
    switches = new KeySwitches(own);
    follow(own, tuning);
  }

  /// Obeys the effects and the tuning of a zone's lead, or of its own channel.
  void follow(HeldEffects leading, KeyTuning leadingTuning) {
    effects = leading;
    tuning = leadingTuning;
  }

  /// @param next null when nobody plays the channel any more
  void playOn(Instrument next) {
    instrument = next;
  }

  /// Where twelve keys hold effects; negative for nowhere.
  void placeSwitches(int lowestKey) {
    switches.place(lowestKey);
  }

  void noteOn(long frame, int source, int key, int velocity) {
    if (switches.has(key)) {
      switches.press(source, key, velocity);
    } else if (isDelayed()) {
      delay(frame, source, key, velocity);
    } else {
      down(frame, source, key, velocity);
    }
  }

  void noteOff(long frame, int source, int key) {
    if (switches.has(key)) {
      switches.release(source, key);
    } else if (isDelayed()) {
      delay(frame, source, key, 0);
    } else {
      up(frame, source, key);
    }
  }

  void press(int source, int key, int value) {
    if (instrument != null) {
      instrument.pressKey(source, key, value / 127f);
    }
  }

  private void down(long frame, int source, int key, int velocity) {
    if (instrument != null && !tuning.isSilent(key)) {
      instrument.noteOn(frame, source, key, velocity);
    }
  }

  private void up(long frame, int source, int key) {
    if (instrument != null) {
      instrument.noteOff(frame, source, key);
    }
  }

  /// Also while keys wait that were delayed before: none may overtake another.
  private boolean isDelayed() {
    return effects.parameter(Effect.DELAY) > 0 || !delayed.isEmpty();
  }

  private void delay(long frame, int source, int key, int velocity) {
    if (delayed.isFull()) {
      actDelayed(frame);
    }
    delayed.add(frame, effects.parameter(Effect.DELAY), source, key, velocity);
  }

  private void actDelayed(long frame) {
    if (delayed.velocity() > 0) {
      down(frame, delayed.source(), delayed.key(), delayed.velocity());
    } else {
      up(frame, delayed.source(), delayed.key());
    }
    delayed.take();
  }

  /// Whether keys wait for a tick.
  boolean isWaiting() {
    return !delayed.isEmpty();
  }

  /// A tick of the effects that are held.
  void tick(long frame) {
    delayed.tick(frame);
    while (delayed.isDue()) {
      actDelayed(frame);
    }
    if (instrument != null) {
      instrument.tick(frame);
    }
    inversion.tick(
        effects.parameter(Effect.INVERT_LOOP), instrument == null ? null : instrument.lastSample());
  }

  /// Some keys were tuned anew: what sounds on them follows.
  void retune(int first, int step) {
    if (instrument != null) {
      instrument.retune(first, step);
    }
  }

  /// A source has gone, with the switches it held and the keys that waited.
  void forget(int source) {
    switches.letGo(source);
    delayed.forget(source);
  }

  /// All up.
  void release() {
    switches.letGo();
    delayed.clear();
    if (instrument != null) {
      instrument.allNotesOff();
    }
  }

  /// Silence.
  void cut(long frame) {
    delayed.clear();
    if (instrument != null) {
      instrument.allSoundOff(frame);
    }
  }
}
