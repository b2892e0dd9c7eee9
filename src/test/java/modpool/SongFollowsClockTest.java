package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Performance;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;
import modpool.tracker.clock.SongPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A song that a MIDI clock drives: rows of six ticks, a short click on the first track in each
/// row, so that what is heard tells when rows were.
class SongFollowsClockTest {
  private static final int RATE = 48_000;
  private static final int PULSE = 800; // 150 beats a minute; the song's own tempo is 125
  private static final int ROW = 6 * PULSE;

  private Modpool modpool;
  private Receiver master;
  private final Performance performance = new Performance();

  @BeforeEach
  void open() throws IOException {
    modpool = Modpool.open(new Settings().channels(0));
    modpool.control().songs().run(false);
    modpool.control().songs().open(clicks(), SongTiming.CIA, 0);
    master = modpool.receiver();
  }

  @AfterEach
  void close() {
    modpool.close();
  }

  private static Module clicks() {
    byte[] click = new byte[8];
    java.util.Arrays.fill(click, (byte) 100);
    return SongText.song("clicks")
        .sample(new ModuleSample("click", 0, 64, 0, 0, click))
        .pattern("B-3 01\n".repeat(64))
        .pattern("B-3 01 C20\n".repeat(64))
        .orders(0, 1)
        .module();
  }

  private void send(long frame, int status) {
    send(frame, status, 0, 0);
  }

  private void send(long frame, int status, int data1, int data2) {
    try {
      master.send(new ShortMessage(status, data1, data2), Math.round(frame * 1e6 / RATE));
    } catch (InvalidMidiDataException e) {
      throw new AssertionError(e);
    }
  }

  private void pulses(long from, int count) {
    for (int i = 0; i < count; i++) {
      send(from + (long) i * PULSE, ShortMessage.TIMING_CLOCK);
    }
  }

  /// What a session does with what the clock asks for.
  private void obeyNotices() {
    Notices notices = modpool.control().notices();
    for (long notice = notices.take(); notice != 0; notice = notices.take()) {
      if (Notices.kind(notice) == Notices.SONG_PLACE) {
        modpool.control().songs().noteRunning(false);
        modpool.control().songs().seek(SongPlace.ofTick(Notices.detail(notice)));
      }
    }
  }

  /// The frames at which clicks begin.
  private List<Integer> onsets(int frames) {
    float[] left = performance.render(modpool, frames, 64)[0];
    List<Integer> onsets = new ArrayList<>();
    int quiet = 1_000;
    for (int i = 0; i < left.length; i++) {
      boolean loud = Math.abs(left[i]) > 0.01;
      if (loud && quiet > 500) {
        onsets.add(i);
      }
      quiet = loud ? 0 : quiet + 1;
    }
    return onsets;
  }

  private static void assertRows(List<Integer> onsets, int first, int count) {
    assertEquals(count, onsets.size(), () -> onsets.toString());
    for (int row = 0; row < count; row++) {
      assertEquals(first + row * ROW, onsets.get(row), 3, "row " + row);
    }
  }

  @Test
  void a_song_that_stands_at_its_beginning_starts_with_the_first_pulse() {
    send(900, ShortMessage.START);
    pulses(1_000, 60);
    assertRows(onsets(1_000 + 60 * PULSE), 1_000, 10);
    assertEquals(150, SongPosition.tempo(modpool.control().meters().get(Meter.SONG_POSITION)));
  }

  @Test
  void the_clock_s_tempo_counts_and_no_percentage_of_it() {
    modpool.control().tempo(50);
    send(900, ShortMessage.START);
    pulses(1_000, 60);
    assertRows(onsets(1_000 + 60 * PULSE), 1_000, 10);
    assertEquals(150, SongPosition.tempo(modpool.control().meters().get(Meter.SONG_POSITION)));
  }

  @Test
  void pulses_alone_start_nothing() {
    pulses(0, 100);
    assertEquals(List.of(), onsets(80_000));
  }

  @Test
  void it_stops_and_continues_where_it_was() {
    send(0, ShortMessage.START);
    pulses(0, 15); // two rows and a half
    send(15 * PULSE - 100, ShortMessage.STOP);
    pulses(15 * PULSE, 30);
    send(45 * PULSE - 100, ShortMessage.CONTINUE);
    pulses(45 * PULSE, 20);

    List<Integer> onsets = onsets(64 * PULSE);
    assertRows(onsets.subList(0, 3), 0, 3);
    assertRows(onsets.subList(3, onsets.size()), 48 * PULSE, 3);
  }

  @Test
  void the_same_at_any_block() {
    send(100, ShortMessage.START);
    for (int i = 0; i < 200; i++) {
      send(100 + i * PULSE + i * 37 % 50, ShortMessage.TIMING_CLOCK);
    }
    float[] whole = performance.render(modpool, 150_000, 8_192)[0];
    close();
    try {
      open();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    send(100, ShortMessage.START);
    for (int i = 0; i < 200; i++) {
      send(100 + i * PULSE + i * 37 % 50, ShortMessage.TIMING_CLOCK);
    }
    float[] pieces = new Performance().render(modpool, 150_000, 17)[0];
    org.junit.jupiter.api.Assertions.assertArrayEquals(whole, pieces);
  }

  @Test
  void a_clock_that_is_cut_off_stops_the_song() {
    send(0, ShortMessage.START);
    pulses(0, 24);
    int rows = onsets(RATE * 2).size();
    assertTrue(rows >= 4 && rows <= 6, "rows: " + rows);
    assertTrue(modpool.isIdle());
  }

  @Test
  void it_goes_to_the_position_the_clock_names_and_continues_there() {
    send(0, ShortMessage.SONG_POSITION_POINTER, 70 & 0x7F, 0); // row 70: six ticks to a row
    performance.render(modpool, 64, 64);
    obeyNotices();
    send(2_000, ShortMessage.CONTINUE);
    pulses(2_000, 24);

    assertRows(onsets(2_000 + 24 * PULSE - 64), 2_000 - 64, 4);
    long position = modpool.control().meters().get(Meter.SONG_POSITION);
    assertEquals(1, SongPosition.order(position));
    assertEquals(70 - 64 + 3, SongPosition.row(position));
  }

  @Test
  void a_start_amid_the_song_begins_anew_and_loses_no_row() {
    send(0, ShortMessage.START);
    pulses(0, 30);
    send(30 * PULSE - 10, ShortMessage.STOP);
    send(40 * PULSE, ShortMessage.START);
    pulses(40 * PULSE, 24);
    performance.render(modpool, 41 * PULSE, 64);
    obeyNotices();

    List<Integer> onsets = onsets(22 * PULSE);
    assertEquals(0, onsets.getFirst(), 3); // at once, as it is late
    assertRows(onsets.subList(1, onsets.size()), 5 * PULSE, 3);
  }

  @Test
  void a_song_played_by_hand_amid_the_clock_joins_at_its_next_pulse() {
    send(0, ShortMessage.START);
    pulses(0, 200);
    performance.render(modpool, 10 * PULSE, 64);
    modpool.control().songs().run(false);
    performance.render(modpool, 90 * PULSE, 64);
    modpool.control().songs().run(true);

    List<Integer> onsets = onsets(60 * PULSE);
    for (int row = 1; row < onsets.size(); row++) {
      assertEquals(ROW, onsets.get(row) - onsets.get(row - 1), 3, "no row is hurried");
    }
    assertEquals(10, onsets.size(), 1);
  }
}
