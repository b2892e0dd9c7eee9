package modpool.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {
  private static final Path HOME = Path.of("/home/me");

  @Test
  void each_system_has_its_own_place() {
    assertEquals(HOME.resolve(".config/modpool"), of(Map.of(), "Linux"));
    assertEquals(HOME.resolve("Library/Application Support/modpool"), of(Map.of(), "Mac OS X"));
    assertEquals(HOME.resolve("AppData/Roaming/modpool"), of(Map.of(), "Windows 11"));
  }

  @Test
  void the_environment_may_name_another_if_it_names_it_in_full() {
    Path named = Path.of("named").toAbsolutePath();
    assertEquals(
        named.resolve("modpool"), of(Map.of("XDG_CONFIG_HOME", named.toString()), "Linux"));
    assertEquals(HOME.resolve(".config/modpool"), of(Map.of("XDG_CONFIG_HOME", "here"), "Linux"));
    assertEquals(HOME.resolve(".config/modpool"), of(Map.of("XDG_CONFIG_HOME", ""), "Linux"));
  }

  @Test
  void where_the_home_or_what_is_named_is_no_path_there_is_none() {
    String noPath = "a\0b";
    assertNull(ConfigFolder.of(Map.of(), "Linux", noPath));
    assertNull(ConfigFolder.of(Map.of("XDG_CONFIG_HOME", noPath), "Linux", HOME.toString()));
  }

  private static Path of(Map<String, String> environment, String system) {
    return ConfigFolder.of(environment, system, HOME.toString());
  }
}
