package modpool.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import modpool.control.Control;
import modpool.io.AudioOutput;
import modpool.io.file.Content;
import modpool.io.file.OutputException;
import modpool.recall.RackWriter;
import modpool.recall.SavedPorts;
import modpool.recall.SavedRack;
import modpool.recall.SavedSong;
import modpool.recall.SavedSound;
import modpool.session.song.SongDesk;

/// A session as a rack: saved as it is, or brought back as it was. For one thread.
public final class SessionRack {
  private final Control control;
  private final AudioOutput output;
  private final SongDesk desk;
  private final SessionPorts.Wishes wishes;
  private final boolean multiOut;
  private SortedMap<String, List<String>> cables;

  /// @param multiOut whether ports for each channel are wanted, even if there are none now
  /// @param cables those to save where the output has none of its own
  public SessionRack(
      Control control,
      AudioOutput output,
      SongDesk desk,
      SessionPorts.Wishes wishes,
      boolean multiOut,
      SortedMap<String, List<String>> cables) {
    this.control = control;
    this.output = output;
    this.desk = desk;
    this.wishes = wishes;
    this.multiOut = multiOut;
    this.cables = cables;
  }

  /// Writes the session into a file, whole or not at all.
  ///
  /// @throws IOException when a bank has changed on disk since it was read
  /// @throws OutputException when the file cannot be written
  public void save(Path file) throws IOException, OutputException {
    SortedMap<String, List<String>> present = output.cables();
    cables = present == null ? cables : present;
    RackWriter.write(
        file,
        new SavedRack(
            SavedSound.of(control.setup(), control.rate()),
            control.banks().contents(),
            control.scale(),
            control.setup().keyMap(),
            desk.saved(),
            desk.channels().muted().stream().sorted().toList(),
            desk.channels().soloed().stream().sorted().toList(),
            control.desk().voices(),
            effectKeys(),
            control.imprinting().take(),
            new SavedPorts(
                wishes.inputs(), wishes.thru(), wishes.virtualPort(), multiOut, cables)));
  }

  private SortedMap<Integer, Integer> effectKeys() {
    SortedMap<Integer, Integer> byChannel = new TreeMap<>();
    control.setup().effectKeys().forEach((channel, key) -> byChannel.put(channel + 1, key));
    return byChannel;
  }

  /// Brings back what an instrument that was opened as the rack says still lacks, before its first
  /// block: what its channels are set to, and the song with its place and mutes.
  ///
  /// @param song the rack's, or null when another is wanted, or none
  /// @param say takes a line for each file that is not what it was
  public void bringBack(SavedRack rack, SavedSong song, Consumer<String> say) throws IOException {
    List<Content> saved = new ArrayList<>(rack.banks());
    List<Content> present = new ArrayList<>(control.banks().contents());
    saved.add(rack.scale());
    present.add(control.scale());
    saved.add(rack.keyMap());
    present.add(control.setup().keyMap());
    control.imprinting().recall(rack.channels());
    if (song != null) {
      desk.bringBack(song);
      saved.add(song.file());
      present.add(desk.saved().file());
    }
    rack.mutedChannels().stream().distinct().forEach(desk.channels()::mute);
    rack.soloedChannels().stream().distinct().forEach(desk.channels()::solo);
    for (Content before : saved) {
      if (before != null && isAnother(before, present)) {
        say.accept(
            before.path() + " has changed since the rack was saved; it is played as it is now");
      }
    }
  }

  /// True when the same path is loaded with another content.
  private static boolean isAnother(Content before, List<Content> present) {
    return present.stream()
        .anyMatch(
            now ->
                now != null
                    && now.path().equals(before.path())
                    && !now.sha256().equals(before.sha256()));
  }
}
