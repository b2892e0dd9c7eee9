package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.bridge.Event;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.midi.MidiFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The instrument as a library: no device, no window, no file but its bank.
class ModpoolTest {
  private static final int RATE = 48_000;
  private static final long NOW = -1;

  @TempDir Path folder;
  private Settings settings;

  /// A bank of one recording, full level from its first frame on for a tenth of a second.
  @BeforeEach
  void aBankWithAHardOnset() throws IOException {
    short[] frames = new short[RATE / 10];
    Arrays.fill(frames, (short) 16_384);
    settings =
        new Settings().bank(wav(frames)).interpolation(Settings.Interpolation.NEAREST).channels(1);
  }

  @Test
  void it_is_silent_until_it_is_played_and_idle_when_it_has_faded() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      assertTrue(modpool.isIdle());
      assertEquals(-1, onset(render(modpool, RATE)));

      Receiver receiver = modpool.receiver();
      receiver.send(noteOn(60), NOW);
      assertEquals(0, onset(render(modpool, 64)), "a message without a time is for the next block");
      assertFalse(modpool.isIdle());

      receiver.send(noteOff(60), NOW);
      render(modpool, RATE);
      assertTrue(modpool.isIdle());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 31, 32, 33, 63, 64, 65, 1000, 47_999})
  void a_time_stamp_is_a_frame(long frame) throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      modpool.receiver().send(noteOn(60), microseconds(frame));

      assertEquals(frame, onset(render(modpool, RATE)));
    }
  }

  @Test
  void a_time_that_has_passed_means_at_once() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      render(modpool, 1000);
      modpool.receiver().send(noteOn(60), microseconds(500));

      assertEquals(0, onset(render(modpool, 1000)));
    }
  }

  @Test
  void notes_of_one_block_keep_their_distance() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      Receiver receiver = modpool.receiver();
      receiver.send(noteOn(60), microseconds(100));
      receiver.send(noteOn(67), microseconds(137));
      float[] left = new float[256];

      modpool.render(left, new float[256], 256);

      assertEquals(0, left[99]);
      assertTrue(left[100] > 0);
      assertEquals(left[100], left[136]);
      assertEquals(2 * left[100], left[137], 1e-6f);
    }
  }

  @Test
  void two_at_once_sound_alike_and_know_nothing_of_each_other() throws Exception {
    Settings factory = new Settings();
    try (Modpool one = Modpool.open(factory);
        Modpool other = Modpool.open(factory);
        Modpool silent = Modpool.open(factory)) {
      for (Modpool modpool : List.of(one, other)) {
        Receiver receiver = modpool.receiver();
        for (int channel = 0; channel < 16; channel++) {
          receiver.send(message(ShortMessage.PROGRAM_CHANGE, channel, 8 * channel, 0), 0);
          receiver.send(message(ShortMessage.NOTE_ON, channel, 48 + channel, 90), 1000 * channel);
        }
      }

      float[] first = render(one, RATE);
      assertTrue(onset(first) >= 0);
      assertArrayEquals(first, render(other, RATE));
      assertEquals(-1, onset(render(silent, RATE)));
    }
  }

  @Test
  void closing_one_leaves_the_other_playing() throws Exception {
    Modpool closing = Modpool.open(settings);
    try (Modpool staying = Modpool.open(settings)) {
      closing.close();
      closing.close();
      staying.receiver().send(noteOn(60), NOW);

      assertEquals(0, onset(render(staying, 64)));
    }
  }

  @Test
  void a_closed_receiver_refuses_and_has_released_its_own_notes_only() throws Exception {
    try (Modpool modpool = Modpool.open(new Settings())) {
      Receiver leaving = modpool.receiver();
      Receiver staying = modpool.receiver();
      for (Receiver receiver : List.of(leaving, staying)) {
        receiver.send(message(ShortMessage.PROGRAM_CHANGE, 0, 19, 0), NOW); // an organ holds
      }
      leaving.send(noteOn(60), NOW);
      staying.send(noteOn(67), NOW);
      render(modpool, RATE);

      leaving.close();
      leaving.close();
      render(modpool, 5 * RATE);

      assertThrows(IllegalStateException.class, () -> leaving.send(noteOn(60), NOW));
      assertFalse(modpool.isIdle(), "the other source's note");
      staying.close();
      render(modpool, 5 * RATE);
      assertTrue(modpool.isIdle());
    }
  }

  @Test
  void a_missing_bank_is_named_and_nothing_is_left_behind() {
    Path missing = folder.resolve("missing.json");
    Set<Thread> before = controlThreads();

    IOException error =
        assertThrows(IOException.class, () -> Modpool.open(new Settings().bank(missing)));

    assertEquals(missing + ": does not exist", error.getMessage());
    Set<Thread> left = controlThreads();
    left.removeAll(before); // of which some may be ending
    assertEquals(Set.of(), left);
  }

  @Test
  void a_bank_that_cannot_be_read_changes_nothing() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      assertThrows(IOException.class, () -> modpool.banks(List.of(folder.resolve("missing.json"))));
      modpool.receiver().send(noteOn(60), NOW);

      assertEquals(0, onset(render(modpool, 64)));
    }
  }

  @Test
  void closing_ends_its_thread() throws Exception {
    Set<Thread> before = controlThreads();
    Modpool modpool = Modpool.open(settings);
    modpool.control().compact();
    Set<Thread> working = controlThreads();
    working.removeAll(before);
    assertEquals(1, working.size());

    modpool.close();
    for (Thread thread : working) {
      thread.join();
    }
  }

  @Test
  void sixteen_channels_of_four_notes_fill_four_worklets_and_a_fifth_key_steals_its_own()
      throws Exception {
    try (Modpool modpool = Modpool.open(new Settings())) {
      Receiver receiver = modpool.receiver();
      for (int channel = 0; channel < 16; channel++) {
        receiver.send(message(ShortMessage.PROGRAM_CHANGE, channel, 19, 0), NOW);
        for (int note = 0; note < 4; note++) {
          receiver.send(message(ShortMessage.NOTE_ON, channel, 40 + 3 * note, 90), NOW);
        }
      }
      render(modpool, 64);

      assertEquals(64, modpool.control().meters().get(Meter.VOICES));
      assertEquals(4, modpool.control().poolStats().workletCount());
      assertEquals(64, modpool.control().poolStats().allocatedVoices());
      assertEquals(0, modpool.control().poolStats().freeVoices());

      receiver.send(message(ShortMessage.NOTE_ON, 5, 70, 90), NOW);
      render(modpool, 64);
      assertEquals(64, modpool.control().meters().get(Meter.VOICES));
      long notice = lastNotice(modpool);
      assertEquals(Notices.STEAL, Notices.kind(notice));
      assertEquals(5, Notices.channel(notice));
      assertEquals(40, Notices.detail(notice), "the oldest");
    }
  }

  @Test
  void an_unknown_program_plays_a_stand_in_and_says_so() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      Receiver receiver = modpool.receiver();
      receiver.send(message(ShortMessage.PROGRAM_CHANGE, 0, 5, 0), NOW);
      receiver.send(noteOn(60), NOW);

      assertEquals(0, onset(render(modpool, 64)));
      long notice = lastNotice(modpool);
      assertEquals(Notices.UNKNOWN_PROGRAM, Notices.kind(notice));
      assertEquals(5, Notices.detail(notice));
    }
  }

  @Test
  void another_rate_leaves_pitch_programs_and_controllers_as_they_were() throws Exception {
    try (Modpool modpool = Modpool.open(new Settings());
        Modpool other = Modpool.open(new Settings().rate(44_100))) {
      Receiver receiver = modpool.receiver();
      receiver.send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 80, 0), 0);
      receiver.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 7, 30), 0);
      render(modpool, 64 * 15); // as many as leave the grid where it is
      modpool.control().configure(44_100, 128);
      Receiver fresh = other.receiver();
      fresh.send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 80, 0), 0);
      fresh.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 7, 30), 0);
      receiver.send(noteOn(69), 0);
      fresh.send(noteOn(69), 0);

      assertEquals(44_100, modpool.rate());
      assertArrayEquals(render(other, 44_100), render(modpool, 44_100));
    }
  }

  @Test
  void a_file_that_another_rate_ends_leaves_no_pedal_down() throws Exception {
    byte[] pedal = {
      'M',
      'T',
      'h',
      'd',
      0,
      0,
      0,
      6,
      0,
      0,
      0,
      1,
      0,
      96, //
      'M',
      'T',
      'r',
      'k',
      0,
      0,
      0,
      8,
      0,
      (byte) 0xB0,
      64,
      127,
      96,
      (byte) 0xFF,
      0x2F,
      0
    };
    try (Modpool modpool = Modpool.open(new Settings().program(1, 0, 80))) {
      modpool.control().play(MidiFile.of("pedal.mid", pedal).compile(48_000));
      render(modpool, 64);
      modpool.control().configure(44_100, 64);
      Receiver receiver = modpool.receiver();
      receiver.send(noteOn(69), 0);
      render(modpool, 4_410);
      assertEquals(1, modpool.control().meters().get(Meter.VOICES));
      receiver.send(new ShortMessage(ShortMessage.NOTE_OFF, 0, 69, 64), NOW);
      render(modpool, 2 * 44_100);
      assertEquals(0, modpool.control().meters().get(Meter.VOICES));
    }
  }

  @Test
  void a_rate_that_cannot_be_changes_nothing() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      assertThrows(IllegalArgumentException.class, () -> modpool.control().configure(7, 64));
      modpool.receiver().send(noteOn(60), 0);

      assertEquals(0, onset(render(modpool, 1000)));
    }
  }

  @Test
  void panic_silences_whatever_is_held() throws Exception {
    try (Modpool modpool = Modpool.open(new Settings())) {
      Receiver receiver = modpool.receiver();
      receiver.send(message(ShortMessage.CONTROL_CHANGE, 0, 64, 127), NOW);
      receiver.send(message(ShortMessage.PROGRAM_CHANGE, 0, 19, 0), NOW);
      receiver.send(noteOn(60), NOW);
      render(modpool, RATE);

      modpool.panic();
      render(modpool, RATE / 100);

      assertTrue(modpool.isIdle());
    }
  }

  @Test
  void settings_out_of_range_say_what_is_wrong() {
    Settings any = new Settings();

    assertEquals("rate must be 8000 to 192000: 1", refusal(() -> any.rate(1)));
    assertEquals("voices must be 1 to 16: 17", refusal(() -> any.voices(1, 17)));
    assertEquals("channel must be 1 to 16: 0", refusal(() -> any.program(0, 0, 0)));
    assertEquals("gain must be -60.0 to 24.0: NaN", refusal(() -> any.gainDb(Double.NaN)));
  }

  private static String refusal(Runnable setting) {
    return assertThrows(IllegalArgumentException.class, setting::run).getMessage();
  }

  @Test
  void a_source_keeps_its_number_until_it_is_closed() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      Receiver first = modpool.receiver();
      first.send(noteOn(60), NOW);
      for (int i = 0; i < 2 * Event.SOURCES; i++) { // as a keyboard that is replugged all day
        modpool.receiver().close();
      }
      render(modpool, 64);

      assertEquals(1, modpool.control().meters().get(Meter.VOICES), "the first one's note is held");
    }
  }

  @Test
  void more_open_sources_than_can_be_told_apart_are_refused() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      for (int i = 3; i < Event.SOURCES; i++) { // the output's own port and the desk have one each
        modpool.receiver();
      }
      assertThrows(IllegalStateException.class, modpool::receiver);
    }
  }

  @Test
  void what_is_out_of_bounds_is_refused_at_the_door() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      assertEquals("channel must be 1 to 16: 0", refusal(() -> modpool.control().desk().close(0)));
      assertEquals(
          "channel must be 1 to 16: -1", refusal(() -> modpool.control().desk().close(-1)));
      assertEquals("voices must be 1 to 16: 0", refusal(() -> modpool.voices(1, 0)));
      assertEquals("program must be 0 to 127: 200", refusal(() -> modpool.program(1, 0, 200)));
      assertEquals(
          "track must be 1 to 32: 257", refusal(() -> modpool.control().songs().mute(257, true)));
    }
  }

  @Test
  void arrays_that_are_too_short_silence_nothing_for_good() throws Exception {
    try (Modpool modpool = Modpool.open(settings)) {
      modpool.receiver().send(noteOn(60), NOW);
      modpool.render(new float[10], new float[20], 64);

      assertTrue(onset(render(modpool, 64)) >= 0, "it plays on");
    }
  }

  private static Set<Thread> controlThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("modpool-control"))
        .collect(Collectors.toSet());
  }

  private static long lastNotice(Modpool modpool) {
    long last = 0;
    for (long next = modpool.control().notices().take();
        next != 0;
        next = modpool.control().notices().take()) {
      last = next;
    }
    return last;
  }

  /// The first microsecond that belongs to a frame, or nearly: what rounds to it.
  private static long microseconds(long frame) {
    return Math.round(frame * 1e6 / RATE);
  }

  /// The left side of the next frames, in blocks of 64.
  private static float[] render(Modpool modpool, int frames) {
    float[] all = new float[frames];
    float[] left = new float[64];
    float[] right = new float[64];
    for (int done = 0; done < frames; ) {
      int block = Math.min(64, frames - done);
      modpool.render(left, right, block);
      System.arraycopy(left, 0, all, done, block);
      done += block;
    }
    return all;
  }

  /// The first frame that is not silent, -1 when all are.
  private static int onset(float[] frames) {
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] != 0) {
        return i;
      }
    }
    return -1;
  }

  private static ShortMessage noteOn(int key) throws InvalidMidiDataException {
    return message(ShortMessage.NOTE_ON, 0, key, 100);
  }

  private static ShortMessage noteOff(int key) throws InvalidMidiDataException {
    return message(ShortMessage.NOTE_OFF, 0, key, 0);
  }

  private static ShortMessage message(int command, int channel, int first, int second)
      throws InvalidMidiDataException {
    return new ShortMessage(command, channel, first, second);
  }

  private Path wav(short[] frames) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * frames.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * frames.length);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames.length);
    for (short frame : frames) {
      bytes.putShort(frame);
    }
    return Files.write(folder.resolve("step.wav"), bytes.array());
  }
}
