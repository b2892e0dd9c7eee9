package modpool.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  private static final String HOME = Path.of("home").toAbsolutePath().toString();
  private static final String DATA = Path.of("data").toAbsolutePath().toString();

  @Test
  void on_linux_it_is_where_xdg_says_or_its_default() {
    assertEquals(
        Path.of(DATA, "modpool", "bank.json"),
        DataFolder.bank(Map.of("XDG_DATA_HOME", DATA), "Linux", HOME));
    Path usual = Path.of(HOME, ".local", "share", "modpool", "bank.json");
    assertEquals(usual, DataFolder.bank(Map.of(), "Linux", HOME));
    assertEquals(usual, DataFolder.bank(Map.of("XDG_DATA_HOME", ""), "Linux", HOME));
    assertEquals(usual, DataFolder.bank(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME));
  }

  @Test
  void on_a_mac_it_is_among_the_application_support() {
    assertEquals(
        Path.of(HOME, "Library", "Application Support", "modpool", "bank.json"),
        DataFolder.bank(Map.of("XDG_DATA_HOME", DATA), "Mac OS X", HOME));
  }

  @Test
  void on_windows_it_is_in_the_roaming_data() {
    assertEquals(
        Path.of(DATA, "modpool", "bank.json"),
        DataFolder.bank(Map.of("APPDATA", DATA), "Windows 11", HOME));
    assertNull(DataFolder.bank(Map.of(), "Windows 11", HOME));
  }

  @Test
  void the_variable_goes_first_and_empty_it_means_none() {
    assertEquals(
        Path.of(DATA, "bank.json"),
        DataFolder.bank(Map.of("MODPOOL_DATA", DATA, "XDG_DATA_HOME", HOME), "Linux", HOME));
    assertNull(DataFolder.bank(Map.of("MODPOOL_DATA", ""), "Linux", HOME));
  }

  @Test
  void without_a_home_and_with_a_name_that_is_no_path_there_is_none() {
    assertNull(DataFolder.bank(Map.of(), "Linux", ""));
    assertNull(DataFolder.bank(Map.of("MODPOOL_DATA", "a\0b"), "Linux", HOME));
  }

  @Test
  void no_test_meets_the_bank_of_whoever_runs_it() {
    assertTrue(DataFolder.bank().endsWith(Path.of("target", "no-data", "bank.json")));
  }
}
