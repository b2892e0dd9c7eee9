package modpool.take;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.bank.BankFiles;
import modpool.control.BankSet;
import modpool.control.Control;
import modpool.control.Setup;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.patch.Fields;
import modpool.recall.ContentFields;
import modpool.recall.SavedSound;

/// How the session of a take was opened.
///
/// @param file the take's
record TakeSession(Path file) {
  private static final List<String> KEYS =
      List.of(
          TakeFormat.VERSION_KEY,
          "sound",
          "factory",
          "options",
          "channels",
          "muted",
          "voices",
          "banks",
          "own",
          "scale",
          "keyMap");
  private static final int CHANNELS = 16;
  private static final int ALL = 0xFFFF;

  /// What is to be opened for a replay.
  ///
  /// @param channels those that are open, a bit each
  /// @param muted likewise
  /// @param voices by channel, 1-16
  /// @param own the user's own bank, null for none
  record Opening(
      SavedSound sound,
      int channels,
      int muted,
      SortedMap<Integer, Integer> voices,
      List<Content> banks,
      Content own,
      Content scale,
      Content keyMap) {}

  /// @throws BadFileException when a bank has changed since it was read
  ObjectNode write(Control control) throws BadFileException {
    ContentFields contents = new ContentFields(file);
    Setup setup = control.setup();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put(TakeFormat.VERSION_KEY, TakeFormat.VERSION)
            .put("sound", TakeFormat.SOUND)
            .put("factory", BankFiles.factoryHash());
    SavedSound.of(setup, control.rate()).write(node.putObject("options"));
    node.put("channels", setup.channels()).put("muted", setup.mutedChannels());
    ArrayNode voices = node.putArray("voices");
    control
        .desk()
        .voices()
        .forEach((channel, count) -> voices.addObject().put("channel", channel).put("n", count));
    ArrayNode banks = node.putArray("banks");
    control.banks().contents().forEach(bank -> banks.add(contents.write(bank)));
    put(node, "own", control.banks().ownContent(), contents);
    put(node, "scale", control.scale(), contents);
    put(node, "keyMap", setup.keyMap(), contents);
    return node;
  }

  private static void put(ObjectNode node, String key, Content content, ContentFields contents) {
    if (content != null) {
      node.set(key, contents.write(content));
    }
  }

  /// @throws BadFileException when something is damaged or not there, or the sound is another's
  Opening read(Fields node) throws BadFileException {
    int version = node.whole(TakeFormat.VERSION_KEY, 0, 1, Integer.MAX_VALUE);
    if (version > TakeFormat.VERSION || node.whole("sound", 0, 0, 1 << 20) != TakeFormat.SOUND) {
      throw new BadFileException(
          file.toString(), "was recorded by another modpool, whose sound may differ; use that one");
    }
    node.only(KEYS);
    if (!node.text("factory").equals(BankFiles.factoryHash())) {
      throw new BadFileException(
          file.toString(), "was recorded with another factory bank; use the modpool of that time");
    }
    SortedMap<Integer, Integer> voices = new TreeMap<>();
    for (Fields channel : node.objects("voices", CHANNELS)) {
      voices.put(channel.whole("channel", 1, 1, CHANNELS), channel.whole("n", 1, 1, CHANNELS));
    }
    ContentFields contents = new ContentFields(file);
    List<Content> banks = new ArrayList<>();
    for (Fields bank : node.objects("banks", BankSet.MOST_NAMED)) {
      banks.add(contents.read(bank, "bank"));
    }
    return new Opening(
        SavedSound.read(node.object("options")),
        node.whole("channels", ALL, 0, ALL),
        node.whole("muted", 0, 0, ALL),
        voices,
        banks,
        content(node, "own", "bank", contents),
        content(node, "scale", "scale", contents),
        content(node, "keyMap", "keyboard map", contents));
  }

  private static Content content(Fields node, String key, String what, ContentFields contents)
      throws BadFileException {
    return node.has(key) ? contents.read(node.object(key), what) : null;
  }
}
