package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page of the window in both looks, the second chosen while it is open: see [PagesTour].
class WindowPagesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"LIGHT, DARK, 1", "DARK, LIGHT, 2"})
  void every_page_has_room_for_its_words_in_both_looks_and_closing_the_window_ends_the_program(
      Theme first, Theme second, int scale) throws Exception {
    try (WindowRig rig = new WindowRig(folder)) {
      String suffix = String.valueOf(scale);
      WindowRig.endsWell(
          rig.tour(first, scale, "pages", suffix, "live", "--audio", "null", "--midi", "none"));
      for (Theme theme : Theme.values()) {
        Path rack = WindowRig.PICTURES.resolve("rack-" + PagesTour.suffix(theme, suffix) + ".png");
        assertTrue(Files.size(rack) > 10_000);
      }
      String window = rig.remembered("window.json");
      assertTrue(
          window.contains("\"theme\":\"" + second.name().toLowerCase(Locale.ROOT) + "\""), window);
    }
  }
}
