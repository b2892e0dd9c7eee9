package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modpool.cli.Main;
import modpool.testing.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the program opens a window, with and without a display, and what ends it.
class WindowTest {
  @TempDir private Path folder;
  private WindowRig rig;

  @BeforeEach
  void openScreen() throws IOException {
    rig = new WindowRig(folder);
  }

  @AfterEach
  void closeScreen() {
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void the_line_quit_closes_the_window() throws Exception {
    Path config = rig.memory();
    Files.writeString(config.resolve("start.json"), "{\"audio\": \"wav:no\", \"block\": 96}");
    Program live =
        rig.java(Theme.DARK, 1, Main.class.getName(), "--audio", "null", "--midi", "none");
    live.say("quit");
    String said = WindowRig.ends(0, live);
    assertTrue(said.contains("blocks of 96"), "what is remembered: " + said);
  }

  @Test
  void a_window_that_is_asked_for_where_there_is_no_display_is_a_device_that_is_not_there()
      throws Exception {
    ProcessBuilder builder = rig.builder(Main.class.getName(), "--window", "--audio", "null");
    builder.environment().put("DISPLAY", ":4711");
    Program live = rig.started(builder);
    live.sayNoMore();
    String said = WindowRig.ends(3, live);
    assertTrue(said.startsWith("modpool: no window can be opened here"), said);
  }

  @Test
  void without_a_display_and_unasked_it_plays_on_without_a_word() throws Exception {
    ProcessBuilder builder = rig.builder(Main.class.getName(), "--audio", "null", "--midi", "none");
    builder.environment().put("DISPLAY", ":4711");
    Program live = rig.started(builder);
    live.say("quit");
    String said = WindowRig.ends(0, live);
    assertTrue(said.startsWith("modpool: playing to no sound"), said);
  }

  @Test
  void a_rehearsal_makes_every_page_and_ends_by_itself_without_a_display_too() throws Exception {
    for (String display : List.of(rig.display(), ":4711")) {
      ProcessBuilder builder =
          rig.builder(Main.class.getName(), "--rehearse", "--audio", "null", "--midi", "none");
      builder.command().add(1, "-verbose:class");
      builder.environment().put("DISPLAY", display);
      Program rehearsal = rig.started(builder); // whose stdin stays open
      String classes = rehearsal.rest();
      WindowRig.ends(0, rehearsal);
      boolean hasDisplay = display.equals(rig.display());
      for (String page : List.of("rack.Rack", "song.Song", "settings.Settings")) {
        assertEquals(hasDisplay, classes.contains("modpool.ui." + page + "View "), page);
      }
    }
  }

  @Test
  void without_a_window_what_was_chosen_for_windows_counts_for_nothing() throws Exception {
    Path config = rig.memory();
    Files.writeString(config.resolve("start.json"), "{\"block\": 96}"); // for windows only
    ProcessBuilder builder =
        rig.builder(Main.class.getName(), "--no-window", "--audio", "null", "--midi", "none");
    builder.environment().put("DISPLAY", rig.display());
    Program live = rig.started(builder);
    live.say("quit");
    String said = WindowRig.ends(0, live);
    assertTrue(said.startsWith("modpool: playing to no sound, 48000 Hz, blocks of 64"), said);
  }
}
