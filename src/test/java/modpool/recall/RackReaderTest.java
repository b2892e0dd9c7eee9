package modpool.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import modpool.bridge.Imprint;
import modpool.control.Imprinting;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.midi.channel.BankSelect;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rack's file says what it means, or is refused in one line.
class RackReaderTest {
  @TempDir private Path folder;
  private Path file;
  private String good;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("good.rack");
    Path scale = Files.writeString(folder.resolve("a.scl"), "a\n 1\n 2/1\n");
    TreeMap<String, List<String>> cables = new TreeMap<>();
    cables.put("midi_in", List.of("ardour:midi_out 1"));
    TreeMap<Integer, Integer> voices = new TreeMap<>();
    voices.put(1, 8);
    TreeMap<Integer, Integer> effectKeys = new TreeMap<>();
    effectKeys.put(3, 24);
    RackWriter.write(
        file,
        new SavedRack(
            new SavedSound(
                44_100,
                Interpolation.SINC,
                Machine.A500,
                InstrumentFactory.Kind.DEDICATED,
                Sharing.Kind.FOUR,
                33,
                -6.5,
                false,
                12.25,
                -12,
                40,
                BankSelect.XG,
                7),
            List.of(Content.of(scale)),
            Content.of(scale),
            Content.of(scale),
            new SavedSong(
                Content.of(scale), SongTiming.VBLANK, 0, 3, 250, List.of(1, 4), List.of(2)),
            List.of(7),
            List.of(8, 9),
            voices,
            effectKeys,
            Imprinting.blank(),
            new SavedPorts(List.of("keys"), List.of("out"), true, true, cables)));
    good = Files.readString(file);
  }

  @Test
  void all_options_come_back() throws IOException {
    SavedRack read = RackReader.read(file);
    assertEquals(
        "SavedSound[rate=44100, interpolation=SINC, machine=A500, instruments=DEDICATED,"
            + " sharing=FOUR,"
            + " separation=33, gainDb=-6.5, limiter=false, tuneCents=12.25, transpose=-12,"
            + " velocityCurve=40, bankSelect=XG, deviceId=7]",
        read.sound().toString());
    assertEquals(SongTiming.VBLANK, read.song().timing());
    assertEquals(0, read.song().loops());
    assertEquals(3, read.song().order());
    assertEquals(List.of(1, 4), read.song().muted());
    assertEquals(List.of("ardour:midi_out 1"), read.ports().cables().get("midi_in"));
    assertEquals(List.of(7), read.mutedChannels());
    assertEquals(List.of(8, 9), read.soloedChannels());
    assertEquals(8, read.voices().get(1));
    assertEquals(Map.of(3, 24), read.effectKeys());
    assertTrue(read.ports().multiOut());
    assertEquals(folder.resolve("a.scl").toAbsolutePath(), read.scale().path());
    Imprint blank = Imprinting.blank();
    assertEquals(blank.size(), read.channels().size());
    for (int i = 0; i < blank.size(); i++) {
      assertEquals(blank.value(i), read.channels().value(i), blank.name(i));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "modpoolRack" : 1  | "modpoolRack" : 2     | version 2
          "modpoolRack" : 1  | "something" : 1       | is no rack
          "modpoolRack" : 1  | "modpoolRack" : "one" | must be a whole number
          "separation" : 33  | "separation" : 101    | from 0 to 100
          "lowest" : 24      | "lowest" : 117        | from 0 to 116
          "lowest" : 24      | "highest" : 24        | unknown key 'highest'
          "multiOut" : true  | "multiOut" : 2        | must be true or false
          "separation" : 33  | "seperation" : 33     | unknown key 'seperation'
          "volume" : 100     | "volume" : 128        | from 0 to 127
          "volume" : 100     | "volume" : 1e99       | from 0 to 127
          "volume" : 100     | "loudness" : 100      | unknown key 'loudness'
          "channel" : 16     | "channel" : 17        | from 1 to 16
          "channel" : 16,    | | lacks the key 'channel'
          "gain" : -6.5      | "gain" : 99           | from -60 to 24
          "limiter" : false  | "limiter" : 0         | true or false
          "voices" : 8       | "voices" : 17         | from 1 to 16
          "all" : { }        | "all" : { "lowerZone" : 9, "upperZone" : 9 } | zones that overlap
          "a.scl"            | "b\\u0000.scl"        | names no file
          """)
  void what_is_out_of_bounds_is_refused_in_one_line(String from, String to, String said)
      throws IOException {
    assertTrue(good.contains(from), good);
    int at = good.indexOf(from);
    String rest = good.substring(at + from.length());
    Files.writeString(file, good.substring(0, at) + (to == null ? "" : to) + rest);
    BadFileException e = assertThrows(BadFileException.class, () -> RackReader.read(file));
    assertTrue(e.getMessage().contains(said), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void damage_of_any_kind_is_read_or_refused_and_nothing_else() throws IOException {
    Random random = new Random(9);
    int refused = 0;
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(4); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Files.write(file, Arrays.copyOf(bytes, length));
      try {
        RackReader.read(file);
      } catch (BadFileException e) {
        refused++;
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().length() < 600, e.getMessage());
      }
    }
    assertTrue(refused > 1_000, "most damage is seen: " + refused);
  }
}
