package modpool.render;

import modpool.instrument.Instrument;
import modpool.instrument.WorkletInstrument;
import modpool.worklet.Placement;

/// One instrument's place in a rack. Immutable.
///
/// @param instrument who plays
/// @param placement where its voices are
/// @param remaining for one that is leaving: those of its places that nobody else has been lent
/// @param channel the MIDI channel it listens to, [#SONG], [#EDITOR] or [#DEPARTING]
/// @param origin which of an Amiga's outputs it goes through
/// @param pair the channel whose own output it sounds on too and whose mute it obeys, also while it
///   fades; negative: none
public record Strip(
    Instrument instrument,
    Placement placement,
    Placement remaining,
    int channel,
    Origin origin,
    int pair) {
  /// In place of a channel: the instrument is leaving and only fades.
  public static final int DEPARTING = -1;

  /// In place of a channel: the instrument is a song's.
  public static final int SONG = -2;

  /// In place of a channel: the instrument is a patch editor's.
  public static final int EDITOR = -3;

  static Strip playing(Instrument instrument, Placement placement, int channel, Origin origin) {
    return new Strip(instrument, placement, placement, channel, origin, channel);
  }

  static Strip departing(
      Instrument instrument, Placement placement, Placement remaining, Origin origin, int pair) {
    return new Strip(instrument, placement, remaining, DEPARTING, origin, pair);
  }

  /// The instrument's name: see [Instrument#id()].
  public String id() {
    return instrument.id();
  }

  /// Voices that take notes.
  public int voices() {
    return placement == Placement.NONE ? instrument.voices() : placement.playable();
  }

  /// True while it only fades.
  public boolean isDeparting() {
    return channel == DEPARTING;
  }

  /// Moves the instrument to its place in this rack, or lets it fade.
  void adopt(long frame) {
    if (isDeparting()) {
      instrument.leaveSharing(frame);
    } else {
      instrument.joinSharing();
    }
    if (instrument instanceof WorkletInstrument w) {
      if (isDeparting()) {
        w.depart(placement, remaining, frame);
      } else {
        w.adopt(placement, frame);
      }
    } else if (isDeparting()) {
      instrument.allSoundOff(frame);
    }
  }

  /// Everything in the rack has settled: what only faded is let go of.
  void letGo() {
    if (instrument instanceof WorkletInstrument w) {
      w.letGo();
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
