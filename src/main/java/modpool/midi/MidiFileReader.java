package modpool.midi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;

/// Reads Standard MIDI Files, bare or in a RIFF envelope (RMID).
///
/// The JDK's reader reserves whatever length a file claims and does not say where one is damaged;
/// this one does neither.
public final class MidiFileReader {
  private static final int MAX_BYTES = 64 << 20;
  private static final int HEADER = 0x4D546864; // MThd
  private static final int TRACK = 0x4D54726B; // MTrk
  private static final int RIFF = 0x52494646;
  private static final int RMID = 0x524D4944;
  private static final int DATA = 0x64617461;

  private final String file;
  private final byte[] bytes;
  private final ByteBuffer buffer;

  private MidiFileReader(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes);
  }

  /// @throws BadFileException when it cannot be read or is no sound MIDI file, saying where
  public static MidiFile read(Path path) throws BadFileException {
    return new MidiFileReader(path.toString(), InputFile.read(path, MAX_BYTES)).read();
  }

  /// @param name what to call it in a message
  /// @throws IOException when reading fails, as BadFileException when it is no sound MIDI file
  public static MidiFile read(String name, InputStream in) throws IOException {
    return new MidiFileReader(name, InputFile.read(name, in, MAX_BYTES)).read();
  }

  static MidiFile read(String name, byte[] bytes) throws BadFileException {
    return new MidiFileReader(name, bytes).read();
  }

  /// True when a file begins as one that this class reads.
  public static boolean recognises(byte[] start) {
    ByteBuffer buffer = ByteBuffer.wrap(start);
    return start.length >= 4 && buffer.getInt(0) == HEADER
        || start.length >= 12 && buffer.getInt(0) == RIFF && buffer.getInt(8) == RMID;
  }

  private MidiFile read() throws BadFileException {
    if (!recognises(bytes)) {
      throw new BadFileException(file, "is not a MIDI file: it does not begin with MThd");
    }
    int start = buffer.getInt(0) == RIFF ? inEnvelope() : 0;
    require(start, 14);
    if (buffer.getInt(start) != HEADER) {
      throw bad(start, "no MThd");
    }
    long headerBytes = unsigned(start + 4);
    int format = buffer.getShort(start + 8) & 0xFFFF;
    int tracks = buffer.getShort(start + 10) & 0xFFFF;
    short division = buffer.getShort(start + 12);
    if (headerBytes < 6 || format > 2 || tracks == 0) {
      throw bad(
          start,
          "a header of %d bytes, format %d, %d tracks".formatted(headerBytes, format, tracks));
    }
    require(start + 8, headerBytes);
    TickClock clock = clock(division, start + 12);
    List<MidiTrack> read = tracks(start + 8 + (int) headerBytes, tracks);
    return new MidiFile(file, format, clock, read);
  }

  private List<MidiTrack> tracks(int start, int count) throws BadFileException {
    List<MidiTrack> tracks = new ArrayList<>();
    SysexReader sysex = new SysexReader(SysexReader.ANY_DEVICE);
    int at = start;
    while (tracks.size() < count) {
      if (bytes.length - at < 8) {
        throw new BadFileException(
            file, "is cut short: it ends after %d of %d tracks".formatted(tracks.size(), count));
      }
      long size = unsigned(at + 4);
      require(at + 8, size);
      int end = at + 8 + (int) size;
      if (buffer.getInt(at) == TRACK) {
        tracks.add(MidiTrack.read(file, bytes, at + 8, end, sysex));
      }
      at = end;
    }
    return tracks;
  }

  private TickClock clock(short division, int at) throws BadFileException {
    int framesPerSecond = -(division >> 8);
    int ticks = division < 0 ? division & 0xFF : division;
    boolean known =
        division > 0
            || framesPerSecond == 24
            || framesPerSecond == 25
            || framesPerSecond == 29
            || framesPerSecond == 30;
    if (ticks == 0 || !known) {
      throw bad(at, "a division of %04X, which is no time".formatted(division & 0xFFFF));
    }
    return division > 0 ? TickClock.quarters(ticks) : TickClock.smpte(framesPerSecond, ticks);
  }

  /// Where the MIDI file begins in a RIFF file.
  private int inEnvelope() throws BadFileException {
    long at = 12;
    while (at + 8 <= bytes.length) {
      long size = Integer.toUnsignedLong(Integer.reverseBytes(buffer.getInt((int) at + 4)));
      if (buffer.getInt((int) at) == DATA) {
        require((int) at + 8, size);
        return (int) at + 8;
      }
      at += 8 + size + (size & 1);
    }
    throw new BadFileException(file, "is a RIFF file without MIDI data");
  }

  private long unsigned(int at) {
    return Integer.toUnsignedLong(buffer.getInt(at));
  }

  private void require(int at, long count) throws BadFileException {
    if (count > bytes.length - at) {
      throw new BadFileException(
          file,
          "is cut short: %d bytes should follow byte %d, %d do"
              .formatted(count, at, Math.max(0, bytes.length - at)));
    }
  }

  private BadFileException bad(int at, String what) {
    return new BadFileException(file, "is damaged at byte " + at + ": " + what);
  }
}
