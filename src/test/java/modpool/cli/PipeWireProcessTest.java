package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import modpool.io.jack.JackEars;
import modpool.io.jack.PipeWireRig;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Await;
import modpool.testing.Measure;
import modpool.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program at a PipeWire server, in a process of its own.
class PipeWireProcessTest {
  private static final double HZ = 3_546_895.0 / 428 / 32; // C-2, 32 frames a cycle
  private static final double LATE_CYCLE = 50; // in cents; unfollowed it would be 147

  @TempDir private Path folder;

  /// A note that goes on for longer than anybody waits.
  private Path tone() throws IOException {
    ModuleSample square = new ModuleSample("square", 0, 64, 0, 64, SongText.square(64));
    byte[] song =
        SongText.song("tone")
            .sample(square)
            .pattern("C-2 01 F1F")
            .pattern("")
            .orders(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
            .mod();
    return Files.write(folder.resolve("tone.mod"), song);
  }

  private static String output(Program live) {
    try {
      live.say("stats");
      return new ObjectMapper().readTree(live.line()).get("output").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Program ears(PipeWireRig rig) throws IOException {
    String name = JackEars.class.getName();
    ProcessBuilder builder = Program.java(name, "modpool:out_1", Double.toString(HZ));
    return new Program(rig.client(builder), folder.resolve("ears.txt"));
  }

  @Test
  void a_graph_that_goes_on_at_another_rate_is_followed_in_tune() throws Exception {
    String[] words = {
      "live", "--audio", "jack", "--midi", "none", "--song", tone().toString(), "--play"
    };
    ProcessBuilder builder = Program.java(Main.class.getName(), words);
    try (PipeWireRig rig = new PipeWireRig(folder);
        Program live = new Program(rig.client(builder), folder.resolve("err.txt"))) {
      assertTrue(output(live).startsWith("JACK"), live.errors());
      try (Program ears = ears(rig)) {
        for (int rate : new int[] {48_000, 44_100, 96_000}) {
          rig.setRate(rate);
          Await.until(() -> output(live).startsWith("JACK, " + rate + " Hz"), "it has " + rate);
          ears.say("");
          double cents = Measure.cents(Double.parseDouble(ears.line()), HZ);
          assertEquals(0, cents, LATE_CYCLE, "cents at " + rate);
        }
      }
      live.say("quit");
      assertEquals(0, live.exitCode(), live.errors());
    }
  }
}
