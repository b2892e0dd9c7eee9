package modpool.take;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import modpool.control.BankSet;
import modpool.control.Change;
import modpool.control.Control;
import modpool.edit.EditedPatch;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.InputFile;
import modpool.midi.MidiFile;
import modpool.midi.MidiFileReader;
import modpool.midi.MidiSequence;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.patch.Fields;
import modpool.recall.ContentFields;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;

/// Changes of the racks as JSON, and back as steps that do the same. Files are known by their
/// content: one that is another by now is refused.
final class TakeChanges {
  /// A change that is done again. On any thread.
  @FunctionalInterface
  interface Step {
    void act(Control control) throws IOException;
  }

  private static final int MAX_SONG_BYTES = 64 << 20;
  private static final int CHANNELS = 16;
  private static final int MOST_LOOPS = 1_000;
  private static final int MOST_ORDERS = 1 << 16;
  private static final int TRACKS = 32;

  private final Path file;
  private final ContentFields contents;
  private final Map<Object, TakeRecorder.Origin> origins;
  private final EditFields edits = new EditFields();
  private final Map<Content, MidiSequence> sequences = new HashMap<>(); // once through

  /// @param file the take's
  /// @param origins what songs and sequences were read from
  TakeChanges(Path file, Map<Object, TakeRecorder.Origin> origins) {
    this.file = file;
    this.origins = origins;
    contents = new ContentFields(file);
  }

  /// @throws IllegalArgumentException when it cannot be done again; the message says why
  ObjectNode write(Change change) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (change) {
      case Change.Voices c -> node.put("voices", c.count()).put("channel", c.channel());
      case Change.ChannelClosed c -> node.put("close", true).put("channel", c.channel());
      case Change.ChannelMuted c -> node.put("mute", c.muted()).put("channel", c.channel());
      case Change.BanksNamed c -> {
        ArrayNode banks = node.putArray("banks");
        c.banks().forEach(bank -> banks.add(contents.write(bank)));
      }
      case Change.BankRead c -> node.put("bank", c.bank()).set("read", contents.write(c.content()));
      case Change.ScaleRead c -> {
        node.put("scale", c.scale() != null);
        if (c.scale() != null) {
          node.set("read", contents.write(c.scale()));
        }
      }
      case Change.SequenceSet c -> {
        node.put("sequence", c.sequence() != null);
        if (c.sequence() != null) {
          TakeRecorder.Origin origin = originOf(c.sequence());
          node.put("times", origin.times()).set("read", contents.write(origin.file()));
        }
      }
      case Change.SongOpened c -> {
        node.put("song", word(c.timing())).put("loops", c.passes());
        node.set("read", contents.write(originOf(c.song()).file()));
      }
      case Change.SongEntered c -> {
        node.put("enter", c.running()).put("order", c.place().order());
        node.put("tick", c.place().tick());
        ArrayNode muted = node.putArray("muted");
        for (int track = 0; track < TRACKS; track++) {
          if ((c.mutedTracks() >> track & 1) != 0) {
            muted.add(track + 1);
          }
        }
      }
      case Change.SongClosed _ -> node.put("songEnds", true);
      case Change.PatchEdited c -> edits.write(c.patch(), node.putObject("edit"));
      case Change.RateChanged c ->
          throw new IllegalArgumentException("the output went on at " + c.rate() + " Hz");
      case Change.Unrepeatable c -> throw new IllegalArgumentException(c.what());
    }
    return node;
  }

  private TakeRecorder.Origin originOf(Object played) {
    TakeRecorder.Origin origin = origins.get(played);
    if (origin == null) {
      throw new IllegalArgumentException("a song was played that comes from no file");
    }
    return origin;
  }

  private static String word(SongTiming timing) {
    return timing.name().toLowerCase(Locale.ROOT);
  }

  /// @param rate frames per second
  /// @throws BadFileException when it is damaged, or a file is not what it was
  Step read(Fields node, int rate) throws BadFileException {
    int channel = node.whole("channel", 1, 1, CHANNELS);
    if (node.has("voices")) {
      int count = node.whole("voices", 1, 1, CHANNELS);
      return control -> control.desk().voices(channel, count);
    }
    if (node.has("close")) {
      return control -> control.desk().close(channel);
    }
    if (node.has("mute")) {
      boolean muted = node.flag("mute", false);
      return control -> control.desk().mute(channel, muted);
    }
    if (node.has("banks") || node.has("bank")) {
      return banks(node);
    }
    if (node.has("scale")) {
      if (!node.flag("scale", false)) {
        return control -> control.scale(null);
      }
      Content scale = contents.read(node.object("read"), "scale");
      unchanged(scale);
      return control -> control.scale(scale.path());
    }
    if (node.has("sequence")) {
      MidiSequence sequence = node.flag("sequence", false) ? sequence(node, rate) : null;
      return control -> control.play(sequence);
    }
    if (node.has("edit")) {
      EditedPatch patch = edits.read(node.object("edit"));
      return control -> edit(control, patch);
    }
    return song(node);
  }

  private void edit(Control control, EditedPatch patch) throws BadFileException {
    try {
      control.audition().replay(patch);
    } catch (IllegalArgumentException e) {
      throw new BadFileException(file.toString(), "has an edited patch that " + e.getMessage(), e);
    }
  }

  private Step banks(Fields node) throws BadFileException {
    if (node.has("bank")) {
      int number = node.whole("bank", 0, 0, BankSet.USER);
      Content before = contents.read(node.object("read"), "bank");
      return control -> check(before, control.banks().reread(number));
    }
    List<Content> banks = new ArrayList<>();
    for (Fields bank : node.objects("banks", BankSet.MOST_NAMED)) {
      banks.add(contents.read(bank, "bank"));
    }
    return control -> {
      control.banks().replace(banks.stream().map(Content::path).toList());
      checkAll(banks, control.banks().contents());
    };
  }

  private Step song(Fields node) throws BadFileException {
    if (node.has("song")) {
      SongTiming timing =
          node.word("song", SongTiming.AUTO, SongTiming.values(), TakeChanges::word);
      int loops = node.whole("loops", 1, 0, MOST_LOOPS);
      Content content = contents.read(node.object("read"), "song");
      Module module = ModReader.read(content.path().toString(), unchanged(content));
      return control -> control.songs().prepare(module, timing, loops);
    }
    if (node.has("enter")) {
      boolean runs = node.flag("enter", true);
      int order = node.whole("order", 0, 0, MOST_ORDERS);
      int tick = node.whole("tick", 0, 0, Integer.MAX_VALUE);
      if (order > 0 && tick > 0) {
        throw node.bad("enters a song at two places");
      }
      SongPlace place = tick > 0 ? SongPlace.ofTick(tick) : SongPlace.ofOrder(order);
      long muted = 0;
      for (int track : node.wholes("muted", TRACKS, 1, TRACKS)) {
        muted |= 1L << track - 1;
      }
      long mutes = muted;
      return control -> control.songs().enter(place, runs, mutes);
    }
    if (node.has("songEnds")) {
      return control -> control.songs().close();
    }
    throw node.bad("is a change that this modpool does not know");
  }

  private MidiSequence sequence(Fields node, int rate) throws BadFileException {
    Content content = contents.read(node.object("read"), "song");
    MidiSequence once = sequences.get(content);
    if (once == null) {
      once = compiled(content, rate);
      sequences.put(content, once);
    }
    int most = Integer.MAX_VALUE / once.size();
    return once.repeated(node.whole("times", 1, 1, most));
  }

  private MidiSequence compiled(Content content, int rate) throws BadFileException {
    byte[] bytes = unchanged(content);
    String name = content.path().toString();
    if (!MidiFileReader.recognises(bytes)) {
      throw new BadFileException(name, "is no MIDI file");
    }
    return MidiFile.of(name, bytes).compile(rate);
  }

  /// What is in a file; bounded, whatever a take names.
  private byte[] unchanged(Content before) throws BadFileException {
    byte[] now = InputFile.read(before.path(), MAX_SONG_BYTES);
    check(before, Content.of(before.path(), now));
    return now;
  }

  /// @throws BadFileException naming the first that is another
  void checkAll(List<Content> before, List<Content> now) throws BadFileException {
    for (int i = 0; i < before.size(); i++) {
      check(before.get(i), now.get(i));
    }
  }

  /// @throws BadFileException when it is another
  void check(Content before, Content now) throws BadFileException {
    if (!before.sha256().equals(now.sha256())) {
      throw new BadFileException(
          before.path().toString(),
          "is not what it was when "
              + file
              + " was recorded, which would sound otherwise now;"
              + " put it back as it was");
    }
  }
}
