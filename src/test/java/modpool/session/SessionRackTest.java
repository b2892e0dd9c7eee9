package modpool.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.io.NullOutput;
import modpool.io.file.BadFileException;
import modpool.recall.RackReader;
import modpool.recall.SavedRack;
import modpool.session.song.SongDesk;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rack brings back what was set, exactly: it is saved again as the same file, and the same
/// messages sound the same.
class SessionRackTest {
  private static final int ALL = 0xFFFF;
  private static final int BEFORE = 9_600; // frames, whole steps of the grid
  private static final int KIT = 39;

  private static float[] untouched;

  @TempDir private Path folder;
  private Path rack;
  private Path many;
  private Path bank;

  @BeforeEach
  void writeBanks() throws IOException {
    rack = folder.resolve("my.rack");
    many = Files.createDirectory(folder.resolve("many"));
    BankFolder numbered = new BankFolder(many).wave("saw", 24_000, Waves.saw(100));
    for (int program = 0; program < 40; program++) {
      numbered.loop("saw", "\"filter\": {\"cutoffHz\": %d}".formatted(300 + 50 * program));
    }
    numbered.write(KIT);
    bank = Files.createDirectory(folder.resolve("bank"));
    new BankFolder(bank)
        .wave("saw", 24_000, Waves.saw(100))
        .loop("saw", "\"macros\": [{\"macro\": 1, \"to\": \"pitchCents\", \"amount\": 1200}]")
        .loop("saw", "\"filter\": {\"cutoffHz\": 500}")
        .write();
  }

  /// An instrument with a song desk, rendered by hand.
  private final class Rig implements AutoCloseable {
    final Modpool modpool;
    final SongDesk desk;
    final SessionRack session;
    final LiveLines lines;
    final Receiver keys;

    Rig() throws IOException {
      this(new Settings());
    }

    Rig(Settings settings) throws IOException {
      modpool = Modpool.open(settings.bank(many).bank(bank));
      desk = new SongDesk(modpool.control(), SongTiming.AUTO, 1, ALL, line -> {});
      session =
          new SessionRack(
              modpool.control(),
              new NullOutput(48_000, 64),
              desk,
              new SessionPorts.Wishes(List.of("keys"), List.of("out"), true),
              true,
              new TreeMap<>());
      lines = new LiveLines(modpool.control(), desk, session, () -> {});
      keys = modpool.receiver();
    }

    void send(String messages) throws InvalidMidiDataException {
      for (String hex : messages.split(",")) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        if ((bytes[0] & 0xFF) == 0xF0) {
          keys.send(new SysexMessage(bytes, bytes.length), -1);
        } else {
          int second = bytes.length > 2 ? bytes[2] : 0;
          keys.send(new ShortMessage(bytes[0] & 0xFF, bytes[1], second), -1);
        }
      }
    }

    float[] render(int frames) {
      float[] left = new float[frames];
      float[] right = new float[frames];
      modpool.render(left, right, frames);
      float[] both = Arrays.copyOf(left, 2 * frames);
      System.arraycopy(right, 0, both, frames, frames);
      return both;
    }

    /// Notes that hear everything that can be set.
    float[] probe() throws InvalidMidiDataException {
      send("90 3C 64, 99 24 64, 9A 45 50, 92 30 40");
      float[] first = render(4_800);
      send("E0 00 50, E1 00 50, B0 01 50, 90 40 64, 91 43 64, C3 01, 93 37 64, B4 06 03, 94 41 64");
      float[] second = render(9_600);
      send("80 3C 40, 80 40 40");
      float[] third = render(4_800);
      float[] all = Arrays.copyOf(first, first.length + second.length + third.length);
      System.arraycopy(second, 0, all, first.length, second.length);
      System.arraycopy(third, 0, all, first.length + second.length, third.length);
      return all;
    }

    @Override
    public void close() {
      modpool.close();
    }
  }

  private Rig broughtBack(List<String> said) throws IOException {
    return broughtBack(new Settings(), said);
  }

  private Rig broughtBack(Settings settings, List<String> said) throws IOException {
    SavedRack saved = RackReader.read(rack);
    saved.voices().forEach(settings::voices);
    Rig rig = new Rig(settings);
    rig.session.bringBack(saved, saved.song(), said::add);
    return rig;
  }

  /// What the probe hears when nothing was set; the same for every test.
  private float[] untouched() throws Exception {
    if (untouched == null) {
      try (Rig rig = new Rig()) {
        rig.render(BEFORE);
        untouched = rig.probe();
      }
    }
    return untouched;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C0 19, CA 22", // programs
        "B0 00 01, C0 01", // of another bank
        "B3 00 01, B3 20 00", // a bank for the next program change
        "B0 07 20, BA 07 7F, B0 0A 10, B0 0B 40, B0 02 50", // levels
        "B0 5B 60, B2 5D 50", // sends
        "B0 05 40, B0 41 7F", // portamento
        "B0 44 7F", // legato
        "B0 7E 01", // mono
        "B0 7E 04, B1 7F 00", // mono of several, but one
        "B0 7D 00", // omni
        "B0 47 20, B0 48 60, B0 49 50, B0 4A 20, B0 4B 30, B0 4C 60, B0 4D 70, B0 4E 30", // sounds
        "B0 00 01, C0 00, B0 11 70", // a macro
        "B0 65 00, B0 64 00, B0 06 0C, B0 26 20", // bend range
        "B4 65 00, B4 64 02", // a parameter that was chosen
        "B0 65 00, B0 64 01, B0 06 50, B0 64 02, B0 06 44", // fine and coarse tuning
        "B0 65 00, B0 64 05, B0 06 03", // modulation range
        "E0 00 20, B2 01 70", // wheels
        "B0 65 00, B0 64 06, B0 06 03", // an MPE zone
        "BF 65 00, BF 64 06, BF 06 0A, BE 65 00, BE 64 00, BE 06 05", // another, its bend range
        "B0 07 30, B1 07 20, B0 65 00, B0 64 06, B0 06 03", // what a member's channel had
        "F0 41 10 42 12 40 11 15 01 19 F7", // a drum part: channel 1
        "F0 41 10 42 12 40 00 7F 00 41 F7", // a GS reset, which changes sends and bank select
        "F0 43 10 4C 00 00 7E 00 F7, B0 00 7F, C0 00", // XG, and a kit on channel 1
        "F0 7F 7F 04 01 00 40 F7, F0 7F 7F 04 02 00 20 F7", // master volume and balance
        "F0 7F 7F 04 03 00 50 F7, F0 7F 7F 04 04 00 43 F7", // master tuning
        "F0 7F 7F 08 02 00 02 3C 3C 40 00 40 41 00 00 F7", // two keys tuned
        "F0 7F 7F 08 02 05 01 3C 3D 00 00 F7, B0 65 00, B0 64 03, B0 06 05", // by a program
        "F0 7F 7F 08 08 03 7F 7F 10 20 30 40 50 60 70 10 20 30 40 50 F7", // octaves
      })
  void what_messages_set_comes_back(String messages) throws Exception {
    float[] before;
    byte[] saved;
    try (Rig rig = new Rig()) {
      rig.send(messages);
      rig.render(BEFORE);
      rig.session.save(rack);
      saved = Files.readAllBytes(rack);
      before = rig.probe();
    }
    assertFalse(Arrays.equals(untouched(), before), "it is heard");
    List<String> said = new ArrayList<>();
    try (Rig rig = broughtBack(said)) {
      rig.render(BEFORE);
      Path again = folder.resolve("again.rack");
      rig.session.save(again);
      assertArrayEquals(saved, Files.readAllBytes(again), Files.readString(again));
      assertArrayEquals(before, rig.probe());
    }
    assertEquals(List.of(), said);
  }

  @Test
  void hands_and_feet_are_not_kept() throws Exception {
    byte[] free;
    try (Rig rig = new Rig()) {
      rig.render(BEFORE);
      rig.session.save(rack);
      free = Files.readAllBytes(rack);
      rig.send("90 3C 64, B0 40 7F, B0 42 7F, B0 43 7F, D0 50, A0 3C 50");
      rig.render(BEFORE);
      rig.session.save(rack);
    }
    assertArrayEquals(free, Files.readAllBytes(rack));
  }

  @Test
  void effects_that_are_held_are_not_kept() throws Exception {
    byte[] free;
    try (Rig rig = new Rig(new Settings().effectKeys(2, 24))) {
      rig.render(BEFORE);
      rig.session.save(rack);
      free = Files.readAllBytes(rack);
      for (int effect = 102; effect <= 111; effect++) {
        rig.send("B0 %02X 47".formatted(effect));
      }
      rig.send("91 18 47, 91 19 47"); // by keys
      rig.render(BEFORE);
      rig.session.save(rack);
    }
    assertArrayEquals(free, Files.readAllBytes(rack));
  }

  @Test
  void keys_that_hold_effects_come_back() throws Exception {
    byte[] saved;
    float[] before;
    try (Rig rig = new Rig(new Settings().effectKeys(1, 24).effectKeys(16, 116))) {
      rig.render(BEFORE);
      rig.session.save(rack);
      saved = Files.readAllBytes(rack);
      rig.send("90 18 47");
      before = rig.probe();
    }
    SavedRack read = RackReader.read(rack);
    assertEquals(Map.of(1, 24, 16, 116), read.effectKeys());
    Settings settings = new Settings();
    read.effectKeys().forEach(settings::effectKeys);
    try (Rig rig = broughtBack(settings, new ArrayList<>())) {
      rig.render(BEFORE);
      rig.session.save(rack);
      assertArrayEquals(saved, Files.readAllBytes(rack));
      rig.send("90 18 47");
      assertArrayEquals(before, rig.probe());
    }
    try (Rig plain = broughtBack(new ArrayList<>())) {
      plain.render(BEFORE);
      plain.send("90 18 47");
      assertFalse(Arrays.equals(before, plain.probe()), "they are heard");
    }
  }

  @Test
  void voices_scale_and_song_come_back() throws Exception {
    Path scale =
        Files.writeString(
            folder.resolve("five.scl"), "five\n 5\n 240.\n 480.\n 720.\n 960.\n 2/1\n");
    byte[] saved;
    float[] before;
    try (Rig rig = new Rig()) {
      rig.lines.act("voices 1 1");
      rig.lines.act("voices 3 8");
      rig.lines.act("scale " + scale);
      rig.lines.act("song presets/songs/demo.mod");
      rig.lines.act("mute 2");
      rig.lines.act("solo 1");
      rig.lines.act("solo 2");
      rig.lines.act("seek 3");
      rig.lines.act("tempo 150");
      rig.lines.act("mute ch11");
      rig.lines.act("solo ch1");
      rig.lines.act("solo ch11");
      rig.render(BEFORE);
      rig.lines.act("save " + rack);
      saved = Files.readAllBytes(rack);
      rig.lines.act("play");
      before = rig.probe();
    }
    SavedRack read = RackReader.read(rack);
    assertEquals(1, read.voices().get(1));
    assertEquals(List.of(1, 2), read.song().soloed());
    assertEquals(150, read.song().tempo());
    try (Rig rig = broughtBack(new Settings().scale(read.scale().path()), new ArrayList<>())) {
      rig.render(BEFORE);
      assertEquals(3, SongPosition.order(rig.desk.position()));
      assertEquals("paused", rig.desk.state());
      rig.lines.act("save " + rack);
      assertArrayEquals(saved, Files.readAllBytes(rack));
      rig.lines.act("play");
      assertArrayEquals(before, rig.probe());
    }
  }

  @Test
  void programs_that_are_named_at_the_start_go_before_it() throws Exception {
    try (Rig rig = new Rig()) {
      rig.send("C0 05, C1 06");
      rig.render(BEFORE);
      rig.session.save(rack);
    }
    try (Rig rig = broughtBack(new Settings().program(1, 0, 19), new ArrayList<>())) {
      rig.render(BEFORE);
      rig.session.save(rack);
    }
    String json = Files.readString(rack);
    assertTrue(json.contains("\"program\" : 19"), json);
    assertTrue(json.contains("\"program\" : 6"), json);
    assertFalse(json.contains("\"program\" : 5,"), json);
  }

  @Test
  void a_folder_that_was_moved_keeps_together() throws Exception {
    try (Rig rig = new Rig()) {
      rig.session.save(rack);
    }
    Path moved = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(rack, moved.resolve("my.rack"));
    Files.move(many, moved.resolve("many"));
    Files.move(bank, moved.resolve("bank"));
    assertEquals(
        moved.resolve("bank").toAbsolutePath(),
        RackReader.read(moved.resolve("my.rack")).banks().get(1).path());
  }

  @Test
  void a_bank_that_is_not_there_is_named() throws Exception {
    try (Rig rig = new Rig()) {
      rig.session.save(rack);
    }
    Files.move(bank, folder.resolve("gone"));
    Exception said = assertThrows(BadFileException.class, () -> RackReader.read(rack));
    assertTrue(said.getMessage().contains("needs the bank " + bank), said.getMessage());
  }

  @Test
  void a_bank_that_has_changed_is_named_and_played_as_it_is() throws Exception {
    try (Rig rig = new Rig()) {
      rig.session.save(rack);
    }
    Path preset = bank.resolve("program-1.json");
    Files.writeString(preset, Files.readString(preset).replace("500", "900"));
    List<String> said = new ArrayList<>();
    broughtBack(said).close();
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().startsWith(bank + " has changed"), said::toString);
  }

  @Test
  void a_rack_that_cannot_be_written_leaves_the_last_one() throws Exception {
    try (Rig rig = new Rig()) {
      rig.lines.act("save " + rack);
      byte[] saved = Files.readAllBytes(rack);
      Path nowhere = folder.resolve("no/such/folder.rack");
      assertThrows(IOException.class, () -> rig.lines.act("save " + nowhere));
      assertThrows(IllegalArgumentException.class, () -> rig.lines.act("save"));
      assertArrayEquals(saved, Files.readAllBytes(rack));
      try (var files = Files.list(folder)) {
        assertEquals(3, files.count(), "the rack and the banks");
      }
    }
  }

  @Test
  void ports_are_kept() throws Exception {
    try (Rig rig = new Rig()) {
      rig.session.save(rack);
    }
    SavedRack saved = RackReader.read(rack);
    assertEquals(List.of("keys"), saved.ports().inputs());
    assertEquals(List.of("out"), saved.ports().thru());
    assertTrue(saved.ports().virtualPort());
    assertTrue(saved.ports().multiOut());
  }
}
