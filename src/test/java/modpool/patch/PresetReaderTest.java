package modpool.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.io.file.BadFileException;
import modpool.patch.MacroRoute.Target;
import modpool.patch.Sample.Loop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresetReaderTest {
  @TempDir Path folder;

  @BeforeEach
  void a_plain_and_a_looped_sample() throws IOException {
    Files.write(folder.resolve("plain.wav"), WavBytes.mono(8000, new int[100]));
    Files.write(
        folder.resolve("looped.wav"),
        new WavBytes()
            .format(1, 1, 8000, 8)
            .chunk("data", new byte[100])
            .smpl(48, 0x8000_0000, 0, 10, 89)
            .bytes());
  }

  @Test
  void the_shortest_preset_plays_a_sample_as_it_is() throws IOException {
    Patch patch = read(zone("'keys': '0-127', 'sample': {'file': 'plain.wav'}"));

    Zone zone = patch.zoneFor(127);
    assertEquals("test", patch.name());
    assertEquals(Sound.PLAIN, zone.sound());
    assertEquals(60, zone.rootKey());
    assertEquals(0, zone.tuneCents());
    assertEquals(0, zone.startFrame());
    assertEquals("plain", zone.sample().name());
    assertEquals(Loop.NONE, zone.sample().loop());
  }

  @Test
  void the_smpl_chunk_speaks_where_the_preset_is_silent() throws IOException {
    Zone zone = read(zone("'keys': '60', 'sample': {'file': 'looped.wav'}")).zoneFor(60);

    assertEquals(48, zone.rootKey());
    assertEquals(-50, zone.tuneCents());
    assertEquals(Loop.FORWARD, zone.sample().loop());
    assertEquals(10, zone.sample().loopStart());
    assertEquals(90, zone.sample().loopEnd());
  }

  @Test
  void the_preset_overrules_the_smpl_chunk() throws IOException {
    Zone zone =
        read(zone(
                """
                'keys': '60', 'sample': {'file': 'looped.wav', 'rootKey': 50, 'tuneCents': 7.5,
                'loop': 'ping-pong', 'loopStart': 20, 'loopEnd': 40, 'startFrame': 5}
                """))
            .zoneFor(60);

    assertEquals(50, zone.rootKey());
    assertEquals(7.5, zone.tuneCents());
    assertEquals(Loop.PING_PONG, zone.sample().loop());
    assertEquals(20, zone.sample().loopStart());
    assertEquals(40, zone.sample().loopEnd());
    assertEquals(5, zone.startFrame());
  }

  @Test
  void a_loop_can_be_switched_off() throws IOException {
    Patch patch = read(zone("'keys': '60', 'sample': {'file': 'looped.wav', 'loop': 'none'}"));

    assertEquals(Loop.NONE, patch.zoneFor(60).sample().loop());
  }

  @Test
  void every_part_of_a_sound_is_read() throws IOException {
    Sound sound =
        read(zone(
                """
                'keys': '60', 'sample': {'file': 'plain.wav'},
                'gainDb': 20, 'pan': -0.5, 'keyTrackCents': 50, 'oneShot': true,
                'velocityTracking': 0.25, 'glideMs': 10,
                'amplitude': {'delayMs': 1, 'attackMs': 2, 'holdMs': 3, 'decayMs': 4,
                              'sustain': 0.5, 'releaseMs': 6},
                'modulation': {'attackMs': 7, 'toPitchCents': 8, 'toCutoffCents': -9},
                'lfo1': {'shape': 'triangle', 'rateHz': 4, 'delayMs': 1, 'fadeMs': 2,
                         'toPitchCents': 3, 'toCutoffCents': 4, 'toGainDb': 5},
                'lfo2': {'shape': 'random'},
                'filter': {'cutoffHz': 1000, 'resonanceDb': 6, 'keyTrackCents': 100,
                           'velocityToCutoffCents': 1200},
                'macros': [{'macro': 3, 'to': 'vibratoCents', 'amount': 50}],
                'interpolation': 'sinc'
                """))
            .zoneFor(60)
            .sound();

    Envelope modulation = new Envelope(0, 7, 0, 0, 1, 60);
    Lfo lfo1 = new Lfo(Lfo.Shape.TRIANGLE, 4, 1, 2, 3, 4, 5);
    Lfo lfo2 = new Lfo(Lfo.Shape.RANDOM, 5, 0, 0, 0, 0, 0);
    assertEquals(
        new Sound(
            10,
            -0.5,
            50,
            true,
            0.25,
            10,
            new Envelope(1, 2, 3, 4, 0.5, 6),
            modulation,
            8,
            -9,
            lfo1,
            lfo2,
            new Filter(1000, 6, 100, 1200),
            List.of(new MacroRoute(3, Target.VIBRATO_CENTS, 50)),
            Interpolation.SINC),
        sound);
  }

  @Test
  void a_zone_changes_only_what_it_names_of_the_common_sound() throws IOException {
    Patch patch =
        read(
            """
            {'name': 'test',
             'sound': {'pan': 0.5, 'amplitude': {'attackMs': 5, 'releaseMs': 500}},
             'zones': [
               {'keys': '0-59', 'sample': {'file': 'plain.wav'}},
               {'keys': '60-127', 'sample': {'file': 'plain.wav'}, 'amplitude': {'attackMs': 9}}]}
            """);

    assertEquals(new Envelope(0, 5, 0, 0, 1, 500), patch.zoneFor(0).sound().amplitude());
    assertEquals(new Envelope(0, 9, 0, 0, 1, 500), patch.zoneFor(60).sound().amplitude());
    assertEquals(0.5, patch.zoneFor(60).sound().pan());
  }

  @Test
  void a_zone_is_read_as_the_session_says_where_it_says_so() throws IOException {
    Patch patch =
        read(
            """
            {'name': 'test', 'sound': {'interpolation': 'nearest'},
             'zones': [
               {'keys': '0-59', 'sample': {'file': 'plain.wav'}},
               {'keys': '60-127', 'sample': {'file': 'plain.wav'}, 'interpolation': 'session'}]}
            """);

    assertEquals(Interpolation.NEAREST, patch.zoneFor(0).sound().interpolation());
    assertNull(patch.zoneFor(60).sound().interpolation());
  }

  @Test
  void a_key_without_a_zone_is_silent() throws IOException {
    assertNull(read(zone("'keys': '36', 'sample': {'file': 'plain.wav'}")).zoneFor(37));
  }

  @Test
  void a_zone_says_when_it_sounds_and_whom_it_ends() throws IOException {
    Zone zone =
        read(zone(
                """
                'keys': '40-50', 'velocities': '64-127', 'layer': 2, 'roundRobin': '2/3',
                'chokes': 1, 'chokedBy': 127, 'sample': {'file': 'plain.wav'}
                """))
            .zoneFor(40);

    assertEquals(new Trigger(40, 50, 64, 127, 1, 1, 3, 1, 127), zone.trigger());
  }

  @Test
  void a_zone_that_says_only_its_keys_sounds_at_each_press() throws IOException {
    Zone zone = read(zone("'keys': '60', 'sample': {'file': 'plain.wav'}")).zoneFor(60);

    assertEquals(new Trigger(60, 60, 1, 127, 0, 0, 1, 0, 0), zone.trigger());
  }

  static Stream<Arguments> mistakes() {
    String sample = "'keys': '60', 'sample': {'file': 'plain.wav'}";
    return Stream.of(
        Arguments.of("{'name': 'x'}", "has no zones; at least one is needed"),
        Arguments.of("{'zones': []}", "lacks the key 'name'"),
        Arguments.of("[]", "must be an object: {...}"),
        Arguments.of(
            "{'name': 'x', 'zone': []}",
            "unknown key 'zone'; allowed: $schema, name, description, sound, zones"),
        Arguments.of(
            "{'name': 'x', 'zones': 7}", "zones must be a list of at most 4096 objects, not 7"),
        Arguments.of(
            zone(sample + ", 'filter': {'cutOff': 1}"),
            "unknown key 'cutOff' in zones[0].filter; allowed: cutoffHz, resonanceDb,"
                + " keyTrackCents, velocityToCutoffCents"),
        Arguments.of(
            zone(sample + ", 'pan': 2"), "zones[0].pan must be a number from -1 to 1, not 2"),
        Arguments.of(
            zone(sample + ", 'pan': '0'"), "zones[0].pan must be a number from -1 to 1, not \"0\""),
        Arguments.of(
            zone(sample + ", 'pan': null"), "zones[0].pan must be a number from -1 to 1, not null"),
        Arguments.of(
            zone(sample + ", 'lfo1': {'rateHz': 0}"),
            "zones[0].lfo1.rateHz must be a number from 0.01 to 40, not 0"),
        Arguments.of(
            zone(sample + ", 'lfo1': {'shape': 'sin'}"),
            "zones[0].lfo1.shape must be one of sine, triangle, square, saw, random, not"
                + " \"sin\""),
        Arguments.of(
            zone(sample + ", 'interpolation': 'steps'"),
            "zones[0].interpolation must be one of session, nearest, linear, cubic, sinc, not"
                + " \"steps\""),
        Arguments.of(
            zone(sample + ", 'oneShot': 1"), "zones[0].oneShot must be true or false, not 1"),
        Arguments.of(
            zone(sample + ", 'macros': [{'macro': 4, 'to': 'gainDb', 'amount': 1}]"),
            "zones[0].macros[0].macro must be a whole number from 0 to 3, not 4"),
        Arguments.of(
            zone(sample + ", 'macros': [{'macro': 0}]"), "zones[0].macros[0] lacks the key 'to'"),
        Arguments.of(
            zone("'keys': '60-', 'sample': {'file': 'plain.wav'}"),
            "zones[0] has the keys '60-'; write '36' or '0-127'"),
        Arguments.of(
            zone("'keys': '60-128', 'sample': {'file': 'plain.wav'}"),
            "zones[0] has the keys '60-128', which must rise within 0-127"),
        Arguments.of(zone("'keys': '60'"), "zones[0] lacks the key 'sample'"),
        Arguments.of(zone(sample + "}, {" + sample), "two zones share key 60"),
        Arguments.of(
            zone(sample + ", 'velocities': '1-80'}, {" + sample + ", 'velocities': '80-127'"),
            "two zones share key 60 at velocity 80"),
        Arguments.of(
            zone(sample + ", 'layer': 2}, {" + sample + ", 'layer': 2"), "two zones share key 60"),
        Arguments.of(
            zone(sample + ", 'roundRobin': '1/2'}, {" + sample + ", 'roundRobin': '3/4'"),
            "two zones share key 60"),
        Arguments.of(
            zone(sample + ", 'velocities': '0-80'"),
            "zones[0] has the velocities '0-80', which must rise within 1-127"),
        Arguments.of(
            zone(sample + ", 'velocities': 'loud'"),
            "zones[0] has the velocities 'loud'; write '127' or '1-63'"),
        Arguments.of(
            zone(sample + ", 'layer': 5"),
            "zones[0].layer must be a whole number from 1 to 4, not 5"),
        Arguments.of(
            zone(sample + ", 'roundRobin': '3/2'"),
            "zones[0] has the roundRobin '3/2'; there are 1 to 64 turns, counted from 1"),
        Arguments.of(
            zone(sample + ", 'roundRobin': 'yes'"),
            "zones[0] has the roundRobin 'yes'; write '1/3', '2/3' and '3/3'"),
        Arguments.of(
            zone(sample + ", 'chokes': 0"),
            "zones[0].chokes must be a whole number from 1 to 127, not 0"),
        Arguments.of(
            zone("'keys': '60', 'oneShot': true, 'sample': {'file': 'looped.wav'}"),
            "zones[0] is oneShot, but its sample loops and would never end"),
        Arguments.of(
            zone("'keys': '60', 'sample': {'file': 'plain.wav', 'rootKey': 60.5}"),
            "zones[0].sample.rootKey must be a whole number from 0 to 127, not 60.5"),
        Arguments.of(
            zone(
                "'keys': '60', 'sample': {'file': 'plain.wav', 'loop': 'forward',"
                    + " 'loopStart': 50, 'loopEnd': 50}"),
            "zones[0].sample has a loop that ends at 50 before it starts at 50"),
        Arguments.of(
            zone(
                "'keys': '60', 'sample': {'file': 'plain.wav', 'loop': 'forward',"
                    + " 'loopEnd': 101}"),
            "zones[0].sample.loopEnd must be a whole number from 1 to 100, not 101"),
        Arguments.of(
            zone("'keys': '60', 'sample': {'file': 'plain.wav', 'loopEnd': 10}"),
            "zones[0].sample has loop points but no loop; add 'loop': 'forward' or remove them"),
        Arguments.of(
            zone("'keys': '60', 'sample': {'file': 'plain.wav', 'startFrame': 100}"),
            "zones[0].sample.startFrame must be a whole number from 0 to 99, not 100"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakes_are_named_with_file_and_place(String json, String complaint) {
    BadFileException e = assertThrows(BadFileException.class, () -> read(json));

    assertEquals(folder.resolve("test.json") + ": " + complaint, e.getMessage());
  }

  @Test
  void a_key_given_twice_is_refused() {
    BadFileException e =
        assertThrows(BadFileException.class, () -> read("{'name': 'a', 'name': 'b'}"));

    assertEquals(
        folder.resolve("test.json")
            + ": is not valid JSON at line 1, column 21: Duplicate field 'name'",
        e.getMessage());
  }

  private static String zone(String content) {
    return "{'name': 'test', 'zones': [{" + content + "}]}";
  }

  private Patch read(String json) throws IOException {
    Files.writeString(folder.resolve("test.json"), json.replace('\'', '"'));
    return new PresetReader(new Folder.OnDisk(folder)).read("test.json");
  }
}
