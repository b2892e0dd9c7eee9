package modpool.patch.sfz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import modpool.io.file.BadFileException;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.patch.foreign.ForeignPatch;
import modpool.patch.wave.WavSample;
import modpool.testing.Measure;
import modpool.testing.Player;
import modpool.testing.Samples;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SfzReaderTest {
  @TempDir Path folder;

  @BeforeEach
  void samples_beside_the_instrument() throws IOException {
    Files.createDirectory(folder.resolve("sfz"));
    Files.createDirectory(folder.resolve("Samples"));
    Sample sine = Samples.looped("sine", 48_000, Waves.sine(10, 1000)); // 480 Hz
    Files.write(folder.resolve("Samples/Sine A.wav"), new WavSample(sine, 57, 0).toBytes());
    Sample once = Samples.oneShot("once", 48_000, Waves.sine(10, 1000));
    Files.write(folder.resolve("Samples/once.wav"), new WavSample(once, 60, 0).toBytes());
  }

  @Test
  void regions_inherit_and_a_note_sounds_at_its_pitch() throws IOException {
    Patch patch =
        patch(
            """
            // a comment
            <control> default_path=../Samples/
            #define $ROOT 57
            <global> sample=Sine A.wav amp_veltrack=0
            <group> pitch_keycenter=$ROOT tune=10 /* over
            lines */ transpose=-2
            <region> lokey=c3 hikey=b3
            <region> lokey=c4 hikey=b4 tune=-5
            <group>
            <region> key=80 pitch_keycenter=80 sample=ONCE.wav
            """);

    for (int key : new int[] {50, 64}) {
      double hz = 480 * Math.pow(2, ((key - 57) * 100 - 200 + (key < 60 ? 10 : -5)) / 1200.0);
      float[] heard = Player.of(patch).keyDown(key).play(48_000);
      assertEquals(0, Measure.cents(Measure.frequency(heard, 48_000, hz), hz), 0.05);
    }
    assertEquals(Loop.FORWARD, patch.zoneFor(60).sample().loop(), "as its file loops");
    assertEquals(Loop.NONE, patch.zoneFor(80).sample().loop(), "found though its capitals differ");
    assertNull(patch.zoneFor(79));
  }

  @Test
  void a_key_of_a_region_counts_before_the_range_and_the_root_of_its_group() throws IOException {
    Patch patch =
        patch(
            """
            <global> sample=../Samples/Sine A.wav loop_mode=no_loop
            <group> lokey=24 hikey=108 pitch_keycenter=60
            <region> key=36
            <region> key=38 loopmode=loop_continuous
            <region> key=40 lokey=39
            """);

    assertNull(patch.zoneFor(37));
    assertNull(patch.zoneFor(41));
    assertEquals(36, patch.zoneFor(36).rootKey());
    assertEquals(38, patch.zoneFor(38).rootKey());
    assertEquals(39, patch.zoneFor(40).lowKey(), "within a level the range counts before it");
    assertEquals(Loop.NONE, patch.zoneFor(36).sample().loop());
    assertEquals(Loop.FORWARD, patch.zoneFor(38).sample().loop(), "by another name, but nearer");
  }

  @Test
  void opcodes_of_level_envelope_filter_and_lfo_are_translated() throws IOException {
    Zone zone =
        patch(
                """
                <region> sample=../Samples/once.wav volume=-6 pan=-50 ampeg_attack=0.5
                ampeg_decay=2 ampeg_sustain=25 ampeg_release=1.5 cutoff=800 resonance=4
                fil_veltrack=2400 pitchlfo_freq=6 pitchlfo_depth=20 amplfo_freq=3 amplfo_depth=2
                fileg_depth=1200 fileg_decay=1 fileg_sustain=0 offset=100 loop_mode=one_shot
                """)
            .zones()
            .getFirst();

    assertEquals(-6, Measure.dB(zone.sound().gain()), 1e-6);
    assertEquals(-0.5, zone.sound().pan());
    assertEquals(500, zone.sound().amplitude().attackMs());
    assertEquals(0.25, zone.sound().amplitude().sustain());
    assertEquals(1500, zone.sound().amplitude().releaseMs());
    assertEquals(800, zone.sound().filter().cutoffHz());
    assertEquals(2400, zone.sound().filter().velocityToCutoffCents());
    assertEquals(20, zone.sound().lfo1().toPitchCents());
    assertEquals(2, zone.sound().lfo2().toGainDb());
    assertEquals(1200, zone.sound().modulationToCutoffCents());
    assertTrue(zone.sound().oneShot());
    assertEquals(100, zone.startFrame());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cutoff=800 fil_type=hpf_2p"})
  void what_moves_a_cut_off_moves_nothing_without_a_filter(String filter) throws IOException {
    Sound sound =
        patch(
                "<region> sample=../Samples/once.wav fileg_depth=-4800 fillfo_depth=-1200"
                    + " fillfo_freq=3 pitcheg_depth=100 "
                    + filter)
            .zones()
            .getFirst()
            .sound();

    assertEquals(0, sound.modulationToCutoffCents());
    assertEquals(0, sound.lfo2().toCutoffCents());
    assertEquals(100, sound.modulationToPitchCents());
  }

  @Test
  void keys_are_moved_by_the_control_header_before_them() throws IOException {
    Patch patch =
        patch(
            """
            <region> sample=../Samples/once.wav key=10
            <control> note_offset=2 octave_offset=1
            <region> sample=../Samples/once.wav key=20
            <control> octave_offset=0 note_offset=-1
            <region> sample=../Samples/once.wav key=50
            """);

    assertEquals(List.of(10, 34, 49), patch.zones().stream().map(Zone::lowKey).toList());
  }

  @Test
  void a_file_is_read_once_however_it_is_written() throws IOException {
    Files.writeString(folder.resolve("Samples/bad.wav"), "RIFF is all");
    String text =
        """
        <region> key=60 sample=../Samples/once.wav
        <region> key=61 sample=../Samples/./once.wav
        <region> key=62 sample=../sfz/../samples/ONCE.wav
        <region> key=63 sample=../Samples/bad.wav
        <region> key=64 sample=../sfz/../Samples/bad.wav
        """;
    List<String> read = new ArrayList<>();
    SfzReader.read(
        folder.resolve("sfz/x.sfz"),
        text.getBytes(StandardCharsets.UTF_8),
        file -> read.add(String.valueOf(file.getFileName())));

    assertEquals(List.of("once.wav", "bad.wav"), read);
  }

  @Test
  void turns_velocities_layers_and_groups_are_kept() throws IOException {
    Patch patch =
        patch(
            """
            <global> sample=../Samples/once.wav
            <group> key=36 hivel=63 seq_length=2
            <region> seq_position=1
            <region> seq_position=2
            <group> key=36 lovel=64
            <region> group=7000 off_by=7000
            <region> pan=100
            <region> key=37 lorand=0 hirand=0.5
            """);

    List<Zone> zones = patch.zones();
    assertEquals(1, zones.get(1).trigger().turn());
    assertEquals(2, zones.get(1).trigger().turns());
    assertEquals(2, patch.strike(36, 100).size(), "two layers");
    assertEquals(1, zones.get(2).trigger().chokes());
    assertEquals(1, zones.get(2).trigger().chokedBy());
    assertEquals(2, zones.get(4).trigger().turns());
  }

  @Test
  void a_loop_is_where_the_opcodes_put_it_end_included() throws IOException {
    Sample sample =
        patch(
                "<region> sample=../Samples/once.wav loop_mode=loop_continuous loop_start=100"
                    + " loop_end=299")
            .zones()
            .getFirst()
            .sample();

    assertEquals(100, sample.loopStart());
    assertEquals(300, sample.loopEnd());
  }

  @Test
  void what_is_not_played_is_told_once() throws IOException {
    ForeignPatch read =
        read(
            """
            <global> sample=../Samples/once.wav foo_bar=1
            <region> key=60 eq1_gain=3
            <region> key=61 fil_type=hpf_2p cutoff=100
            <region> key=62 trigger=release
            <region> key=63 sample=gone.wav
            <curve> curve_index=7
            """);

    assertEquals(2, read.patch().zones().size());
    assertEquals(
        List.of(
            "header <curve>",
            "opcode eq1_gain",
            "opcode foo_bar (2 times)",
            "fil_type hpf_2p",
            "region with trigger=release",
            "sample that is not there: gone.wav"),
        read.unmapped());
  }

  @Test
  void includes_are_read_and_a_cycle_ends_in_a_message() throws IOException {
    Files.writeString(folder.resolve("sfz/part.sfz"), "sample=../Samples/once.wav");

    assertEquals(1, patch("<region>\n#include \"part.sfz\"\nkey=60").zones().size());
    Files.writeString(folder.resolve("sfz/part.sfz"), "#include \"part.sfz\"");
    String message =
        assertThrows(BadFileException.class, () -> patch("#include \"part.sfz\"")).getMessage();
    assertTrue(message.endsWith("includes 'part.sfz' 16 deep; it includes itself"), message);
  }

  @Test
  void includes_that_multiply_are_bounded() throws IOException {
    for (int i = 0; i < 10; i++) {
      String twice = "#include \"%d.sfz\"\n".formatted(i + 1).repeat(4);
      Files.writeString(folder.resolve("sfz/" + i + ".sfz"), twice);
    }
    Files.writeString(folder.resolve("sfz/10.sfz"), "<region>");

    String message =
        assertThrows(BadFileException.class, () -> patch("#include \"0.sfz\"")).getMessage();
    assertTrue(message.endsWith("includes more than 256 files"), message);
  }

  @Test
  void defines_that_multiply_are_bounded() {
    StringBuilder text = new StringBuilder("#define $A " + "x".repeat(1000) + "\n");
    text.append("$A".repeat(100));

    String message =
        assertThrows(BadFileException.class, () -> patch(text.toString())).getMessage();
    assertTrue(message.endsWith("has a line of more than 65536 characters"), message);
  }

  @Test
  void the_longest_name_that_is_defined_is_meant() throws IOException {
    List<Zone> zones =
        patch(
                """
                #define $KEY 61
                #define $K 6
                <global> sample=../Samples/once.wav
                <region> key=$KEY
                <region> key=$K0
                #define $K 7
                <region> key=$K$K tune=$ volume=$GONE
                <region> key=$KEYS
                """)
            .zones();

    assertEquals(
        List.of(61, 60, 77), zones.stream().limit(3).map(zone -> zone.trigger().lowKey()).toList());
  }

  @Test
  void defines_are_bounded_in_number_and_length() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= 10_000; i++) {
      text.append("#define $A%d 1\n".formatted(i));
    }
    assertTrue(refusal(text.toString()).endsWith("defines more than 10000 names"));
    assertTrue(
        refusal("#define $" + "A".repeat(65) + " 1").endsWith("a name of more than 64 characters"));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void many_signs_that_stand_for_nothing_are_passed_over() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("#define $A%d 1\n".formatted(i));
    }
    text.append(("$".repeat(1 << 15) + "\n").repeat(1 << 7));
    text.append("<region> sample=../Samples/once.wav key=6$A0");

    assertEquals(61, patch(text.toString()).zones().getFirst().trigger().lowKey());
  }

  @Test
  void includes_that_multiply_are_bounded_even_without_a_word_in_them() throws IOException {
    Files.writeString(folder.resolve("sfz/blank.sfz"), "\n".repeat(1 << 20));

    assertTrue(
        refusal("#include \"blank.sfz\"\n".repeat(20))
            .endsWith("has, with what it includes, more than 16 MB of text"));
  }

  @Test
  void opcodes_that_regions_inherit_are_bounded() {
    StringBuilder text = new StringBuilder("<global> sample=../Samples/once.wav\n");
    for (int i = 0; i < 500; i++) {
      text.append("x%d=1\n".formatted(i));
    }
    text.append("<region>\n".repeat(8000));

    assertTrue(
        refusal(text.toString())
            .endsWith("has more than 4000000 opcodes in all its regions together"));
  }

  @Test
  void what_is_too_long_for_a_value_or_a_path_is_left_out() throws IOException {
    String far = "../Samples/".repeat(400);
    ForeignPatch read =
        read(
            """
            <control> default_path=%s
            <region> key=60 sample=../Samples/once.wav
            <region> key=61 sample=%s/once.wav
            """
                .formatted(far, far.substring(0, 1100)));

    assertEquals(1, read.patch().zones().size());
    assertEquals("opcode default_path of more than 4096 characters", read.unmapped().getFirst());
    assertTrue(read.unmapped().get(1).startsWith("sample that is not there: ../Samples/../"));
  }

  @Test
  void a_damaged_sample_is_told_by_its_name_alone_wherever_it_lies() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a\\Eb"));
    Files.writeString(odd.resolve("bad.wav"), "RIFF");
    Files.copy(folder.resolve("Samples/once.wav"), odd.resolve("once.wav"));
    String text = "<region> key=60 sample=once.wav <region> key=61 sample=bad.wav";

    List<String> unmapped =
        SfzReader.read(odd.resolve("x.sfz"), text.getBytes(StandardCharsets.UTF_8)).unmapped();

    assertEquals(1, unmapped.size(), unmapped.toString());
    assertTrue(unmapped.getFirst().startsWith("sample bad.wav that is "), unmapped.toString());
  }

  @Test
  void any_text_is_read_or_refused_in_a_line() throws IOException {
    String whole =
        """
        <control> default_path=../Samples/ note_offset=1
        <global> loop_mode=loop_continuous <master> volume=3 <group> seq_length=3 off_by=2 group=2
        <region> sample=once.wav key=c4 cutoff=500 loop_start=4 loop_end=9 end=50 offset=3
        <region> sample=Sine A.wav lokey=10 hikey=90 lovel=3 hivel=9 ampeg_sustain=3 lorand=0.5
        """;
    String marks = "<>=$#\n -0123456789abckey_";
    Random random = new Random(2);
    for (int i = 0; i < 3000; i++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int n = random.nextInt(8); n >= 0; n--) {
        damaged.setCharAt(
            random.nextInt(damaged.length()), marks.charAt(random.nextInt(marks.length())));
      }
      try {
        read(damaged.toString());
      } catch (BadFileException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }

  private String refusal(String text) {
    return assertThrows(BadFileException.class, () -> read(text)).getMessage();
  }

  private Patch patch(String text) throws IOException {
    return read(text).patch();
  }

  private ForeignPatch read(String text) throws IOException {
    return SfzReader.read(folder.resolve("sfz/x.sfz"), text.getBytes(StandardCharsets.UTF_8));
  }
}
