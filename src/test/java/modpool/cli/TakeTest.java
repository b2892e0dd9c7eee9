package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import modpool.Settings;
import modpool.recall.RackReader;
import modpool.session.song.Performance;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What was heard while a take was recorded is what it renders to, byte by byte, or it is refused.
class TakeTest {

  @TempDir private Path folder;
  private Path take;
  private Path heard;
  private Path bank;
  private Path other;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void writeBanks() throws IOException {
    take = folder.resolve("take.mid");
    heard = folder.resolve("heard.wav");
    bank = bank("bank", 700);
    other = bank("other", 2_000);
  }

  private Path bank(String name, int cutoffHz) throws IOException {
    Path path = Files.createDirectory(folder.resolve(name));
    return new BankFolder(path)
        .wave("saw", 24_000, Waves.saw(100))
        .loop("saw", "\"filter\": {\"cutoffHz\": %d}".formatted(cutoffHz))
        .loop("saw", "\"amplitude\": {\"releaseMs\": 300}")
        .write();
  }

  private RecordedSession recorded(Settings settings) throws Exception {
    return new RecordedSession(settings, take, heard, said::add);
  }

  private Settings settings() {
    return new Settings().bank(Path.of("presets")).bank(bank).limiter(true).separation(60);
  }

  private CommandLineRun rendered(Object... options) {
    List<Object> words = new ArrayList<>(List.of("render", take, "-o", again(), "--bits", "32f"));
    words.addAll(List.of(options));
    return CommandLineRun.of(words.toArray());
  }

  private Path again() {
    return folder.resolve("again.wav");
  }

  private void assertHeardAgain(Object... options) throws IOException {
    CommandLineRun run = rendered(options);
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertArrayEquals(Files.readAllBytes(heard), Files.readAllBytes(again()));
  }

  private void playAnything(RecordedSession session, Random random, int steps) throws Exception {
    for (int step = 0; step < steps; step++) {
      int channel = random.nextInt(16);
      int source = random.nextInt(3);
      int number = random.nextInt(128);
      switch (random.nextInt(12)) {
        case 0 -> session.send(source, 0xC0 | channel, number, 0);
        case 1 -> session.send(source, 0xE0 | channel, number, random.nextInt(128));
        case 2 -> session.send(source, 0xB0 | channel, number % 120, random.nextInt(128));
        case 3 -> session.send(source, 0xB0 | channel, 64, random.nextInt(128));
        case 4 -> session.send(source, 0xD0 | channel, number, 0);
        case 5 -> session.send(source, 0xB0 | channel, 0, number % 3);
        case 6 -> session.port.add(0, 0x90 | channel, 40 + number % 40, 90);
        case 7 -> session.send(source, 0x80 | channel, 40 + number % 40, 64);
        default -> session.send(source, 0x90 | channel, 40 + number % 40, 1 + number % 127);
      }
      session.render(100 + random.nextInt(900), random);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_session_of_everything_renders_to_the_same_bytes(int seed) throws Exception {
    Random random = new Random(seed);
    Path scale = Files.writeString(folder.resolve("s.scl"), "s\n 3\n 400.\n 800.\n 2/1\n");
    Path midi = Path.of("presets/songs/demo.mid");
    Settings settings = settings().program(2, 0, 48).voices(3, 2);
    settings.lend(seed == 2).authentic(seed == 3);
    try (RecordedSession session = recorded(settings)) {
      String[] lines = {
        "song presets/songs/demo.mod",
        "program 1 1:1",
        "play",
        "mute 2",
        "voices 4 9",
        "tempo 170",
        "seek 2",
        "scale " + scale,
        "mute ch2",
        "solo 1",
        "bank " + other,
        "program 5 0:1",
        "stop",
        "play",
        "compact",
        "song " + midi,
        "restart",
        "tempo 60",
        "control 3 7 90",
        "stop",
        "seek 0",
        "play",
        "scale off",
        "solo ch5",
        "solo ch5",
        "song presets/songs/demo.mod",
        "seek +1",
        "pause",
        "panic",
        "pause"
      };
      for (String line : lines) {
        assertTrue(session.lines.act(line));
        playAnything(session, random, 6);
      }
      session.sysex(0, 0xF0, 0x7F, 0x7F, 0x08, 0x02, 0, 1, 60, 60, 64, 0, 0xF7);
      session.sysex(1, 0xF0, 0x7F, 0x7F, 0x04, 0x01, 0, 0x50, 0xF7);
      playAnything(session, random, 6);
      session.sources.get(1).close();
      playAnything2(session, random);
      session.finish();
    }
    assertEquals(List.of(), said);
    assertHeardAgain();
    assertHeardAgain("--block", 17);
  }

  /// From the source that is left.
  private void playAnything2(RecordedSession session, Random random) throws Exception {
    session.send(0, 0xFE, 0, 0);
    session.send(0, 0x90, 50, 100); // then it says nothing any more, and is gone
    session.render(24_000, random);
    session.send(2, 0xFA, 0, 0);
    for (int pulse = 0; pulse < 30; pulse++) {
      session.send(2, 0xF8, 0, 0);
      session.render(900 + random.nextInt(200), random);
    }
    session.render(30_000, random); // the clock is lost
  }

  @Test
  void a_rack_that_was_brought_back_is_part_of_it() throws Exception {
    Path saved = folder.resolve("a.rack");
    try (RecordedSession session = recorded(settings())) {
      session.send(0, 0xC0, 19, 0);
      session.send(0, 0xB0, 7, 127);
      session.send(0, 0xB0, 10, 20);
      session.render(640, null);
      session.lines.act("save " + saved);
      session.send(0, 0x90, 60, 100);
      session.render(48_000, null);
      session.finish();
    }
    try (RecordedSession session = recorded(settings())) {
      var rack = RackReader.read(saved);
      session.rack.bringBack(rack, rack.song(), said::add);
      session.send(0, 0x90, 60, 100);
      session.render(48_000, null);
      session.finish();
    }
    assertHeardAgain();
  }

  @Test
  void a_flood_that_lost_events_renders_as_it_was_heard() throws Exception {
    try (RecordedSession session = recorded(settings())) {
      session.send(0, 0x90, 60, 100);
      session.render(4_800, null);
      for (int i = 0; i < 20_000; i++) {
        session.send(1, 0xB0, 7, 100 + i % 20);
      }
      session.render(4_800, null);
      session.send(2, 0x91, 62, 100);
      session.render(4_800, null);
      session.finish();
    }
    assertHeardAgain();
  }

  @Test
  void a_flood_whose_last_key_up_was_lost_renders_as_it_was_heard() throws Exception {
    try (RecordedSession session = recorded(settings())) {
      session.send(0, 0x90, 60, 100);
      session.render(4_800, null);
      for (int i = 1; i < 1 << 14; i++) {
        session.send(1, 0xB0, 7, 100 + i % 20);
      }
      session.send(1, 0x90, 64, 100);
      session.send(1, 0x80, 64, 0); // finds no room
      session.render(4_800, null);
      session.send(2, 0x91, 62, 100);
      session.render(4_800, null);
      session.finish();
    }
    assertHeardAgain();
  }

  @Test
  void a_bank_that_was_read_again_as_it_was_renders_the_same() throws Exception {
    try (RecordedSession session = recorded(settings())) {
      readAgain(session, "700");
    }
    assertHeardAgain();
  }

  @Test
  void a_bank_that_was_changed_meanwhile_is_named() throws Exception {
    try (RecordedSession session = recorded(settings())) {
      readAgain(session, "900");
    }
    assertRefused(bank + ": is not what it was");
  }

  private void readAgain(RecordedSession session, String cutoffHz) throws Exception {
    session.lines.act("program 1 1:0");
    session.send(0, 0x90, 60, 100);
    session.render(4_800, null);
    Path preset = bank.resolve("program-0.json");
    Files.writeString(
        preset,
        Files.readString(preset).replace("700", cutoffHz)
            + " ".repeat(cutoffHz.equals("700") ? 0 : 3));
    Files.setLastModifiedTime(preset, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
    assertEquals(List.of(), session.modpool.control().banks().look());
    assertEquals(1, session.modpool.control().banks().look().size(), "it is read again");
    session.render(64, null);
    session.send(0, 0x90, 64, 100);
    session.render(4_800, null);
    session.finish();
  }

  private void recordShort() throws Exception {
    Path scale = Files.writeString(folder.resolve("s.scl"), "s\n 3\n 400.\n 800.\n 2/1\n");
    Path song = Files.copy(Path.of("presets/songs/demo.mod"), folder.resolve("song.mod"));
    try (RecordedSession session = recorded(settings())) {
      session.lines.act("scale " + scale);
      session.lines.act("song " + song);
      session.lines.act("play");
      session.send(0, 0x90, 60, 100);
      session.render(4_800, null);
      session.finish();
    }
  }

  private void assertRefused(String why) throws IOException {
    CommandLineRun run = rendered();
    assertEquals(1, run.exitCode(), run.err());
    assertEquals(1, run.errorLines(), run.err());
    assertTrue(run.err().contains(why), run.err());
    assertFalse(Files.exists(again()));
  }

  @ParameterizedTest
  @CsvSource({
    "song.mod, song.mod: is not what it was",
    "s.scl, s.scl: is not what it was",
    "bank/saw.wav, bank: is not what it was"
  })
  void a_file_that_has_changed_is_named(String file, String why) throws Exception {
    recordShort();
    Path path = folder.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length - (file.endsWith("scl") ? 3 : 2)] ^= (byte) (file.endsWith("scl") ? 3 : 1);
    Files.write(path, bytes);
    assertRefused(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"song.mod", "s.scl"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_file_without_an_end_is_not_read_for_ever(String file) throws Exception {
    Path zeros = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(zeros), "skipped: no /dev/zero on this system");
    recordShort();
    Files.delete(folder.resolve(file));
    Files.createSymbolicLink(folder.resolve(file), zeros);
    assertRefused(file + ": is larger than 64 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"song.mod", "s.scl", "bank"})
  void a_file_that_is_gone_is_named(String file) throws Exception {
    recordShort();
    Files.move(folder.resolve(file), folder.resolve("gone"));
    assertRefused(folder.resolve(file) + ", which is not there");
  }

  @Test
  void a_take_that_was_changed_is_refused_wherever_that_is() throws Exception {
    recordShort();
    byte[] bytes = Files.readAllBytes(take);
    Random random = new Random(3);
    for (int round = 0; round < 80; round++) {
      byte[] changed = bytes.clone();
      int at = random.nextInt(bytes.length);
      changed[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(take, changed);
      CommandLineRun run = rendered("--seconds", "0.05");
      String text = new String(changed, StandardCharsets.ISO_8859_1);
      boolean isHeader = at < 22 || !text.contains("}{\"modpoolTake\":");
      if (!isHeader || run.exitCode() != 0) {
        assertEquals(1, run.exitCode(), at + ": " + run.err());
        assertEquals(1, run.errorLines(), run.err());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--rate, 44100",
    "--interpolation, nearest",
    "--machine, a500",
    "--separation, 61",
    "--gain, 1",
    "--limiter, off",
    "--tune, 5",
    "--bank, presets",
    "--program, 1=3",
    "--voices, 1=3",
    "--effect-keys, 1=24",
    "--instruments, simple",
    "--loops, 2",
    "--solo, 1",
    "--mute, 1"
  })
  void an_option_that_says_otherwise_is_refused(String option, String value) throws Exception {
    recordShort();
    CommandLineRun run = rendered(option, value);
    assertEquals(2, run.exitCode(), run.err());
    assertEquals(1, run.errorLines(), run.err());
    assertTrue(run.err().contains(option), run.err());
  }

  @Test
  void an_option_that_says_the_same_is_not() throws Exception {
    recordShort();
    assertHeardAgain("--rate", 48_000, "--separation", 60, "--limiter", "on");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000, 88_200, 96_000, 192_000})
  void other_players_find_every_note_at_its_frame(int rate) throws Exception {
    int[] frames = new int[3];
    try (RecordedSession session = recorded(settings().rate(rate))) {
      for (int note = 0; note < 3; note++) {
        session.render(64 * (50 + 37 * note), null);
        frames[note] = (note == 0 ? 0 : frames[note - 1]) + 64 * (50 + 37 * note);
        session.send(note, 0x90 | note, 60 + note, 100);
      }
      session.render(rate, null);
      session.finish();
    }
    assertHeardAgain();
    Sequence sequence = MidiSystem.getSequence(take.toFile());
    assertEquals(1, sequence.getTracks().length);
    double seconds = 0;
    int note = 0;
    var track = sequence.getTracks()[0];
    for (int i = 0; i < track.size(); i++) {
      if (track.get(i).getMessage() instanceof ShortMessage m
          && m.getCommand() == ShortMessage.NOTE_ON) {
        // A live event sounds a block after it came.
        assertTrue(track.get(i).getTick() - frames[note] <= 2 * 64, "tick of note " + note);
        assertEquals(note, m.getChannel());
        assertEquals(60 + note++, m.getData1());
      }
    }
    assertEquals(3, note);
    seconds = sequence.getMicrosecondLength() / 1e6;
    assertEquals((double) sequence.getTickLength() / rate, seconds, 1e-5, "a tick is a frame");
  }

  @Test
  void a_rate_that_no_midi_file_can_count_is_refused() throws Exception {
    Exception refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            modpool.io.file.OutputException.class, () -> recorded(settings().rate(44_101)));
    assertTrue(refused.getMessage().contains("44101"), refused.getMessage());
    assertFalse(Files.exists(take));
  }

  @Test
  void another_rate_ends_it_aloud_and_whole_up_to_there() throws Exception {
    try (RecordedSession session = recorded(settings())) {
      session.send(0, 0x90, 60, 100);
      session.render(4_800, null);
      session.writer.finish();
      session.modpool.control().configure(44_100, 64);
      session.modpool.control().renderLive(session.left, session.right, 64);
      session.recorder.finish();
      assertTrue(session.recorder.hasFailed());
    }
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains("44100 Hz; the take"), said::toString);
    CommandLineRun run = rendered();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("ends early"), run.err());
    assertArrayEquals(Files.readAllBytes(heard), Files.readAllBytes(again()));
  }

  @Test
  void an_ordinary_midi_file_stays_one() throws Exception {
    take = Path.of("presets/songs/demo.mid");
    assertEquals(0, rendered("--seconds", "1", "--separation", "40").exitCode());
  }

  @Test
  void whoever_plays_a_take_as_a_midi_file_is_told() throws Exception {
    recordShort();
    Performance.read(take, 48_000, 1, SongTiming.AUTO).tellWarnings(take, said::add);
    assertEquals(
        List.of(take + ": is a take: only its MIDI messages are played here; render has all of it"),
        said);
  }
}
