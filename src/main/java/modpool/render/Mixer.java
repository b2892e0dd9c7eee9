package modpool.render;

import java.util.Arrays;
import modpool.bridge.Meters;
import modpool.bridge.RenderThread;
import modpool.bridge.board.VoiceBoard;
import modpool.dsp.Grid;
import modpool.dsp.Limiter;
import modpool.instrument.Instrument;
import modpool.io.ChannelPairs;
import modpool.send.SendEffects;
import modpool.worklet.Controls;

/// Sums the strips' buses in slot order into the output, and what the shared effects make of what
/// the strips send them; then gain, width and limiter. In an Amiga the sums of the channels, with
/// the effects, and of the song pass an output stage each.
@RenderThread
final class Mixer {
  private static final int NOWHERE = -1;

  private final float[] busLeft = new float[Grid.PIECE];
  private final float[] busRight = new float[Grid.PIECE];
  private final float[] sumLeft = new float[Grid.PIECE];
  private final float[] sumRight = new float[Grid.PIECE];
  private final SendEffects effects;
  private final ChipBus[] chips; // by origin; none in a clean machine
  private final PairBuses pairBuses;
  private final MuteFades mutes;
  private final float gain;
  private final float separation;
  private final Limiter limiter; // null: off
  private final Meters meters;
  private final VoiceBoard board;
  private int scopeSlot = NOWHERE; // until its samples have been shown

  Mixer(MixSettings settings, Meters meters, VoiceBoard board) {
    gain = settings.gain();
    separation = settings.separation();
    limiter = settings.limited() ? new Limiter(settings.rate()) : null;
    this.meters = meters;
    this.board = board;
    pairBuses = new PairBuses(settings);
    effects = new SendEffects(settings.rate());
    mutes = new MuteFades(settings.rate());
    chips = new ChipBus[settings.machine().isAmiga() ? Origin.values().length : 0];
    for (int i = 0; i < chips.length; i++) {
      chips[i] = new ChipBus(settings.machine(), settings.rate());
    }
  }

  /// Switches the filter that an Amiga has beside its power LED. Without an Amiga, nothing.
  void setLed(Origin origin, boolean on) {
    if (chips.length > 0) {
      chips[origin.ordinal()].setLed(on);
    }
  }

  /// True when silent strips make a silent mix: neither filter nor effect rings on.
  boolean isSilent() {
    if (!effects.areSilent()) {
      return false;
    }
    for (ChipBus chip : chips) {
      if (!chip.isSilent()) {
        return false;
      }
    }
    return true;
  }

  /// From the next piece on, these channels play on unheard.
  ///
  /// @param channels a bit each
  void mute(int channels) {
    mutes.mute(channels);
  }

  /// Writes the raw sum of one piece from index `offset`.
  ///
  /// @param pairs what the channels' own sums are added to, or null
  /// @return voices that a note sounds on where it begins
  int mix(
      Rack rack,
      long frame,
      float[] left,
      float[] right,
      ChannelPairs pairs,
      int offset,
      int frames) {
    Arrays.fill(sumLeft, 0, frames, 0f);
    Arrays.fill(sumRight, 0, frames, 0f);
    int voices = 0;
    scopeSlot = scopeSlot(rack);
    for (int slot = 0; slot < rack.size(); slot++) {
      Strip strip = rack.strip(slot);
      Instrument instrument = strip.instrument();
      int sounds = instrument.sounds();
      if (sounds == 0) {
        continue;
      }
      voices += instrument.activeVoices();
      int channel = strip.pair();
      boolean paired = pairs != null && channel >= 0;
      boolean moves = mutes.isMoving(channel);
      if (mutes.isSilent(channel)) {
        instrument.render(frame, frames, busLeft, busRight);
        Arrays.fill(busLeft, 0, frames, 0f);
        Arrays.fill(busRight, 0, frames, 0f);
      } else if (paired || moves) {
        instrument.render(frame, frames, busLeft, busRight);
        if (moves) {
          mutes.apply(channel, busLeft, busRight, frames);
        }
        watch(slot, frames);
        if (paired) {
          pairBuses.add(pairs, channel, busLeft, busRight, offset, frames);
        }
        send(instrument.controls(), frame, frames);
        ChipBus chip = chips.length > 0 ? chips[strip.origin().ordinal()] : null;
        moveInto(chip == null ? sumLeft : chip.left(), busLeft, frames);
        moveInto(chip == null ? sumRight : chip.right(), busRight, frames);
      } else if (chips.length > 0) {
        ChipBus chip = chips[strip.origin().ordinal()];
        add(slot, instrument, sounds, frame, frames, chip.left(), chip.right());
      } else {
        add(slot, instrument, sounds, frame, frames, sumLeft, sumRight);
      }
    }
    mutes.advance(frames);
    if (scopeSlot != NOWHERE) {
      board.channelScope().writeSilence(frames); // nothing of it was heard
    }
    if (!effects.areSilent()) {
      mixEffects(frame, frames);
    }
    for (ChipBus chip : chips) {
      chip.mix(frame, sumLeft, sumRight, frames);
    }
    if (pairs != null) {
      pairBuses.mix(pairs, frame, offset, frames);
    }
    System.arraycopy(sumLeft, 0, left, offset, frames);
    System.arraycopy(sumRight, 0, right, offset, frames);
    return voices;
  }

  /// Only channels send, so the effects go the way of the channels.
  private void mixEffects(long frame, int frames) {
    effects.mix(frame, busLeft, busRight, frames);
    boolean isClean = chips.length == 0;
    ChipBus chip = isClean ? null : chips[Origin.CHANNELS.ordinal()];
    moveInto(isClean ? sumLeft : chip.left(), busLeft, frames);
    moveInto(isClean ? sumRight : chip.right(), busRight, frames);
  }

  /// A bus with a single thing on it is left out: `sum + (0 + x)` is `sum + x`, to the bit, since a
  /// sum that began at +0 is never -0. Most instruments of a song sound on one track at a time.
  private void add(
      int slot,
      Instrument instrument,
      int sounds,
      long frame,
      int frames,
      float[] toLeft,
      float[] toRight) {
    Controls controls = instrument.controls();
    if (sounds == 1 && !controls.sends() && !board.isWatched()) {
      instrument.render(frame, frames, toLeft, toRight);
    } else {
      instrument.render(frame, frames, busLeft, busRight);
      watch(slot, frames);
      send(controls, frame, frames);
      moveInto(toLeft, busLeft, frames);
      moveInto(toRight, busRight, frames);
    }
  }

  private void watch(int slot, int frames) {
    if (board.isWatched()) {
      board.raisePeak(slot, Math.max(peak(busLeft, frames), peak(busRight, frames)));
      if (slot == scopeSlot) {
        board.channelScope().write(busLeft, busRight, frames);
        scopeSlot = NOWHERE;
      }
    }
  }

  /// The slot whose samples somebody wants to see.
  private int scopeSlot(Rack rack) {
    if (board.isWatched() && board.channelScope().isWatched()) {
      for (int slot = 0; slot < rack.size(); slot++) {
        if (rack.strip(slot).channel() == board.scopeChannel()) {
          return slot;
        }
      }
    }
    return NOWHERE;
  }

  private void send(Controls controls, long frame, int frames) {
    effects.take(frame, controls.toReverb(), controls.toChorus(), busLeft, busRight, frames);
  }

  /// Adds a bus to a sum and clears it for the next strip that sounds: a silent one costs nothing.
  static void moveInto(float[] sum, float[] bus, int frames) {
    for (int i = 0; i < frames; i++) {
      sum[i] += bus[i];
      bus[i] = 0;
    }
  }

  /// Makes the output of a block's raw sums, and measures the mix. Only the mix is limited.
  ///
  /// @param pairs likewise, or null
  void finish(float[] left, float[] right, ChannelPairs pairs, int frames) {
    if (pairs != null) {
      pairBuses.finish(pairs, frames);
    }
    for (int i = 0; i < frames; i++) {
      float middle = (left[i] + right[i]) * 0.5f;
      left[i] = (middle + (left[i] - middle) * separation) * gain;
      right[i] = (middle + (right[i] - middle) * separation) * gain;
    }
    if (limiter != null) {
      limiter.process(left, right, 0, frames);
    }
    float peakLeft = peak(left, frames);
    float peakRight = peak(right, frames);
    meters.raisePeaks(peakLeft, peakRight);
    if (board.masterScope().isWatched()) {
      board.masterScope().write(left, right, frames);
    }
    if (board.isWatched()) {
      board.master().raise(peakLeft, peakRight, limiter == null ? 0 : 1 - limiter.gain());
    }
  }

  private static float peak(float[] side, int frames) {
    float peak = 0;
    for (int i = 0; i < frames; i++) {
      peak = Math.max(peak, Math.abs(side[i]));
    }
    return peak;
  }
}
