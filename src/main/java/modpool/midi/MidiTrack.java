package modpool.midi;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import modpool.bridge.Event;
import modpool.bridge.EventList;
import modpool.io.file.BadFileException;

/// The events of one track of a MIDI file: their ticks, rising, and what they are.
///
/// A tempo is an event of kind [#TEMPO], which never leaves this package. Memory stays within a
/// small multiple of the file's size, whatever lengths the file claims.
final class MidiTrack {
  /// The value is the length of a quarter note in microseconds.
  static final int TEMPO = 0;

  private static final int META = 0xFF;
  private static final int META_TRACK_NAME = 0x03;
  private static final int META_END = 0x2F;
  private static final int META_TEMPO = 0x51;
  private static final int VARIABLE_LENGTH_MAX_BYTES = 4;

  private final String file;
  private final byte[] bytes;
  private final int end;
  private int at;
  private final SysexReader sysex;
  private final SysexAssembly pieces = new SysexAssembly();
  private int status; // the running one
  private boolean ended;

  private long[] ticks = {};
  private long[] events = {};
  private int length;
  private long endTick;
  private String name = "";

  private MidiTrack(String file, byte[] bytes, int start, int end, SysexReader sysex) {
    this.file = file;
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.sysex = sysex;
  }

  /// Reads a track that lies between two places of a file. A missing end of track is made good.
  ///
  /// @param sysex one for all tracks, since it is larger than most
  static MidiTrack read(String file, byte[] bytes, int start, int end, SysexReader sysex)
      throws BadFileException {
    MidiTrack track = new MidiTrack(file, bytes, start, end, sysex);
    while (track.at < end && !track.ended) {
      track.endTick += track.variableLength();
      track.event();
    }
    return track;
  }

  int length() {
    return length;
  }

  long tick(int index) {
    return ticks[index];
  }

  long event(int index) {
    return events[index];
  }

  /// The tick of the end of the track.
  long endTick() {
    return endTick;
  }

  /// Its name, empty when it has none.
  String name() {
    return name;
  }

  private void event() throws BadFileException {
    int first = next();
    if (first == META) {
      meta();
    } else if (first == 0xF0 || first == 0xF7) {
      sysex(first);
    } else if (first >= 0xF0) {
      throw bad("there is no event of status %02X".formatted(first));
    } else if (first >= 0x80) {
      status = first;
      message(data());
    } else if (status != 0) {
      message(first);
    } else {
      throw bad("a message without a status");
    }
  }

  /// A packet of a system exclusive message, or after F7 by itself anything at all: then it is
  /// looked at if it begins like one.
  private void sysex(int first) throws BadFileException {
    int size = variableLength();
    int from = at;
    skip(size);
    boolean isWhole = first == 0xF7 && !pieces.isOpen();
    byte[] piece = new byte[isWhole ? size : size + 1];
    System.arraycopy(bytes, from, piece, isWhole ? 0 : 1, size);
    if (!isWhole) {
      piece[0] = (byte) first;
    }
    byte[] whole = pieces.add(piece);
    if (whole != null) {
      EventList meant = sysex.read(whole, 0, whole.length, 0);
      for (int i = 0; i < meant.size(); i++) {
        add(meant.get(i));
      }
    }
  }

  private void message(int data1) throws BadFileException {
    boolean oneByte = (status & 0xE0) == 0xC0;
    add(MidiDecoder.event(0, status, data1, oneByte ? 0 : data()));
  }

  private void meta() throws BadFileException {
    int type = next();
    int size = variableLength();
    int from = at;
    skip(size);
    if (type == META_END) {
      ended = true;
    } else if (type == META_TEMPO && size >= 3) {
      int micros =
          (bytes[from] & 0xFF) << 16 | (bytes[from + 1] & 0xFF) << 8 | bytes[from + 2] & 0xFF;
      if (micros > 0) {
        add(Event.of(TEMPO, 0, 0, 0, micros));
      }
    } else if (type == META_TRACK_NAME && name.isEmpty()) {
      name = text(Arrays.copyOfRange(bytes, from, at)).strip();
    }
  }

  private void add(long event) {
    if (event == MidiDecoder.NONE) {
      return;
    }
    if (length == ticks.length) {
      int room = Math.max(16, length * 2);
      ticks = Arrays.copyOf(ticks, room);
      events = Arrays.copyOf(events, room);
    }
    ticks[length] = endTick;
    events[length++] = event;
  }

  private int variableLength() throws BadFileException {
    int value = 0;
    for (int i = 0; i < VARIABLE_LENGTH_MAX_BYTES; i++) {
      int b = next();
      value = value << 7 | b & 0x7F;
      if (b < 0x80) {
        return value;
      }
    }
    throw bad("a number of more than four bytes");
  }

  private int data() throws BadFileException {
    int b = next();
    if (b >= 0x80) {
      throw bad("%02X where data of a message should be".formatted(b));
    }
    return b;
  }

  private int next() throws BadFileException {
    if (at >= end) {
      throw bad("an event is cut short by the end of its track");
    }
    return bytes[at++] & 0xFF;
  }

  private void skip(int count) throws BadFileException {
    if (count > end - at) {
      throw bad("an event of %d bytes in a track that has %d left".formatted(count, end - at));
    }
    at += count;
  }

  private BadFileException bad(String what) {
    return new BadFileException(file, "is damaged at byte " + at + ": " + what);
  }

  /// Files do not say their encoding: UTF-8 where it is valid, else Latin 1.
  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.replaceAll("\\p{Cc}", " ");
  }
}
