package modpool.control;

import java.util.List;
import modpool.edit.EditedPatch;
import modpool.io.file.Content;
import modpool.midi.MidiSequence;
import modpool.module.Module;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;

/// Something that control changes in the racks, as [Journal] hears of it: enough to do it again.
public sealed interface Change {
  /// A channel (1-16) has so many voices.
  record Voices(int channel, int count) implements Change {}

  /// A channel has no instrument any more.
  record ChannelClosed(int channel) implements Change {}

  /// A channel is muted, or not.
  record ChannelMuted(int channel, boolean muted) implements Change {}

  /// Other banks are named.
  record BanksNamed(List<Content> banks) implements Change {
    public BanksNamed {
      banks = List.copyOf(banks);
    }
  }

  /// A bank was read again: a named one by its number, or [BankSet#USER].
  record BankRead(int bank, Content content) implements Change {}

  /// Keys lie otherwise; null for equal temperament.
  record ScaleRead(Content scale) implements Change {}

  /// A MIDI sequence plays along, null for none.
  record SequenceSet(MidiSequence sequence) implements Change {}

  /// A song was loaded.
  record SongOpened(Module song, SongTiming timing, int passes) implements Change {}

  /// The song was entered.
  ///
  /// @param mutedTracks a bit each, from track 1 on
  record SongEntered(SongPlace place, boolean running, long mutedTracks) implements Change {}

  /// The song was taken away.
  record SongClosed() implements Change {}

  /// Frames are of another length now.
  record RateChanged(int rate) implements Change {}

  /// Another patch is heard as it is edited; null for none.
  record PatchEdited(EditedPatch patch) implements Change {}

  /// Something that cannot be done again.
  record Unrepeatable(String what) implements Change {}
}
