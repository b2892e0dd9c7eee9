package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.midi.MidiFile;
import modpool.midi.MidiSequence;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.tracker.SongLength;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongClock;
import modpool.tracker.clock.SongPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A song, or a MIDI file, that plays faster or slower than it is written.
class SongTempoTest {
  private static final int RATE = 48_000;
  private static final int ROW = 5_760; // six ticks at 125 beats a minute, to a frame

  private static Modpool opened() throws IOException {
    return Modpool.open(new Settings().channels(0).blockFrames(64));
  }

  /// A short click in each of eight rows; then it is over.
  private static Module clicks() {
    byte[] click = new byte[8];
    java.util.Arrays.fill(click, (byte) 100);
    return SongText.song("clicks")
        .sample(new ModuleSample("click", 0, 64, 0, 0, click))
        .pattern("B-3 01\n".repeat(7) + "B-3 01 D00\n")
        .orders(0)
        .module();
  }

  /// The frame in which the end is told.
  private static long end(Modpool modpool, long enough) {
    float[] frame = new float[1];
    for (long position = 0; position < enough; position++) {
      modpool.render(frame, frame, 1);
      Notices notices = modpool.control().notices();
      for (long notice = notices.take(); notice != 0; notice = notices.take()) {
        if (Notices.kind(notice) == Notices.END_OF_SONG) {
          return position;
        }
      }
    }
    throw new AssertionError("it does not end");
  }

  private static List<Integer> onsets(float[] sound) {
    List<Integer> onsets = new ArrayList<>();
    int quiet = 500;
    for (int i = 0; i < sound.length; i++) {
      boolean loud = Math.abs(sound[i]) > 0.01;
      if (loud && quiet > 400) {
        onsets.add(i);
      }
      quiet = loud ? 0 : quiet + 1;
    }
    return onsets;
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 80, 100, 133, 200, 400})
  void a_song_s_length_scales_exactly(int percent) throws IOException {
    try (Modpool modpool = opened()) {
      modpool.control().songs().open(clicks(), SongTiming.CIA, 1);
      modpool.control().tempo(percent);
      long clocks = SongLength.colourClocks(clicks(), SongTiming.CIA);
      long frames = clocks * RATE * 100 / ((long) SongClock.COLOUR_CLOCK_HZ * percent);
      assertEquals(frames, end(modpool, 10 * 8 * ROW), 1, "frames at " + percent + " %");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 80, 133, 200, 400})
  void rows_fall_where_the_tempo_puts_them(int percent) throws IOException {
    try (Modpool modpool = opened()) {
      modpool.control().songs().open(clicks(), SongTiming.CIA, 1);
      modpool.control().tempo(percent);
      List<Integer> onsets = onsets(new Performance().render(modpool, 40 * ROW, 64)[0]);
      assertEquals(8, onsets.size(), onsets::toString);
      for (int row = 0; row < 8; row++) {
        assertEquals(row * ROW * 100.0 / percent, onsets.get(row), 4, "row " + row);
      }
    }
  }

  @Test
  void a_tempo_set_while_it_plays_acts_from_the_next_tick_on() throws IOException {
    try (Modpool modpool = opened()) {
      modpool.control().songs().open(clicks(), SongTiming.CIA, 1);
      Performance performance = new Performance();
      performance.at(2 * ROW + 100, () -> modpool.control().tempo(200));
      List<Integer> onsets = onsets(performance.render(modpool, 8 * ROW, 50)[0]);
      int thirdRow = ROW / 6 + ROW * 5 / 12; // one tick as it was, five of half the length
      assertEquals(2 * ROW + thirdRow, onsets.get(3), 4);
      assertEquals(2 * ROW + thirdRow + ROW / 2, onsets.get(4), 4);
      int shown = SongPosition.tempo(modpool.control().meters().get(Meter.SONG_POSITION));
      assertEquals(250, shown, "beats a minute");
    }
  }

  @Test
  void the_pitch_stays() throws IOException {
    Module song = Songs.everywhere(4);
    double[] hz = new double[2];
    for (int turn = 0; turn < 2; turn++) {
      try (Modpool modpool = opened()) {
        modpool.control().songs().open(song, SongTiming.CIA, 1);
        modpool.control().tempo(turn == 0 ? 100 : 200);
        hz[turn] = Measure.frequency(new Performance().render(modpool, RATE, 64)[0], RATE, 259);
      }
    }
    assertEquals(hz[0], hz[1], hz[0] * 1e-6);
  }

  @Test
  void at_a_hundred_percent_the_bytes_are_those_of_a_song_left_alone() throws IOException {
    assertArrayEquals(rendered(0, 64), rendered(100, 64));
  }

  @Test
  void blocks_of_any_size_give_the_same_bytes_at_any_tempo() throws IOException {
    float[] wanted = rendered(173, 1024);
    assertTrue(Measure.peak(wanted) > 0.1, "there must be something to compare");
    assertArrayEquals(wanted, rendered(173, 17));
    assertArrayEquals(wanted, rendered(173, 1));
  }

  /// @param percent 0 to say nothing
  private static float[] rendered(int percent, int block) throws IOException {
    try (Modpool modpool = opened()) {
      modpool.control().songs().open(Songs.anyEffect(1, 4), SongTiming.CIA, 0);
      if (percent > 0) {
        modpool.control().tempo(percent);
      }
      return new Performance().render(modpool, RATE, block)[0];
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 100, 300})
  void a_midi_file_s_length_scales_exactly(int percent) throws IOException {
    try (Modpool modpool = opened()) {
      MidiSequence sequence = MidiFile.read(Path.of("presets/songs/demo.mid")).compile(RATE / 48);
      modpool.control().play(sequence);
      modpool.control().tempo(percent);
      long expected = Math.ceilDiv(sequence.endFrame() * 100, percent);
      assertEquals(expected, end(modpool, 2 * expected));
    }
  }

  @Test
  void a_midi_file_stands_and_goes_on_at_its_tempo() throws IOException {
    try (Modpool modpool = opened()) {
      MidiSequence sequence = MidiFile.read(Path.of("presets/songs/demo.mid")).compile(RATE / 48);
      int number = modpool.control().play(sequence);
      modpool.control().tempo(200);
      float[] sound = new float[10_000];
      modpool.render(sound, sound, 10_000); // 20000 of its frames
      modpool.control().sequenceRuns(number, false);
      modpool.render(sound, sound, 10_000);
      modpool.control().tempo(50);
      modpool.control().sequenceRuns(number, true);
      long rest = 2 * (sequence.endFrame() - 20_000);
      assertEquals(rest, end(modpool, 2 * rest));
    }
  }
}
