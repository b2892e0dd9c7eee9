package modpool.midi;

import static modpool.midi.SmfBytes.file;
import static modpool.midi.SmfBytes.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import modpool.bridge.Event;
import modpool.io.file.BadFileException;
import org.junit.jupiter.api.Test;

class MidiFileReaderTest {
  private static final int RATE = 48_000;

  private static final byte[] TUNE =
      track(
          0, 0xFF, 0x03, 4, 'L', 'e', 'a', 'd', //
          0, 0xC2, 7, //
          0, 0x92, 60, 100, //
          0x60, 62, 90, // running status
          0, 60, 0, // a note-off in disguise
          0, 0xF0, 3, 0x7E, 0x7F, 0xF7, // system exclusive
          0x60, 0x82, 62, 64, //
          0x60, 0xFF, 0x2F, 0);

  @Test
  void a_tune_becomes_events_at_their_frames() throws IOException {
    MidiSequence tune = read(file(0, 96, TUNE)).compile(RATE);

    // 96 ticks are a quarter note: half a second
    assertEquals(
        List.of(
            "0 program 2 7",
            "0 on 2 60 100",
            "24000 on 2 62 90",
            "24000 off 2 60",
            "48000 off 2 62",
            "72000 gone"),
        lines(tune));
    assertEquals(72_000, tune.endFrame());
    assertEquals(1 << 2, tune.usedChannels());
    assertEquals(2, tune.notes(2));
  }

  @Test
  void a_track_s_name_holds_nothing_that_a_terminal_obeys() throws IOException {
    byte[] named = track(0, 0xFF, 0x03, 3, 'A', 0x9B, 'B', 0, 0xFF, 0x2F, 0);

    assertEquals(List.of("A B"), read(file(0, 96, named)).info().trackNames());
  }

  @Test
  void many_empty_tracks_take_little_memory() throws IOException {
    byte[][] tracks = new byte[65_535][0];
    byte[] file = file(1, 96, tracks);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long before = threads.getCurrentThreadAllocatedBytes();
    read(file);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(bytes < 50L * file.length, bytes + " bytes for " + file.length);
  }

  @Test
  void a_repetition_begins_where_the_time_before_ended() throws IOException {
    MidiSequence once = read(file(0, 96, TUNE)).compile(RATE);
    MidiSequence thrice = once.repeated(3);

    assertEquals(3 * once.size(), thrice.size());
    assertEquals(3 * 72_000, thrice.endFrame());
    assertEquals(6, thrice.notes(2));
    for (int i = 0; i < thrice.size(); i++) {
      assertEquals(once.event(i % once.size()), thrice.event(i));
      assertEquals(once.frame(i % once.size()) + 72_000L * (i / once.size()), thrice.frame(i));
    }
    assertEquals(72_000, thrice.frame(once.size()));
  }

  @Test
  void a_performance_of_no_length_is_played_once() throws IOException {
    byte[] program = SmfBytes.track(0, 0xC0, 5, 0, 0xFF, 0x2F, 0);
    MidiSequence once = read(file(0, 96, program)).compile(RATE);

    assertEquals(0, once.endFrame());
    assertEquals(once.size(), once.repeated(1_000).size());
  }

  @Test
  void a_performance_is_repeated_as_often_as_its_events_can_be_counted() throws IOException {
    MidiSequence once = read(file(0, 96, TUNE)).compile(RATE);
    int most = Integer.MAX_VALUE / once.size();

    assertEquals(most * once.size(), once.repeated(Integer.MAX_VALUE).size());
    assertEquals(most * once.size(), once.repeated(100_000).repeated(100_000).size());
  }

  @Test
  void info_says_what_the_file_holds() throws IOException {
    MidiFileInfo info = read(file(0, 96, TUNE)).info();

    assertEquals(
        new MidiFileInfo(
            0,
            1,
            "96 ticks per quarter note",
            1.5,
            List.of("Lead"),
            List.of(3),
            new java.util.TreeMap<>(Map.of(3, List.of(7))),
            2),
        info);
  }

  @Test
  void events_of_one_tick_stand_in_the_order_of_their_tracks() throws IOException {
    byte[] first = track(0x60, 0x90, 1, 1, 0, 0x90, 2, 1, 0, 0xFF, 0x2F, 0);
    byte[] second = track(0, 0x91, 3, 1, 0x60, 0x91, 4, 1, 0, 0xFF, 0x2F, 0);

    assertEquals(
        List.of("0 on 1 3 1", "24000 on 0 1 1", "24000 on 0 2 1", "24000 on 1 4 1", "24000 gone"),
        lines(read(file(1, 96, first, second)).compile(RATE)));
  }

  @Test
  void tempo_changes_of_one_track_move_the_others() throws IOException {
    byte[] tempi = track(0x60, 0xFF, 0x51, 3, 0x03, 0xD0, 0x90, 0x60, 0xFF, 0x2F, 0); // 250 ms
    byte[] notes = track(0x60, 0x90, 1, 1, 0x60, 0x90, 2, 1, 0x60, 0xFF, 0x2F, 0);

    assertEquals(
        List.of("24000 on 0 1 1", "36000 on 0 2 1", "48000 gone"),
        lines(read(file(1, 96, tempi, notes)).compile(RATE)));
  }

  @Test
  void tracks_of_format_2_follow_each_other_at_the_tempo_files_start_with() throws IOException {
    byte[] fast = track(0, 0xFF, 0x51, 3, 0x03, 0xD0, 0x90, 0, 0x90, 1, 1, 0x60, 0xFF, 0x2F, 0);
    byte[] plain = track(0x60, 0x90, 2, 1, 0, 0xFF, 0x2F, 0);

    assertEquals(
        List.of("0 on 0 1 1", "12000 gone", "36000 on 0 2 1", "36000 gone"),
        lines(read(file(2, 96, fast, plain)).compile(RATE)));
  }

  @Test
  void film_time_needs_no_tempo() throws IOException {
    byte[] notes = track(0, 0xFF, 0x51, 3, 1, 0, 0, 100, 0x90, 1, 1, 0, 0xFF, 0x2F, 0);

    assertEquals(48_000, read(file(0, 0xE728, notes)).compile(RATE).endFrame() * 10); // 25 x 40
    // 100 ticks of 30000/1001 x 80: 2002 frames
    assertEquals(2002, read(file(0, 0xE350, notes)).compile(RATE).endFrame());
  }

  @Test
  void a_day_of_odd_tempi_does_not_drift() throws IOException {
    // 333,333 microseconds to 7 ticks: no tick falls on a frame.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(track(0, 0xFF, 0x51, 3, 0x05, 0x16, 0x15));
    int beats = 260_000; // a little over 24 hours
    for (int i = 0; i < beats; i++) {
      bytes.writeBytes(track(7, 0x90, 1, 1));
    }
    MidiSequence day = read(file(0, 7, bytes.toByteArray())).compile(44_100);

    for (int i = 0; i < beats; i += 997) {
      long exact = Math.round((i + 1) * 333_333.0 * 44_100 / 1e6);
      assertEquals(exact, day.frame(i));
    }
  }

  @Test
  void a_missing_end_of_track_is_made_good() throws IOException {
    byte[] open = track(0, 0x90, 60, 100, 0x60, 0x80, 60, 0);

    assertEquals(24_000, read(file(0, 96, open)).compile(RATE).endFrame());
  }

  @Test
  void a_riff_envelope_is_opened() throws IOException {
    byte[] inner = file(0, 96, TUNE);
    ByteBuffer riff = ByteBuffer.allocate(inner.length + 30).order(ByteOrder.LITTLE_ENDIAN);
    riff.put("RIFF".getBytes()).putInt(inner.length + 22).put("RMID".getBytes());
    riff.put("note".getBytes()).putInt(1).put((byte) 1).put((byte) 0);
    riff.put("data".getBytes()).putInt(inner.length).put(inner);

    assertEquals(2, read(riff.array()).info().notes());
  }

  @Test
  void what_is_no_midi_file_is_told_in_a_line() {
    assertEquals("x: is empty", complaint(new byte[0]));
    assertEquals(
        "x: is not a MIDI file: it does not begin with MThd",
        complaint("dear diary".getBytes(StandardCharsets.UTF_8)));
    assertTrue(complaint(file(3, 96, TUNE)).contains("format 3"));
    assertTrue(complaint(file(0, 0, TUNE)).contains("division"));
    assertTrue(complaint(file(0, 96)).contains("0 tracks"));
  }

  @Test
  void every_file_that_is_cut_short_is_refused() throws IOException {
    byte[] whole = file(1, 96, TUNE, TUNE);
    for (int size = 0; size < whole.length; size++) {
      String message = complaint(Arrays.copyOf(whole, size));
      assertEquals(-1, message.indexOf('\n'));
    }
    read(whole);
  }

  @Test
  void hostile_lengths_are_refused_without_reserving_them() {
    assertTrue(
        complaint(file(0, 96, track(0, 0xFF, 1, 0xFF, 0xFF, 0xFF, 0x7F))).contains("at byte 29"));
    assertTrue(
        complaint(file(0, 96, track(0, 0xF0, 0x87, 0xFF, 0xFF, 0x7F))).contains("has 0 left"));
    assertTrue(
        complaint(file(0, 96, track(0xFF, 0xFF, 0xFF, 0xFF, 0x7F))).contains("more than four"));
    assertTrue(complaint(file(0, 96, track(0, 60, 100))).contains("without a status"));
    assertTrue(complaint(file(0, 96, track(0, 0x90, 60, 0x90))).contains("data of a message"));
    assertTrue(complaint(file(0, 96, track(0, 0xF4, 0))).contains("F4"));
    byte[] claims = file(0, 96, TUNE);
    claims[18] = 0x7F; // a track of two gigabytes
    assertTrue(complaint(claims).contains("cut short"));
    claims[10] = (byte) 0xFF; // 65,280 tracks
    assertTrue(complaint(claims).contains("cut short"));
  }

  @Test
  void damage_is_always_told_as_such() {
    Random random = new Random(5);
    byte[] whole = file(1, 96, TUNE, TUNE);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = whole.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        MidiFile file = read(damaged);
        file.info();
        file.compile(192_000);
      } catch (BadFileException e) {
        assertTrue(e.getMessage().startsWith("x: "));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static MidiFile read(byte[] bytes) throws IOException {
    return MidiFileReader.read("x", new ByteArrayInputStream(bytes));
  }

  private static String complaint(byte[] bytes) {
    return assertThrows(BadFileException.class, () -> read(bytes)).getMessage();
  }

  private static List<String> lines(MidiSequence sequence) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      long e = sequence.event(i);
      int channel = Event.channel(e);
      lines.add(
          sequence.frame(i)
              + switch (Event.kind(e)) {
                case Event.NOTE_ON ->
                    " on %d %d %d".formatted(channel, Event.key(e), Event.value(e));
                case Event.NOTE_OFF -> " off %d %d".formatted(channel, Event.key(e));
                case Event.PROGRAM -> " program %d %d".formatted(channel, Event.value(e));
                case Event.SOURCE_GONE -> " gone";
                default -> " kind " + Event.kind(e);
              });
    }
    return lines;
  }
}
