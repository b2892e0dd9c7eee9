package modpool.recall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;

/// Writes a rack's file: JSON for people to read, whole or not at all.
public final class RackWriter {
  static final String VERSION_KEY = "modpoolRack";
  static final int VERSION = 1;

  private final ContentFields contents;

  private RackWriter(Path file) {
    contents = new ContentFields(file);
  }

  /// Writes the file.
  ///
  /// @throws OutputException when that cannot be done; nothing has changed then
  public static void write(Path file, SavedRack rack) throws OutputException {
    String text = new RackWriter(file).json(rack).toPrettyString() + "\n";
    OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode json(SavedRack rack) {
    ObjectNode top = JsonNodeFactory.instance.objectNode().put(VERSION_KEY, VERSION);
    rack.sound().write(top.putObject("sound"));
    ArrayNode banks = top.putArray("banks");
    rack.banks().forEach(bank -> banks.add(contents.write(bank)));
    if (rack.scale() != null) {
      top.set("scale", contents.write(rack.scale()));
    }
    if (rack.keyMap() != null) {
      top.set("keyMap", contents.write(rack.keyMap()));
    }
    if (rack.song() != null) {
      write(rack.song(), top.putObject("song"));
    }
    put(rack.mutedChannels(), top.putArray("mutedChannels"));
    put(rack.soloedChannels(), top.putArray("soloedChannels"));
    ArrayNode effectKeys = top.putArray("effectKeys");
    rack.effectKeys()
        .forEach(
            (channel, lowest) ->
                effectKeys.addObject().put("channel", channel).put("lowest", lowest));
    new ImprintFields().write(rack.channels(), rack.voices(), top);
    write(rack.ports(), top.putObject("ports"));
    return top;
  }

  private void write(SavedSong song, ObjectNode node) {
    node.set("content", contents.write(song.file()));
    node.put("timing", song.timing().name().toLowerCase(Locale.ROOT))
        .put("loops", song.loops())
        .put("order", song.order())
        .put("tempo", song.tempo());
    put(song.muted(), node.putArray("muted"));
    put(song.soloed(), node.putArray("soloed"));
  }

  private static void put(List<Integer> numbers, ArrayNode node) {
    numbers.forEach(node::add);
  }

  private static void write(SavedPorts ports, ObjectNode node) {
    ArrayNode inputs = node.putArray("inputs");
    ports.inputs().forEach(inputs::add);
    ArrayNode thru = node.putArray("thru");
    ports.thru().forEach(thru::add);
    node.put("virtualPort", ports.virtualPort()).put("multiOut", ports.multiOut());
    ArrayNode cables = node.putArray("cables");
    ports
        .cables()
        .forEach(
            (port, others) -> {
              ArrayNode to = cables.addObject().put("port", port).putArray("to");
              others.forEach(to::add);
            });
  }
}
