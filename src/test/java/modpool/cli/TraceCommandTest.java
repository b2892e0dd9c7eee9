package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modpool.module.SongText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes traces of small songs by the command.
class TraceCommandTest {
  @TempDir private Path folder;

  private Path song(String rows) throws IOException {
    byte[] mod = SongText.song("x").sample("s", 64).pattern(rows).mod();
    return Files.write(folder.resolve("song.mod"), mod);
  }

  private List<String> trace(Path song, String options) throws IOException {
    Path out = folder.resolve("out.csv");
    String[] words = ("trace " + song + " -o " + out + " " + options).strip().split(" +");
    CommandLineRun run = CommandLineRun.of((Object[]) words);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err() + run.out());
    return Files.readAllLines(out);
  }

  @Test
  void a_line_per_tick_and_track_after_the_header() throws IOException {
    List<String> lines = trace(song("| C-2 01 C20\n--- -- F00"), "");

    assertEquals("tick,order,row,rowtick,ch,period,volume,instr,trig,position", lines.getFirst());
    assertEquals("0,0,0,0,0,0,0,0,0,0", lines.get(1));
    assertEquals("0,0,0,0,1,428,32,1,1,0", lines.get(2));
    assertEquals("6,0,1,0,1,428,32,1,0,0", lines.get(2 + 6 * 4));
    assertEquals(1 + 7 * 4, lines.size());
  }

  @Test
  void once_through_without_seconds() throws IOException {
    assertEquals(1 + 64 * 6 * 4, trace(song("C-2 01"), "").size());
  }

  @Test
  void with_seconds_it_goes_on_from_the_beginning() throws IOException {
    List<String> lines = trace(song("C-2 01"), "--seconds 10 --timing cia");

    assertEquals(1 + 500 * 4, lines.size(), "the tick at 9.9803 s is the last to begin");
    assertTrue(lines.get(1 + 384 * 4).startsWith("384,0,0,0,0,428"), lines.get(1 + 384 * 4));
  }

  @Test
  void the_screen_counts_a_little_slower() throws IOException {
    assertEquals(1 + 500 * 4, trace(song("C-2 01"), "--seconds 10").size());
    assertEquals(1 + 500 * 4, trace(song("C-2 01"), "--seconds 10 --timing VBLANK").size());
    assertEquals(1 + 2999 * 4, trace(song("C-2 01"), "--seconds 60.07 --timing vblank").size());
  }

  @Test
  void what_is_no_module_is_refused_and_nothing_is_written() throws IOException {
    Path text = Files.writeString(folder.resolve("a.mod"), "no song at all\n");
    CommandLineRun run = CommandLineRun.of("trace", text, "-o", folder.resolve("out.csv"));

    assertEquals(1, run.exitCode());
    assertEquals(1, run.errorLines(), run.err());
    assertFalse(Files.exists(folder.resolve("out.csv")));
  }

  @Test
  void seconds_are_more_than_none() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("trace", song(""), "-o", folder.resolve("o"), "--seconds", "0");

    assertEquals(2, run.exitCode());
    assertFalse(Files.exists(folder.resolve("o")));
  }
}
