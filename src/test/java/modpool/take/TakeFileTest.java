package modpool.take;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Event;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file of a take, on a disk that fills up, and the time that it counts by.
class TakeFileTest {
  /// A disk of so many bytes.
  private static final class Disk implements FileDraft {
    final byte[] bytes;
    int length;
    boolean finished;

    Disk(int size) {
      bytes = new byte[size];
    }

    @Override
    public void place(long position, ByteBuffer from) throws OutputException {
      int end = (int) position + from.remaining();
      if (end > bytes.length) {
        throw new OutputException("the disk is full");
      }
      from.get(bytes, (int) position, from.remaining());
      length = Math.max(length, end);
    }

    @Override
    public void truncate(long to) {
      length = (int) to;
    }

    @Override
    public void finish() {
      finished = true;
    }

    @Override
    public void close() {}

    byte[] file() {
      return Arrays.copyOf(bytes, length);
    }
  }

  @Test
  void a_take_on_a_full_disk_is_closed_where_it_is_whole() throws Exception {
    Disk disk = new Disk(20_000);
    TakeFile file = new TakeFile(disk, TakeTime.of(48_000));
    TakeBytes bytes = new TakeBytes();
    try (Modpool modpool = Modpool.open(new Settings())) {
      ObjectNode session = new TakeSession(Path.of("t.mid")).write(modpool.control());
      bytes.add(0, session);
    }
    file.append(bytes.take());
    long last = 0;
    int batches = 0;
    OutputException full = null;
    for (long frame = 0; full == null; frame += 1_000) {
      for (int i = 0; i < 100; i++) {
        bytes.add(frame + i, Event.of(Event.NOTE_ON, 1, 0, 60, 100));
      }
      try {
        file.append(bytes.take());
        last = bytes.last();
        batches++;
      } catch (OutputException e) {
        full = e;
        file.close(new TakeBytes(last), frame, e.getMessage());
      }
    }
    assertEquals("the disk is full", full.getMessage());
    Take take = TakeReader.read(Path.of("t.mid"), disk.file());
    assertEquals("the disk is full", take.cut());
    assertEquals(batches * 1_000L, take.endFrame());
    assertEquals(batches * 100, take.events.length);
    assertEquals(true, disk.finished);
    assertNotNull(MidiSystem.getSequence(new ByteArrayInputStream(disk.file())));
  }

  @Test
  void a_pause_of_hours_is_counted() throws Exception {
    Disk disk = new Disk(1 << 20);
    TakeFile file = new TakeFile(disk, TakeTime.of(48_000));
    TakeBytes bytes = new TakeBytes();
    try (Modpool modpool = Modpool.open(new Settings())) {
      bytes.add(0, new TakeSession(Path.of("t.mid")).write(modpool.control()));
    }
    long later = 10L * 3_600 * 48_000 + 17;
    bytes.add(later, Event.of(Event.NOTE_ON, 1, 0, 60, 100));
    file.append(bytes.take());
    file.close(bytes, later + 5, null);
    Take take = TakeReader.read(Path.of("t.mid"), disk.file());
    assertArrayEquals(new long[] {later}, take.frames);
    var track = MidiSystem.getSequence(new ByteArrayInputStream(disk.file())).getTracks()[0];
    for (int i = 0; i < track.size(); i++) {
      if (track.get(i).getMessage() instanceof ShortMessage) {
        assertEquals(later, track.get(i).getTick());
      }
    }
  }

  @Test
  void every_event_comes_back_as_it_was() throws Exception {
    long[] events = {
      Event.of(Event.NOTE_ON, 1, 0, 60, 1),
      Event.of(Event.NOTE_ON, 255, 15, 127, 127),
      Event.of(Event.NOTE_OFF, 2, 3, 60, 0),
      Event.of(Event.KEY_PRESSURE, 2, 3, 60, 9),
      Event.of(Event.CONTROL, 0, 9, 120, 127),
      Event.of(Event.PROGRAM, 7, 9, 0, 127),
      Event.of(Event.CHANNEL_PRESSURE, 7, 9, 0, 1),
      Event.of(Event.BEND, 7, 9, 0, 16_383),
      Event.of(Event.BEND, 7, 9, 0, 129),
      Event.of(Event.SOURCE_GONE, 7, 0, 0, 0),
      Event.of(Event.TUNE_KEY, 7, 127, 3, Integer.MIN_VALUE + 5),
      Event.of(Event.TUNE_OCTAVE, 7, 15, 11, -12_345),
      Event.of(Event.SONG_MUTE, 0, 1, 31, 1_234_567),
      Event.of(Event.CLOCK, 9, 0, 0, 0),
      Event.of(Event.MASTER, 9, 0, 3, 127),
      Event.of(Event.BANK, 0, 4, 0, 16_383),
    };
    Disk disk = new Disk(1 << 20);
    TakeFile file = new TakeFile(disk, TakeTime.of(44_100));
    TakeBytes bytes = new TakeBytes();
    try (Modpool modpool = Modpool.open(new Settings().rate(44_100))) {
      bytes.add(0, new TakeSession(Path.of("t.mid")).write(modpool.control()));
    }
    for (int i = 0; i < events.length; i++) {
      bytes.add(i / 3, events[i]);
    }
    file.append(bytes.take());
    file.close(bytes, 100, null);
    assertArrayEquals(events, TakeReader.read(Path.of("t.mid"), disk.file()).events);
  }

  @ParameterizedTest
  @CsvSource({
    "48000, 24000, 500000",
    "44100, 22050, 500000",
    "96000, 24000, 250000",
    "192000, 24000, 125000",
    "88200, 22050, 250000",
    "11025, 5292, 480000"
  })
  void a_tick_is_a_frame(int rate, int division, int tempo) {
    assertEquals(new TakeTime(division, tempo), TakeTime.of(rate));
    assertEquals(1_000_000L * division, (long) rate * tempo);
  }

  @Test
  void some_rates_cannot_be_counted() {
    assertEquals(null, TakeTime.of(44_101));
    assertEquals(null, TakeTime.of(191_999));
  }
}
