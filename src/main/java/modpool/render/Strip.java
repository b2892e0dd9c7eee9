package modpool.render;

import modpool.instrument.Instrument;
import modpool.instrument.WorkletInstrument;
import modpool.worklet.Placement;

/// One instrument's place in a rack. Immutable.
///
/// @param instrument who plays
/// @param placement where its voices are; null for an instrument without worklets
/// @param channel the MIDI channel it listens to, or [#DEPARTING]
/// @param muted plays on unheard
/// @param origin which of an Amiga's outputs it goes through
public record Strip(
    Instrument instrument, Placement placement, int channel, boolean muted, Origin origin) {
  /// In place of a channel: the instrument is leaving and only fades.
  public static final int DEPARTING = -1;

  /// True while it only fades.
  public boolean isDeparting() {
    return channel == DEPARTING;
  }

  /// Moves the instrument to its place in this rack.
  void adopt(long frame) {
    if (instrument instanceof WorkletInstrument w) {
      w.adopt(placement, frame);
    }
    if (isDeparting()) {
      instrument.allSoundOff(frame);
    }
  }

  /// True when nothing is left of what this rack takes away from it.
  boolean hasSettled() {
    if (isDeparting()) {
      return instrument.isSilent();
    }
    return !(instrument instanceof WorkletInstrument w) || w.hasSettled();
  }
}
