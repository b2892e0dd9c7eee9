package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which commands are made ready for which words.
class CommandsTest {
  private static final int ALL = 13;

  private static Set<String> commands(String... words) {
    return Main.commandLine(words).getSubcommands().keySet();
  }

  @Test
  void a_start_makes_only_the_commands_that_are_named() {
    assertEquals(Set.of(), commands());
    assertEquals(Set.of(), commands("--audio", "null", "--midi", "none"));
    assertEquals(Set.of("render"), commands("render", "a.mid", "-o", "pool"));
    assertEquals(Set.of("live"), commands("live", "--help"));
    assertEquals(Set.of("play"), commands("--verbose", "play", "a.mod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "-hV", "completion", "@words"})
  void what_lists_or_may_name_commands_has_all(String word) {
    assertEquals(ALL, commands("--verbose", word).size());
  }

  @Test
  void the_help_lists_all_commands_in_their_order() {
    String told = CommandLineRun.of("--help").out();
    int at = told.indexOf("Commands:");
    for (String name : commands("--help")) {
      int next = told.indexOf("\n  " + name);
      assertTrue(next > at, name);
      at = next;
    }
  }

  @Test
  void the_completion_knows_all_commands() {
    String script = CommandLineRun.of("completion").out();
    for (String name : commands("completion")) {
      assertTrue(script.contains("_picocli_modpool_" + name + "()"), name);
    }
  }

  @Test
  void a_word_that_is_no_command_is_wrong_usage() {
    CommandLineRun run = CommandLineRun.of("rendr");
    assertEquals(ExitCode.BAD_USAGE, run.exitCode());
    assertEquals(1, run.errorLines(), run.err());
    assertTrue(run.err().contains("'rendr'"), run.err());
  }

  /// A start without words does without the library that reads them.
  @Test
  void nothing_given_is_the_same_with_and_without_a_command_line() throws IllegalAccessException {
    LiveCommand read = new LiveCommand();
    new CommandLine(read).parseArgs();
    Map<String, Object> options = optionsOf(read);
    assertEquals(optionsOf(new LiveCommand()), options);
    assertTrue(options.containsKey("rate") && options.containsKey("deviceId"), options.toString());
  }

  private static Map<String, Object> optionsOf(Object command) throws IllegalAccessException {
    Map<String, Object> options = new TreeMap<>();
    for (Field field : command.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      if (field.isAnnotationPresent(Option.class)) {
        options.put(field.getName(), field.get(command));
      } else if (field.isAnnotationPresent(Mixin.class)) {
        options.putAll(optionsOf(field.get(command)));
      }
    }
    return options;
  }
}
