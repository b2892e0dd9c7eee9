package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modpool.doctor.peers.Candidate;
import modpool.doctor.peers.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
  private static final List<Candidate> NOBODY =
      List.of(new Candidate("other", "other1", Optional::empty));

  @Test
  void alone_it_measures_itself_and_says_who_is_missing() {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new BenchCommand(NOBODY, List.of()));
    line.setOut(new PrintWriter(out, true));
    assertEquals(0, line.execute("--rounds", "1", "--seconds", "1"));
    String text = out.toString();
    assertTrue(text.contains("A song: demo.mod, 4 tracks"), text);
    assertTrue(text.contains("other is not installed; on Debian: apt-get install other1"), text);
    assertFalse(text.contains("(x "), text);
    for (Reading reading : Reading.values()) {
      assertTrue(text.contains("  " + reading.word()), text);
    }
  }

  @Test
  void wrong_options_are_wrong_usage() {
    for (String[] wrong :
        List.of(
            new String[] {"--rounds", "0"},
            new String[] {"--rounds", "21"},
            new String[] {"--seconds", "601"},
            new String[] {"--rounds", "many"})) {
      CommandLineRun run = CommandLineRun.of("bench", wrong[0], wrong[1]);
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains(wrong[0]), run.err());
    }
  }

  @Test
  void a_song_that_cannot_be_read_is_bad_input(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("a.mod"), "no module, this is");
    for (Path bad : List.of(folder.resolve("absent.mod"), text, folder)) {
      CommandLineRun run = CommandLineRun.of("bench", "--song", bad);
      assertEquals(1, run.exitCode(), run.err());
      assertEquals(1, run.errorLines(), run.err());
      assertTrue(run.err().startsWith("modpool: " + bad), run.err());
    }
  }

  @Test
  void the_help_lists_it() {
    assertTrue(CommandLineRun.of("--help").out().contains("  bench "));
  }
}
