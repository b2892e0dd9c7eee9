import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A song in 4/4 as tempo changes and parts; writes a standard MIDI file of format 1.
final class Score {
  static final int TICKS_PER_BEAT = 480;
  static final int TICKS_PER_BAR = 4 * TICKS_PER_BEAT;

  /// One message. In the same tick note-offs (0) come before controls (1) and note-ons (2).
  record Event(int tick, int order, byte[] bytes) {}

  private final List<Event> conductor = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  Score(String title, String copyright) {
    meta(conductor, 0, 3, title.getBytes(StandardCharsets.US_ASCII));
    meta(conductor, 0, 2, copyright.getBytes(StandardCharsets.US_ASCII));
    meta(conductor, 0, 0x58, new byte[] {4, 2, 24, 8});
  }

  /// From the start of `bar` (1 is the first).
  void tempo(int bar, double beat, double beatsPerMinute) {
    int micros = (int) StrictMath.round(60e6 / beatsPerMinute);
    byte[] value = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
    meta(conductor, (bar - 1) * TICKS_PER_BAR + (int) (beat * TICKS_PER_BEAT), 0x51, value);
  }

  void marker(int bar, String text) {
    meta(conductor, (bar - 1) * TICKS_PER_BAR, 6, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// @param channel 1..16
  Part part(String name, int channel) {
    Part part = new Part(channel);
    meta(part.events(), 0, 3, name.getBytes(StandardCharsets.US_ASCII));
    parts.add(part);
    return part;
  }

  void write(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("MThd");
    out.writeInt(6);
    out.writeShort(1);
    out.writeShort(1 + parts.size());
    out.writeShort(TICKS_PER_BEAT);
    track(out, conductor);
    for (Part part : parts) {
      track(out, part.events());
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }

  private static void meta(List<Event> events, int tick, int type, byte[] value) {
    byte[] bytes = new byte[3 + value.length];
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) type;
    bytes[2] = (byte) value.length;
    System.arraycopy(value, 0, bytes, 3, value.length);
    events.add(new Event(tick, 1, bytes));
  }

  private static void track(DataOutputStream out, List<Event> events) throws IOException {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingInt(Event::tick).thenComparingInt(Event::order));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int last = 0;
    for (Event event : sorted) {
      variableLength(body, event.tick() - last);
      body.write(event.bytes());
      last = event.tick();
    }
    body.write(new byte[] {0, (byte) 0xFF, 0x2F, 0});
    out.writeBytes("MTrk");
    out.writeInt(body.size());
    body.writeTo(out);
  }

  private static void variableLength(ByteArrayOutputStream out, int value) {
    for (int shift = 21; shift > 0; shift -= 7) {
      if (value >> shift > 0) {
        out.write(value >> shift & 0x7F | 0x80);
      }
    }
    out.write(value & 0x7F);
  }
}
