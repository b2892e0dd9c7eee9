package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import modpool.cli.Main;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.patch.BankReader;
import modpool.patch.MacroRoute;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.WavReader;
import modpool.patch.Zone;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Program;
import modpool.testing.Waves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The window on a display, in a process of its own: looked at by [WindowTour], which keeps
/// pictures in target/screenshots.
class WindowTest {
  private static Screen screen;

  @TempDir private Path folder;

  @BeforeAll
  static void openScreen() throws IOException {
    screen = Screen.open();
  }

  @AfterAll
  static void closeScreen() {
    if (screen != null) {
      screen.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
  void every_page_has_room_for_its_words_and_closing_the_window_ends_the_program(
      Theme theme, int scale) throws Exception {
    String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + scale;
    List<String> words = new ArrayList<>(List.of("live", "--audio", "null", "--midi", "none"));
    if (theme == Theme.DARK) { // the other shows what is said when there is no song
      words.addAll(List.of("--song", "presets/songs/demo.mod", "--play"));
    }
    Program tour = tour(theme, scale, "pages", suffix, words.toArray(String[]::new));
    endsWell(tour);
    assertTrue(Files.size(Path.of("target", "screenshots", "rack-" + suffix + ".png")) > 10_000);
  }

  @Test
  void it_is_played_by_mouse_and_keys_alone() throws Exception {
    Program tour =
        tour(Theme.DARK, 1, "play", "dark-1", "live", "--audio", "null", "--midi", "none");
    endsWell(tour);
    String start = Files.readString(folder.resolve("modpool").resolve("start.json"));
    assertEquals("{\"block\":64}", start.replaceAll("\\s", ""));
    String window = Files.readString(folder.resolve("modpool").resolve("window.json"));
    assertTrue(window.replaceAll("\\s", "").contains("\"masterVolume\":110"), window);
  }

  /// A wave of 32 frames sounds on key 60 at 3546895 / 428 / 32 Hz.
  @Test
  void typed_keys_sound_at_their_pitch() throws Exception {
    Path bank =
        Files.write(
            folder.resolve("square.mod"),
            SongText.song("square")
                .sample(new ModuleSample("square", 0, 64, 0, 64, SongText.square(64)))
                .pattern("C-2 01")
                .mod());
    Path wav = folder.resolve("typed.wav");
    String output = "wav:" + wav;
    Program tour =
        tour(
            Theme.DARK,
            1,
            "tones",
            "tones",
            "live",
            "--audio",
            output,
            "--midi",
            "none",
            "--bank",
            bank.toString());
    endsWell(tour);
    float[] wave = WavReader.read(wav.toString(), Files.readAllBytes(wav)).left();
    List<float[]> tones = tones(wave);
    assertEquals(2, tones.size());
    double low = 3_546_895.0 / 428 / 32;
    double high = low * Math.pow(2, 4 / 12.0);
    assertEquals(0, Measure.cents(Measure.frequency(middle(tones.get(0)), 48_000, low), low), 0.5);
    assertEquals(
        0, Measure.cents(Measure.frequency(middle(tones.get(1)), 48_000, high), high), 0.5);
  }

  /// A loop of 100 frames at 48 kHz sounds at 480 Hz; a shorter one as much higher. A key held
  /// while its end is dragged is heard at the new pitch, and so it is saved.
  @Test
  void a_dragged_loop_marker_changes_the_period_and_closing_asks_and_saves() throws Exception {
    Path bank = Files.createDirectories(folder.resolve("bank"));
    new BankFolder(bank)
        .wave("tone", 48_000, Waves.sine(80, 8_000))
        .program(
            """
            {"name": "Tone", "sound": {"amplitude": {"releaseMs": 50}},
             "zones": [{"keys": "0-127", "sample": {"file": "tone.wav", "rootKey": 60,
              "loop": "forward", "loopStart": 4000, "loopEnd": 4100}}]}
            """)
        .write();
    Path wav = folder.resolve("edited.wav");
    String output = "wav:" + wav;
    Program tour =
        tour(
            Theme.LIGHT,
            1,
            "edit",
            "light-1",
            "live",
            "--audio",
            output,
            "--midi",
            "none",
            "--bank",
            bank.toString());
    endsWell(tour);
    String state = Files.readString(Path.of("target", "screenshots", "editor-loop-end.txt"));
    int end = Integer.parseInt(state.replaceFirst("frame (\\d+).*", "$1"));
    assertTrue(end > 4_010 && end < 4_095, state);
    List<float[]> tones = tones(WavReader.read(wav.toString(), Files.readAllBytes(wav)).left());
    assertEquals(2, tones.size());
    assertEquals(480, Measure.frequency(middle(tones.get(0)), 48_000, 480), 0.1);
    double hz = 48_000.0 / (end - 4_000);
    float[] last = tones.get(1); // what the tour hears of it once the marker is at its place
    float[] settled = Measure.slice(last, last.length - 38_400, last.length - 9_600);
    assertEquals(0, Measure.cents(Measure.frequency(settled, 48_000, hz), hz), 0.5);
    Patch saved = BankReader.read(folder.resolve("own")).program(0);
    assertEquals("Tone", saved.name());
    assertEquals(end, saved.zones().getFirst().sample().loopEnd());
    assertEquals(8_000, saved.zones().getFirst().sample().length());
    assertEquals(
        List.of("0-63", "64-95"),
        saved.zones().stream().map(z -> z.lowKey() + "-" + z.highKey()).toList());
    for (Zone zone : saved.zones()) {
      Sound sound = zone.sound();
      assertEquals(Interpolation.NEAREST, sound.interpolation());
      assertEquals(250, sound.glideMs());
      assertEquals(0.4, sound.pan());
      assertEquals(new Lfo(Lfo.Shape.SINE, 3.5, 0, 0, 0, 0, -2), sound.lfo2());
      assertEquals(1_200, sound.filter().velocityToCutoffCents());
      assertEquals(24, sound.modulationToPitchCents());
      assertTrue(sound.modulation().attackMs() > 0);
      assertEquals(
          List.of(new MacroRoute(1, MacroRoute.Target.CUTOFF_CENTS, -1_500)), sound.macros());
    }
  }

  /// A tone without its beginning and end.
  private static float[] middle(float[] tone) {
    return Measure.slice(tone, tone.length / 4, tone.length - tone.length / 4);
  }

  /// What sounds between silences.
  private static List<float[]> tones(float[] wave) {
    List<float[]> tones = new ArrayList<>();
    int quiet = 4_800;
    int from = -1;
    int last = 0; // frame that sounded
    for (int frame = 0; frame < wave.length; frame++) {
      if (Math.abs(wave[frame]) > 0.001) {
        from = from < 0 ? frame : from;
        last = frame;
      } else if (from >= 0 && frame - last > quiet) {
        tones.add(Measure.slice(wave, from, last));
        from = -1;
      }
    }
    return tones;
  }

  @Test
  void the_line_quit_closes_the_window() throws Exception {
    Path config = Files.createDirectories(folder.resolve("modpool"));
    Files.writeString(config.resolve("start.json"), "{\"audio\": \"wav:no\", \"block\": 96}");
    Program live = java(Theme.DARK, 1, Main.class.getName(), "--audio", "null", "--midi", "none");
    live.say("quit");
    String said = ends(0, live);
    assertTrue(said.contains("blocks of 96"), "what is remembered: " + said);
  }

  @Test
  void a_window_that_is_asked_for_where_there_is_no_display_is_a_device_that_is_not_there()
      throws Exception {
    ProcessBuilder builder = builder(Main.class.getName(), "--window", "--audio", "null");
    builder.environment().put("DISPLAY", ":4711");
    Program live = started(builder);
    live.sayNoMore();
    String said = ends(3, live);
    assertTrue(said.startsWith("modpool: no window can be opened here"), said);
  }

  @Test
  void without_a_display_and_unasked_it_plays_on_without_a_word() throws Exception {
    ProcessBuilder builder = builder(Main.class.getName(), "--audio", "null", "--midi", "none");
    builder.environment().put("DISPLAY", ":4711");
    Program live = started(builder);
    live.say("quit");
    String said = ends(0, live);
    assertTrue(said.startsWith("modpool: playing to no sound"), said);
  }

  @Test
  void a_rehearsal_makes_every_page_and_ends_by_itself_without_a_display_too() throws Exception {
    for (String display : List.of(screen.display(), ":4711")) {
      ProcessBuilder builder =
          builder(Main.class.getName(), "--rehearse", "--audio", "null", "--midi", "none");
      builder.command().add(1, "-verbose:class");
      builder.environment().put("DISPLAY", display);
      Program rehearsal = started(builder); // whose stdin stays open
      String classes = rehearsal.rest();
      ends(0, rehearsal);
      boolean hasDisplay = display.equals(screen.display());
      for (String page : List.of("rack.Rack", "song.Song", "settings.Settings")) {
        assertEquals(hasDisplay, classes.contains("modpool.ui." + page + "View "), page);
      }
    }
  }

  @Test
  void without_a_window_what_was_chosen_for_windows_counts_for_nothing() throws Exception {
    Path config = Files.createDirectories(folder.resolve("modpool"));
    Files.writeString(config.resolve("start.json"), "{\"block\": 96}"); // for windows only
    ProcessBuilder builder =
        builder(Main.class.getName(), "--no-window", "--audio", "null", "--midi", "none");
    builder.environment().put("DISPLAY", screen.display());
    Program live = started(builder);
    live.say("quit");
    String said = ends(0, live);
    assertTrue(said.startsWith("modpool: playing to no sound, 48000 Hz, blocks of 64"), said);
  }

  private Program tour(Theme theme, int scale, String kind, String suffix, String... words)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(kind, "target/screenshots", suffix));
    all.addAll(List.of(words));
    return java(theme, scale, WindowTour.class.getName(), all.toArray(String[]::new));
  }

  private Program java(Theme theme, int scale, String main, String... words) throws IOException {
    Path config = Files.createDirectories(folder.resolve("modpool"));
    Files.writeString(
        config.resolve("window.json"),
        "{\"theme\": \"%s\", \"masterVolume\": 120}".formatted(theme));
    ProcessBuilder builder = builder(main, words);
    builder.command().add(1, "-Dsun.java2d.uiScale=" + scale);
    builder.environment().put("DISPLAY", screen.display());
    return started(builder);
  }

  private ProcessBuilder builder(String main, String... words) {
    ProcessBuilder builder = Program.java(main, words);
    builder.environment().put("JACK_DEFAULT_SERVER", "modpool-no-such-server");
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("MODPOOL_DATA", folder.resolve("own").toString());
    return builder;
  }

  private Program started(ProcessBuilder builder) throws IOException {
    return new Program(builder, folder.resolve("err.txt"));
  }

  private static void endsWell(Program tour) throws Exception {
    try (tour) {
      assertEquals("", tour.rest(), tour.errors());
      assertEquals(0, tour.exitCode(), tour.errors());
    }
  }

  /// @return the one line that it said
  private static String ends(int exitCode, Program live) throws Exception {
    try (live) {
      assertEquals(exitCode, live.exitCode(), live.errors());
      assertEquals(1, live.errors().lines().count(), live.errors());
      return live.errors();
    }
  }
}
