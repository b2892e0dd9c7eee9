package modpool.module;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import modpool.io.file.BadFileException;
import modpool.module.Module.Tracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModReaderTest {
  private static final int PATTERN = 1024;

  @Test
  void a_four_track_song_is_read_cell_by_cell() throws IOException {
    Module song =
        read(
            SongText.song("hello")
                .sample("lead", 64)
                .sample(new ModuleSample("bass", -3, 40, 2, 30, SongText.square(32)))
                .pattern(
                    """
                    C-2 01 C40 | --- -- --- | B-3 31 EFF
                    --- -- --- | =453 02 001
                    """)
                .pattern("C-1 02")
                .orders(0, 1, 0)
                .restart(1)
                .mod());

    assertEquals("hello", song.title());
    assertEquals("M.K.", song.tag());
    assertEquals(Tracker.PROTRACKER, song.tracker());
    assertEquals(List.of(0, 1, 0), song.orders());
    assertEquals(1, song.restart());
    assertEquals(125, song.tempo());
    assertEquals(31, song.samples().size());
    assertEquals(List.of(), song.warnings());
    assertEquals("428 1 C40", cell(song, 0, 0, 0));
    assertEquals("0 0 000", cell(song, 0, 0, 1));
    assertEquals("113 31 EFF", cell(song, 0, 0, 2));
    assertEquals("453 2 001", cell(song, 0, 1, 1));
    assertEquals("856 2 000", cell(song, 1, 0, 0));
    ModuleSample bass = song.sample(2);
    assertEquals("bass", bass.name());
    assertEquals(-3, bass.finetune());
    assertEquals(40, bass.volume());
    assertEquals(2, bass.loopStart());
    assertEquals(30, bass.loopLength());
    assertArrayEquals(SongText.square(32), bass.data());
  }

  @ParameterizedTest
  @CsvSource({
    "M.K.,4,PROTRACKER", "M!K!,4,PROTRACKER", "FLT4,4,STARTREKKER", "FLT8,8,STARTREKKER",
    "N.T.,4,NOISETRACKER", "1CHN,1,MULTICHANNEL", "6CHN,6,MULTICHANNEL", "10CH,10,MULTICHANNEL",
    "32CN,32,MULTICHANNEL", "CD81,8,MULTICHANNEL", "OCTA,8,MULTICHANNEL", "TDZ3,3,MULTICHANNEL"
  })
  void every_tag_says_how_many_tracks_there_are(String tag, int channels, Tracker tracker)
      throws IOException {
    String row = "C-2 01 | ".repeat(channels - 1) + "B-3 02 C11";

    Module song =
        read(
            SongText.song("x")
                .tag(tag, channels)
                .sample("s", 64)
                .pattern("")
                .pattern(row)
                .orders(1)
                .mod());

    assertEquals(channels, song.channels());
    assertEquals(tracker, song.tracker());
    assertEquals(2, song.patterns().size());
    assertEquals("113 2 C11", cell(song, 1, 0, channels - 1));
    assertEquals(64, song.sample(1).length());
    assertEquals(List.of(), song.warnings());
  }

  @Test
  void eight_tracks_under_the_tag_of_four_are_known_by_the_length() throws IOException {
    Module song =
        read(SongText.song("wow").tag("M.K.", 8).sample("s", 64).pattern("|||||||C-3 01").mod());

    assertEquals(8, song.channels());
    assertEquals(Tracker.MULTICHANNEL, song.tracker());
    assertEquals("214 1 000", cell(song, 0, 0, 7));
  }

  @Test
  void four_tracks_stay_four_when_what_is_appended_makes_them_as_long_as_eight()
      throws IOException {
    byte[] mod = song().mod();
    byte[] longer = Arrays.copyOf(mod, mod.length + PATTERN);
    Arrays.fill(longer, 1084 + PATTERN, longer.length, (byte) 0x7F);

    assertEquals(4, read(longer).channels());
  }

  @Test
  void patterns_named_only_behind_the_end_of_the_song_are_there_all_the_same() throws IOException {
    byte[] mod = SongText.song("x").sample("s", 64).pattern("").pattern("C-2 01").mod();
    mod[952 + 100] = 1;

    Module song = read(mod);

    assertEquals(2, song.patterns().size());
    assertEquals(List.of(0), song.orders());
    assertArrayEquals(SongText.square(64), song.sample(1).data());
  }

  @Test
  void fifteen_samples_without_a_tag_are_a_soundtracker_song() throws IOException {
    Module song =
        read(SongText.song("old").tag("", 4).sample("st-01:lead", 64).pattern("C-2 01 C20").mod());

    assertEquals(15, song.samples().size());
    assertEquals("", song.tag());
    assertEquals(Tracker.SOUNDTRACKER, song.tracker());
    assertEquals("428 1 C20", cell(song, 0, 0, 0));
    assertArrayEquals(SongText.square(64), song.sample(1).data());
  }

  @Test
  void a_soundtracker_plays_only_the_loop_of_a_sample() throws IOException {
    byte[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    Module song =
        read(
            SongText.song("old")
                .tag("", 4)
                .sample(new ModuleSample("s", 0, 64, 3, 4, data))
                .sample("next", 32)
                .pattern("C-2 01")
                .mod());

    assertArrayEquals(new byte[] {4, 5, 6, 7}, song.sample(1).data());
    assertEquals(0, song.sample(1).loopStart());
    assertEquals(4, song.sample(1).loopLength());
    assertArrayEquals(SongText.square(32), song.sample(2).data());
  }

  @Test
  void a_soundtracker_keeps_its_tempo_where_others_keep_the_restart() throws IOException {
    byte[] mod = SongText.song("old").tag("", 4).sample("s", 64).pattern("C-2 01").mod();
    mod[471] = (byte) 140;

    assertEquals(145, read(mod).tempo());
  }

  @Test
  void the_oldest_effects_are_translated() throws IOException {
    Module song =
        read(
            SongText.song("old")
                .tag("", 4)
                .sample("s", 64)
                .pattern("C-2 01 137 | C-2 01 230 | C-2 01 203")
                .mod());

    assertEquals("428 1 037", cell(song, 0, 0, 0));
    assertEquals("428 1 203", cell(song, 0, 0, 1));
    assertEquals("428 1 103", cell(song, 0, 0, 2));
  }

  @Test
  void noisetracker_breaks_to_the_first_row_and_ignores_speed_0() throws IOException {
    Module song =
        read(
            SongText.song("x")
                .tag("N.T.", 4)
                .sample("s", 64)
                .pattern("--- -- D32 | --- -- F00 | --- -- F03")
                .mod());

    assertEquals("0 0 D00", cell(song, 0, 0, 0));
    assertEquals("0 0 000", cell(song, 0, 0, 1));
    assertEquals("0 0 F03", cell(song, 0, 0, 2));
  }

  @Test
  void a_wrong_tag_on_a_flawless_file_is_forgiven() throws IOException {
    byte[] mod = song().mod();
    mod[1080] = 'A';

    Module song = read(mod);

    assertEquals("A.K.", song.tag());
    assertEquals(4, song.channels());
    assertEquals(1, song.warnings().size());
  }

  @Test
  void a_short_loop_is_none() throws IOException {
    byte[] mod = song().mod();
    putWord(mod, 20 + 28, 1);
    assertEquals(0, read(mod).sample(1).loopLength());
    putWord(mod, 20 + 28, 0);
    assertEquals(0, read(mod).sample(1).loopLength());
  }

  @Test
  void a_loop_start_in_bytes_is_halved() throws IOException {
    byte[] mod = song().mod(); // 64 bytes
    putWord(mod, 20 + 26, 32);
    putWord(mod, 20 + 28, 16);

    ModuleSample sample = read(mod).sample(1);

    assertEquals(32, sample.loopStart());
    assertEquals(32, sample.loopLength());
  }

  @Test
  void a_loop_past_the_end_is_filled_with_silence() throws IOException {
    byte[] mod = song().mod();
    putWord(mod, 20 + 26, 16);
    putWord(mod, 20 + 28, 40);

    Module song = read(mod);

    assertEquals(32, song.sample(1).loopStart());
    assertEquals(80, song.sample(1).loopLength());
    assertEquals(112, song.sample(1).length());
    assertEquals(
        List.of("sample 1 ends before its loop does; silence fills the loop"), song.warnings());
  }

  @Test
  void a_loop_behind_the_sample_is_dropped() throws IOException {
    byte[] mod = song().mod();
    putWord(mod, 20 + 26, 60_000);
    putWord(mod, 20 + 28, 40);

    Module song = read(mod);

    assertEquals(0, song.sample(1).loopLength());
    assertEquals(List.of("sample 1 has a loop outside itself; it plays once"), song.warnings());
  }

  @Test
  void missing_sample_data_is_silence() throws IOException {
    byte[] mod = song().mod();

    Module song = read(Arrays.copyOf(mod, mod.length - 60));

    assertArrayEquals(Arrays.copyOf(SongText.square(4), 64), song.sample(1).data());
    assertEquals(List.of("sample 1 is cut short: 4 of 64 bytes are there"), song.warnings());
  }

  @Test
  void data_behind_the_samples_is_ignored() throws IOException {
    byte[] mod = song().mod();

    Module song = read(Arrays.copyOf(mod, mod.length + 1000));

    assertEquals(List.of(), song.warnings());
    assertEquals(64, song.sample(1).length());
  }

  @Test
  void a_file_that_ends_in_its_patterns_is_empty_from_there() throws IOException {
    byte[] mod = song().mod();

    Module song = read(Arrays.copyOf(mod, 1084 + 16));

    assertEquals("428 1 000", cell(song, 0, 0, 0));
    assertEquals(2, song.warnings().size());
    assertTrue(song.sample(1).isEmpty());
  }

  @Test
  void an_order_without_a_pattern_is_empty() throws IOException {
    byte[] mod = SongText.song("x").sample("s", 64).pattern("C-2 01").orders(0, 0, 0).mod();
    mod[953] = 100;

    Module song = read(mod);

    assertEquals(List.of(0, 1, 0), song.orders());
    assertEquals("0 0 000", cell(song, 1, 0, 0));
    assertEquals(
        List.of("order 1 names pattern 100, which is missing; it is empty"), song.warnings());
    assertArrayEquals(SongText.square(64), song.sample(1).data());
  }

  @Test
  void a_song_length_that_cannot_be_follows_from_the_orders() throws IOException {
    byte[] mod = SongText.song("x").sample("s", 64).pattern("").pattern("").orders(0, 1).mod();
    for (int length : new int[] {0, 200}) {
      mod[950] = (byte) length;

      assertEquals(List.of(0, 1), read(mod).orders());
    }
  }

  @Test
  void a_restart_behind_the_song_is_none() throws IOException {
    assertEquals(0, read(song().restart(0).mod()).restart());
  }

  @Test
  void control_characters_in_names_become_spaces() throws IOException {
    byte[] mod = song().mod();
    mod[0] = 'a';
    mod[1] = 7;
    mod[2] = 'b';
    mod[3] = (byte) 0xE9;

    assertEquals("a b\u00e9", read(mod).title());
  }

  @Test
  void other_formats_are_called_by_their_names() {
    assertEquals(
        "x.mod: is an XM module, which is not supported; save it as MOD",
        complaint("Extended Module: whatever it is".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "x.mod: is a packed Amiga file; unpack it first",
        complaint("PP20whatever".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "x.mod: is a MIDI file, not a MOD",
        complaint("MThd....".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void text_noise_and_zeros_are_no_modules() {
    byte[] noise = new byte[100_000];
    new Random(5).nextBytes(noise);
    byte[] text = "A letter to you, of some length.\n".repeat(3000).getBytes();

    for (byte[] bytes : List.of(noise, text, new byte[100_000], new byte[1])) {
      assertEquals(
          "x.mod: is not a MOD: it has neither a tag nor the shape of a 15-sample file",
          complaint(bytes));
    }
  }

  @Test
  void more_tracks_than_any_tracker_had_are_refused() {
    assertEquals(
        "x.mod: has 99 tracks; at most 32 can play",
        complaint(SongText.song("x").tag("99CH", 99).pattern("").mod()));
  }

  @Test
  void no_damage_leads_to_anything_but_a_module_or_a_message() {
    byte[] whole = song().mod();
    byte[] old = SongText.song("old").tag("", 4).sample("s", 64).pattern("C-2 01").mod();
    Random random = new Random(2);
    for (int i = 0; i < 4000; i++) {
      byte[] base = i % 2 == 0 ? whole : old;
      byte[] damaged = Arrays.copyOf(base, 1 + random.nextInt(base.length + 10));
      for (int n = random.nextInt(12); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        read(damaged).usedSamples();
      } catch (BadFileException e) {
        assertTrue(e.getMessage().startsWith("x.mod: "), e.getMessage());
      }
    }
  }

  @Test
  void a_file_is_read_whatever_its_name(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("song.txt"), song().mod());

    assertEquals("song", ModReader.read(file).title());
  }

  private static SongText song() {
    return SongText.song("song").sample("s", 64).pattern("C-2 01");
  }

  private static String cell(Module song, int pattern, int row, int track) {
    Pattern p = song.patterns().get(pattern);
    return String.format(
        "%d %d %X%02X",
        p.period(row, track), p.sample(row, track), p.effect(row, track), p.parameter(row, track));
  }

  private static void putWord(byte[] file, int at, int word) {
    file[at] = (byte) (word >> 8);
    file[at + 1] = (byte) word;
  }

  private static Module read(byte[] file) throws BadFileException {
    return ModReader.read("x.mod", file);
  }

  private static String complaint(byte[] file) {
    return assertThrows(BadFileException.class, () -> read(file)).getMessage();
  }
}
