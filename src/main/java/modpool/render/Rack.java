package modpool.render;

import java.util.List;
import modpool.bridge.board.VoiceBoard;
import modpool.instrument.Instrument;
import modpool.midi.MidiSequence;
import modpool.patch.ProgramTable;
import modpool.tracker.SongPlayer;
import modpool.tuning.Tuning;

/// The immutable picture of what is loaded: who plays on which voices, from which banks, and the
/// MIDI sequence that plays along. Built by control, adopted by the renderer at a frame; what the
/// instruments do is the renderer's.
public final class Rack {
  private final long generation;
  private final long effectiveFrame;
  private final Strip[] strips;
  private final ProgramTable programs;
  private final MidiSequence sequence;
  private final SongPlayer song;
  private final double tuneCents;
  private final Tuning tuning;
  private final ProgramTable edited;
  private final int mutedChannels;

  /// @param generation counts up from 1
  /// @param effectiveFrame where it takes effect; a frame that has passed means at once
  /// @param strips in slot order: the order in which buses are summed
  /// @param sequence what plays along from `effectiveFrame` of the first rack that has it, or null
  /// @param song the song that plays, or null
  /// @param tuneCents how far all channels are moved
  /// @param tuning where their keys lie
  /// @param edited holds the patch that is edited, and no other; null for none
  /// @param mutedChannels a bit each
  public Rack(
      long generation,
      long effectiveFrame,
      List<Strip> strips,
      ProgramTable programs,
      MidiSequence sequence,
      SongPlayer song,
      double tuneCents,
      Tuning tuning,
      ProgramTable edited,
      int mutedChannels) {
    this.generation = generation;
    this.effectiveFrame = effectiveFrame;
    this.strips = strips.toArray(Strip[]::new);
    this.programs = programs;
    this.sequence = sequence;
    this.song = song;
    this.tuneCents = tuneCents;
    this.tuning = tuning;
    this.edited = edited;
    this.mutedChannels = mutedChannels;
  }

  public long generation() {
    return generation;
  }

  public long effectiveFrame() {
    return effectiveFrame;
  }

  int size() {
    return strips.length;
  }

  Strip strip(int slot) {
    return strips[slot];
  }

  /// The strip of a channel, or null.
  Strip stripOf(int channel) {
    for (Strip strip : strips) {
      if (strip.channel() == channel) {
        return strip;
      }
    }
    return null;
  }

  ProgramTable programs() {
    return programs;
  }

  MidiSequence sequence() {
    return sequence;
  }

  SongPlayer song() {
    return song;
  }

  double tuneCents() {
    return tuneCents;
  }

  Tuning tuning() {
    return tuning;
  }

  ProgramTable edited() {
    return edited;
  }

  /// Moves each instrument to its place in this rack, or lets it fade. On render.
  void adopt(long frame) {
    // First those that leave: where another was lent their voices, they must be fading by then.
    for (Strip strip : strips) {
      if (strip.isDeparting()) {
        strip.adopt(frame);
      }
    }
    for (Strip strip : strips) {
      if (!strip.isDeparting()) {
        strip.adopt(frame);
      }
    }
  }

  /// True when no instrument sounds. On render.
  boolean isSilent() {
    for (Strip strip : strips) {
      if (!strip.instrument().isSilent()) {
        return false;
      }
    }
    return true;
  }

  /// True once nothing fades any more in what this rack took away. On render.
  boolean hasSettled() {
    for (Strip strip : strips) {
      if (!strip.hasSettled()) {
        return false;
      }
    }
    return true;
  }

  /// Lets go of what only faded. On render.
  void letGo() {
    for (Strip strip : strips) {
      strip.letGo();
    }
  }

  /// Shows what the voices do. On render.
  void show(VoiceBoard board) {
    board.begin(generation);
    for (int slot = 0; slot < strips.length; slot++) {
      Instrument instrument = strips[slot].instrument();
      board.showSteals(slot, instrument.steals(), instrument.lastSteal());
      int voices = instrument.voices() + instrument.borrowedVoices();
      for (int place = 0; place < VoiceBoard.VOICES; place++) {
        int voice = place < voices ? instrument.voiceAt(place) : -1;
        if (voice >= 0 && instrument.isActive(voice)) {
          int key = instrument.key(voice);
          board.show(slot, place, key, instrument.isHeld(voice), instrument.level(voice));
        } else {
          board.clear(slot, place);
        }
      }
    }
  }

  /// The channels that play on unheard, a bit each.
  public int mutedChannels() {
    return mutedChannels;
  }

  /// Strips in slot order. For control.
  public List<Strip> strips() {
    return List.of(strips);
  }
}
