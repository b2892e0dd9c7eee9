package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked for first when something is to be reported.
class VersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "render --version"})
  void every_command_tells_the_version_and_ends(String line) {
    CommandLineRun run = CommandLineRun.of((Object[]) line.split(" "));
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().matches("modpool( \\S+)?, Java \\S+\\R"), run.out());
  }
}
