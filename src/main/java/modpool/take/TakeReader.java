package modpool.take;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import modpool.bridge.Event;
import modpool.bridge.Imprint;
import modpool.control.Control;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.midi.MidiFileReader;
import modpool.patch.Fields;
import modpool.recall.ImprintFields;

/// Reads a take, and everything it needs. One that somebody has changed since, or whose files are
/// not what they were, is refused.
public final class TakeReader {
  private static final byte[] MARK =
      ("}{\"" + TakeFormat.VERSION_KEY + "\":").getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = {0, (byte) TakeFormat.META, TakeFormat.META_END, 0};
  private static final int DIVISION_AT = 12;
  private static final int MARKED_WITHIN = 1 << 20;
  private static final int MOST_CHANGES = 1 << 16;

  private final Path file;
  private final byte[] bytes;
  private final TakeChanges changes;
  private final MessageDigest digest = Content.digest();
  private int at = TakeFormat.EVENTS_AT;
  private int eventStart; // with its time
  private long frame;
  private int source;

  private long[] frames = new long[1 << 10];
  private long[] events = new long[1 << 10];
  private int size;
  private final Map<Integer, List<TakeChanges.Step>> steps = new HashMap<>();
  private final Map<Integer, Imprint> imprints = new HashMap<>();
  private TakeSession.Opening opening;

  private TakeReader(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    changes = new TakeChanges(file, Map.of());
  }

  /// True for a MIDI file with a take's mark, be it whole or not.
  public static boolean recognises(byte[] bytes) {
    return MidiFileReader.recognises(bytes) && find(bytes, MARK, MARKED_WITHIN);
  }

  private static boolean find(byte[] bytes, byte[] mark, int within) {
    int last = Math.min(bytes.length, within) - mark.length;
    for (int from = 0; from <= last; from++) {
      if (Arrays.equals(bytes, from, from + mark.length, mark, 0, mark.length)) {
        return true;
      }
    }
    return false;
  }

  /// @param bytes the whole file
  /// @throws BadFileException when it is damaged or was changed, or a file that it needs is not
  ///   there or another; the message says which
  public static Take read(Path file, byte[] bytes) throws BadFileException {
    return new TakeReader(file, bytes).take();
  }

  private Take take() throws BadFileException {
    ByteBuffer head = ByteBuffer.wrap(bytes);
    boolean isOurs =
        bytes.length > TakeFormat.EVENTS_AT
            && head.getInt() == TakeFormat.HEADER
            && head.getInt() == TakeFormat.HEADER_BYTES
            && head.getShort() == 0
            && head.getShort() == 1
            && head.getShort() > 0
            && head.getInt() == TakeFormat.TRACK
            && head.getInt() == bytes.length - TakeFormat.EVENTS_AT;
    if (!isOurs) {
      throw changed();
    }
    while (true) {
      eventStart = at;
      frame += number();
      int status = next();
      if (status == TakeFormat.META) {
        Fields end = meta();
        if (end != null) {
          return finished(end);
        }
      } else if (status >= 0x80 && status < 0xF0) {
        message(status);
      } else {
        throw changed();
      }
    }
  }

  private void message(int status) throws BadFileException {
    int first = next();
    int second = (status & 0xE0) == 0xC0 ? 0 : next();
    int channel = status & 0x0F;
    add(
        switch (status & 0xF0) {
          case 0x80 -> Event.of(Event.NOTE_OFF, source, channel, first, second);
          case 0x90 -> Event.of(Event.NOTE_ON, source, channel, first, second);
          case 0xA0 -> Event.of(Event.KEY_PRESSURE, source, channel, first, second);
          case 0xB0 -> Event.of(Event.CONTROL, source, channel, first, second);
          case 0xC0 -> Event.of(Event.PROGRAM, source, channel, 0, first);
          case 0xD0 -> Event.of(Event.CHANNEL_PRESSURE, source, channel, 0, first);
          default -> Event.of(Event.BEND, source, channel, 0, second << 7 | first);
        });
  }

  private void add(long event) {
    if (size == frames.length) {
      frames = Arrays.copyOf(frames, 2 * size);
      events = Arrays.copyOf(events, 2 * size);
    }
    frames[size] = frame;
    events[size++] = event;
  }

  /// @return the end, when it is that
  private Fields meta() throws BadFileException {
    int type = next();
    int length = number();
    int from = at;
    if (length > bytes.length - at) {
      throw changed();
    }
    at += length;
    if (type != TakeFormat.META_OURS || length < 2 || bytes[from] != TakeFormat.NOBODY) {
      return null; // a name, a tempo, or nothing for a long time
    }
    Fields node = Fields.parse(file.toString(), Arrays.copyOfRange(bytes, from + 1, at));
    if (node.has("end")) {
      return node;
    }
    ours(node);
    return null;
  }

  private void ours(Fields node) throws BadFileException {
    if (node.has(TakeFormat.VERSION_KEY)) {
      opening = new TakeSession(file).read(node);
    } else if (node.has("source")) {
      source = node.whole("source", 0, 0, Event.SOURCES - 1);
    } else if (node.has("changes")) {
      List<TakeChanges.Step> done = new ArrayList<>();
      for (Fields change : node.objects("changes", MOST_CHANGES)) {
        done.add(changes.read(change, opened().sound().rate()));
      }
      addSteps(done);
    } else if (node.has("recall")) {
      imprints.put(size, new ImprintFields().read(node.object("recall"), new TreeMap<>()));
      add(Event.of(Event.RECALL, 0, 0, 0, 0));
    } else if (node.whole("kind", 0, 1, 255) == Event.LOST) {
      addSteps(List.of(Control::silence));
    } else {
      add(
          Event.of(
              node.whole("kind", 0, 1, Event.RECALL - 1),
              source,
              node.whole("channel", 0, 0, 255),
              node.whole("key", 0, 0, 255),
              node.whole("value", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }
  }

  /// What is done before a block.
  private void addSteps(List<TakeChanges.Step> done) throws BadFileException {
    if (size > 0 && frames[size - 1] == frame && Event.kind(events[size - 1]) != Event.ADOPTED) {
      throw changed(); // it comes before anything else in its frame
    }
    steps.put(size, done);
    add(Event.of(Event.ADOPTED, 0, 0, 0, 0));
  }

  private TakeSession.Opening opened() throws BadFileException {
    if (opening == null) {
      throw changed();
    }
    return opening;
  }

  private Take finished(Fields end) throws BadFileException {
    long frameCount = (long) end.number("end", 0, 0, 1L << 52);
    String cut = end.has("cut") ? end.text("cut") : null;
    digest.update(bytes, TakeFormat.EVENTS_AT, eventStart - TakeFormat.EVENTS_AT);
    digest.update(TakeFile.sealed(frameCount, cut));
    TakeTime time = TakeTime.of(opened().sound().rate());
    boolean isWhole =
        Content.hex(digest).equals(end.only(List.of("end", "cut", "sha256")).text("sha256"))
            && frame == frameCount
            && Arrays.equals(bytes, at, bytes.length, END, 0, END.length)
            && time != null
            && ByteBuffer.wrap(bytes).getShort(DIVISION_AT) == time.division();
    if (!isWhole) {
      throw changed();
    }
    return new Take(
        file,
        opened(),
        Arrays.copyOf(frames, size),
        Arrays.copyOf(events, size),
        steps,
        imprints,
        frameCount,
        cut);
  }

  private int number() throws BadFileException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int b = next();
      value = value << 7 | b & 0x7F;
      if (b < 0x80) {
        return value;
      }
    }
    throw changed();
  }

  private int next() throws BadFileException {
    if (at >= bytes.length) {
      throw changed();
    }
    return bytes[at++] & 0xFF;
  }

  private BadFileException changed() {
    return new BadFileException(
        file.toString(),
        "is a take that was damaged, or changed by another program, since it was recorded; it"
            + " cannot be rendered as it was heard");
  }
}
