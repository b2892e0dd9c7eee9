package modpool.recall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.control.BankSet;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.InputFile;
import modpool.patch.Fields;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongClock;

/// Reads a rack's file. What it does not know or what is out of bounds is refused, in one line that
/// says where it is; what it names must be there.
public final class RackReader {
  private static final List<String> KEYS =
      List.of(
          RackWriter.VERSION_KEY,
          "sound",
          "banks",
          "scale",
          "keyMap",
          "song",
          "mutedChannels",
          "soloedChannels",
          "effectKeys",
          "all",
          "channels",
          "tunings",
          "ports");
  private static final int CHANNELS = 16;
  private static final int MOST_LOWEST_KEY = 116; // of twelve
  private static final int MOST_PARTS = 32;
  private static final int MOST_LOOPS = 1_000;
  private static final int MOST_ORDERS = 1 << 16;
  private static final int MOST_NAMES = 256;
  private static final int LONGEST_NAME = 512;

  private final Fields top;
  private final ContentFields contents;

  private RackReader(Path file, Fields top) {
    this.top = top;
    contents = new ContentFields(file);
  }

  /// Reads the file.
  ///
  /// @throws BadFileException when it cannot be used; the message says why
  public static SavedRack read(Path file) throws BadFileException {
    Fields top = Fields.parse(file.toString(), InputFile.read(file, Fields.MAX_BYTES));
    if (!top.has(RackWriter.VERSION_KEY)) {
      throw top.bad("is no rack: it lacks the key '" + RackWriter.VERSION_KEY + "'");
    }
    int version = top.whole(RackWriter.VERSION_KEY, 0, 1, Integer.MAX_VALUE);
    if (version > RackWriter.VERSION) {
      throw top.bad(
          "is a rack of version %d; this modpool reads up to %d"
              .formatted(version, RackWriter.VERSION));
    }
    return new RackReader(file, top.only(KEYS)).rack();
  }

  private SavedRack rack() throws BadFileException {
    List<Content> banks = new ArrayList<>();
    for (Fields bank : top.objects("banks", BankSet.MOST_NAMED)) {
      banks.add(contents.read(bank, "bank"));
    }
    SortedMap<Integer, Integer> voices = new TreeMap<>();
    return new SavedRack(
        SavedSound.read(top.object("sound")),
        banks,
        content("scale", "scale"),
        content("keyMap", "keyboard map"),
        top.has("song") ? song(top.object("song")) : null,
        top.wholes("mutedChannels", CHANNELS, 1, CHANNELS),
        top.wholes("soloedChannels", CHANNELS, 1, CHANNELS),
        voices,
        effectKeys(),
        new ImprintFields().read(top, voices),
        ports(top.object("ports")));
  }

  private SortedMap<Integer, Integer> effectKeys() throws BadFileException {
    SortedMap<Integer, Integer> lowest = new TreeMap<>();
    for (Fields node : top.objects("effectKeys", CHANNELS)) {
      node.only(List.of("channel", "lowest"));
      if (!node.has("channel") || !node.has("lowest")) {
        throw node.bad("lacks the key 'channel' or 'lowest'");
      }
      lowest.put(
          node.whole("channel", 1, 1, CHANNELS), node.whole("lowest", 0, 0, MOST_LOWEST_KEY));
    }
    return lowest;
  }

  private Content content(String key, String what) throws BadFileException {
    return top.has(key) ? contents.read(top.object(key), what) : null;
  }

  private SavedSong song(Fields node) throws BadFileException {
    node.only(List.of("content", "timing", "loops", "order", "tempo", "muted", "soloed"));
    return new SavedSong(
        contents.read(node.object("content"), "song"),
        node.word(
            "timing",
            SongTiming.AUTO,
            SongTiming.values(),
            timing -> timing.name().toLowerCase(Locale.ROOT)),
        node.whole("loops", 1, 0, MOST_LOOPS),
        node.whole("order", 0, 0, MOST_ORDERS),
        node.whole("tempo", SongClock.AS_WRITTEN, SongClock.SLOWEST, SongClock.FASTEST),
        node.wholes("muted", MOST_PARTS, 1, MOST_PARTS),
        node.wholes("soloed", MOST_PARTS, 1, MOST_PARTS));
  }

  private static SavedPorts ports(Fields node) throws BadFileException {
    node.only(List.of("inputs", "thru", "virtualPort", "multiOut", "cables"));
    SortedMap<String, List<String>> cables = new TreeMap<>();
    for (Fields cable : node.objects("cables", MOST_NAMES)) {
      cable.only(List.of("port", "to"));
      cables.put(cable.text("port"), cable.texts("to", MOST_NAMES, LONGEST_NAME));
    }
    return new SavedPorts(
        node.texts("inputs", MOST_NAMES, LONGEST_NAME),
        node.texts("thru", MOST_NAMES, LONGEST_NAME),
        node.flag("virtualPort", false),
        node.flag("multiOut", false),
        cables);
  }
}
