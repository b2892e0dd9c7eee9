package modpool.module;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;
import modpool.module.Module.Tracker;

/// Reads MOD files of any tracker, by what is in them, never by their name.
///
/// A damaged file is read as far as it makes a song, with a word on each repair in
/// [Module#warnings()]; what is no song is refused.
public final class ModReader {
  /// Longest file read: six times what the format can fill.
  private static final int MAX_BYTES = 64 << 20;

  private static final int MAX_ODDITIES = 40;
  private static final int REGULAR_PATTERNS = 128; // higher numbers are seldom meant
  private static final int NO_RESTART = 0x78; // Soundtracker's default tempo, kept by its heirs
  private static final double CIA_HZ = 709_379; // clock of the Amiga's timers, PAL

  private final String name;
  private final byte[] file;
  private final List<String> warnings = new ArrayList<>();
  private ModTag tag;
  private ModHeader head;
  private int channels;

  private ModReader(String name, byte[] file) {
    this.name = name;
    this.file = file;
  }

  /// @throws BadFileException when the file cannot be read or is no MOD
  public static Module read(Path path) throws BadFileException {
    return read(path.toString(), InputFile.read(path, MAX_BYTES));
  }

  /// @param name what to call the file in a message
  public static Module read(String name, byte[] file) throws BadFileException {
    return new ModReader(name, file).module();
  }

  private Module module() throws BadFileException {
    refuseOtherFormats();
    findTag();
    head = ModHeader.read(file, tag.slots());
    if (head.oddities() > MAX_ODDITIES) {
      throw bad("is damaged beyond playing: its sample list is noise");
    }
    channels = tag.channels();
    if (file.length < head.size() + channels * 4) {
      throw bad("ends before its first pattern");
    }
    int count = countPatterns();
    int samplesAt = head.size() + count * patternBytes();
    List<Pattern> patterns = new ArrayList<>(readPatterns(count, samplesAt));
    List<ModuleSample> samples = new ModSamples(file, tag, samplesAt, warnings).read(head.slots());
    List<Integer> orders = orders(patterns);
    Tracker tracker =
        tag.tracker() == Tracker.PROTRACKER && channels != 4 ? Tracker.MULTICHANNEL : tag.tracker();
    return new Module(
        head.title(),
        tracker,
        tag.letters(),
        channels,
        tempo(),
        restart(orders.size()),
        orders,
        patterns,
        samples,
        warnings);
  }

  private void refuseOtherFormats() throws BadFileException {
    String start = letters(0, 17);
    if (start.equals("Extended Module: ")) {
      throw bad("is an XM module, which is not supported; save it as MOD");
    } else if (start.startsWith("IMPM")) {
      throw bad("is an Impulse Tracker module, which is not supported; save it as MOD");
    } else if (letters(44, 4).equals("SCRM")) {
      throw bad("is a Scream Tracker module, which is not supported; save it as MOD");
    } else if (start.startsWith("PP20") || start.startsWith("PX20") || start.startsWith("XPKF")) {
      throw bad("is a packed Amiga file; unpack it first");
    } else if (start.startsWith("MThd")) {
      throw bad("is a MIDI file, not a MOD");
    } else if (start.startsWith("RIFF")) {
      throw bad("is a RIFF file (a sound, say), not a MOD");
    }
  }

  private void findTag() throws BadFileException {
    String letters = letters(ModHeader.TAG_AT, 4);
    tag = ModTag.of(letters);
    if (tag == null && Untagged.isProTracker(file)) {
      warnings.add("its tag is not that of a MOD; it is played as four tracks of ProTracker");
      tag = ModTag.tag(letters.replaceAll("\\p{Cc}", "?"), 4, Tracker.PROTRACKER);
    }
    if (tag == null && Untagged.isSoundtracker(file)) {
      tag = ModTag.NONE;
    }
    if (tag == null) {
      throw bad("is not a MOD: it has neither a tag nor the shape of a 15-sample file");
    }
    if (tag.channels() > ModTag.MAX_CHANNELS) {
      throw bad("has " + tag.channels() + " tracks; at most " + ModTag.MAX_CHANNELS + " can play");
    }
  }

  /// The number of stored patterns. Nothing in the file says it: it follows from the order list,
  /// with the part behind the song's end, where patterns may hide.
  private int countPatterns() {
    int regular = head.highestPattern(ModHeader.ORDERS, REGULAR_PATTERNS) + 1;
    int all = head.highestPattern(ModHeader.ORDERS, 256) + 1;
    int played = head.highestPattern(head.playedOrders(), REGULAR_PATTERNS) + 1;
    if (tag.paired()) {
      return (regular + 1) / 2 * 2;
    }
    if (tag.letters().equals("M.K.") && isWow(regular)) {
      channels = 8;
    } else if (all > regular && fits(all)) {
      return all;
    } else if (tag.isSoundtracker() && played < regular && !isPattern(played)) {
      return played; // what some Soundtracker files name behind the song's end is not there
    } else if (head.size() + regular * patternBytes() > file.length) {
      return countByLength(regular);
    }
    return regular;
  }

  /// Mod's Grave wrote eight tracks under the tag of four: the file's length gives it away. A file
  /// of four with something behind it is told apart by what lies where patterns would be.
  private boolean isWow(int patterns) {
    int eightTracks = Pattern.MOD_ROWS * 8 * 4;
    int length = head.size() + patterns * eightTracks + head.sampleBytes();
    return length == (file.length & ~1)
        && Untagged.isPatternLike(file, head.size() + (patterns - 1) * eightTracks, 8, 31);
  }

  /// For a file too short for its patterns: the count with which it would be whole, else all.
  private int countByLength(int claimed) {
    for (int count = claimed - 1; count > 0; count--) {
      if (fits(count)) {
        return count;
      }
    }
    return claimed;
  }

  private boolean fits(int patterns) {
    return file.length == head.size() + patterns * patternBytes() + head.sampleBytes();
  }

  private boolean isPattern(int number) {
    return Untagged.isPatternLike(
        file, head.size() + number * patternBytes(), channels, head.slots().size());
  }

  /// Bytes of a pattern as stored.
  private int patternBytes() {
    return Pattern.MOD_ROWS * 4 * (tag.paired() ? 4 : channels);
  }

  private List<Pattern> readPatterns(int stored, int end) {
    OldEffects effects = OldEffects.of(tag.tracker(), head, file, head.size(), end);
    int per = tag.paired() ? 2 : 1;
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < stored / per; i++) {
      Pattern.Builder pattern = new Pattern.Builder(Pattern.MOD_ROWS, channels);
      for (int half = 0; half < per; half++) {
        int at = head.size() + (i * per + half) * patternBytes();
        readCells(pattern, at, half * channels / 2, channels / per, effects);
      }
      patterns.add(pattern.build());
    }
    if (end > file.length) {
      warnings.add("it ends within its patterns; the rest of them is empty");
    }
    return patterns;
  }

  private void readCells(
      Pattern.Builder pattern, int at, int firstTrack, int tracks, OldEffects effects) {
    int cell = at;
    for (int row = 0; row < Pattern.MOD_ROWS; row++) {
      for (int track = 0; track < tracks; track++) {
        if (cell + 4 > file.length) {
          return;
        }
        int bits =
            (file[cell] & 0xFF) << 24
                | (file[cell + 1] & 0xFF) << 16
                | (file[cell + 2] & 0xFF) << 8
                | file[cell + 3] & 0xFF;
        int sample = (bits >>> 24 & 0x10) | (bits >>> 12 & 0x0F);
        int effect = effects.translate(bits & 0xFFF);
        pattern.set(
            row, firstTrack + track, bits >>> 16 & 0xFFF, sample, effect >> 8, effect & 0xFF);
        cell += 4;
      }
    }
  }

  /// The orders that are played. Those that name a pattern which is not there get an empty one, so
  /// that the others keep their numbers, which jumps need.
  private List<Integer> orders(List<Pattern> patterns) {
    int played = head.playedOrders();
    if (played != head.songLength()) {
      warnings.add("it claims " + head.songLength() + " orders; " + played + " are played");
    }
    int there = patterns.size();
    List<Integer> orders = new ArrayList<>();
    for (int i = 0; i < played; i++) {
      int order = tag.paired() ? head.orders()[i] / 2 : head.orders()[i];
      if (order >= there && patterns.size() == there) {
        warnings.add("order " + i + " names pattern " + order + ", which is missing; it is empty");
        patterns.add(Pattern.empty(Pattern.MOD_ROWS, channels));
      }
      orders.add(Math.min(order, there));
    }
    return orders;
  }

  private int restart(int orders) {
    boolean none =
        tag.isSoundtracker()
            || head.restart() >= orders
            || channels == 4 && head.restart() == NO_RESTART;
    return none ? 0 : head.restart();
  }

  /// Soundtracker keeps a tempo where others keep the restart; 120 stands for 50 ticks a second.
  private int tempo() {
    int tempo = head.restart();
    if (!tag.isSoundtracker() || tempo == 0 || tempo == NO_RESTART) {
      return Module.DEFAULT_TEMPO;
    }
    int timer = (240 - tempo) * 122; // as its player sets the timer
    return (int) Math.round(CIA_HZ / (timer + 1) * Module.DEFAULT_TEMPO / 50);
  }

  /// Letters of the file, fewer where it ends.
  private String letters(int at, int length) {
    int from = Math.min(at, file.length);
    int there = Math.min(length, file.length - from);
    return new String(file, from, there, StandardCharsets.ISO_8859_1);
  }

  private BadFileException bad(String what) {
    return new BadFileException(name, what);
  }
}
