package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void it_measures_without_any_device_and_says_that_nothing_is_heard() throws Exception {
    CommandLineRun run = CommandLineRun.of("doctor", "--audio", "null", "--seconds", "1", "--json");
    assertEquals(0, run.exitCode(), run.err());
    JsonNode found = new ObjectMapper().readTree(run.out());

    assertFalse(found.at("/output/heard").asBoolean());
    assertTrue(found.at("/advice/0").asText().startsWith("nothing can be heard"));
    assertTrue(found.at("/output/blocks").asInt() > 0);
    JsonNode late = found.at("/output/latenessMicros");
    assertTrue(late.at("/p50").asDouble() >= 0);
    assertTrue(late.at("/max").asDouble() >= late.at("/p999").asDouble());
    // No note sounds before its block, and the clock that places it is smoothed.
    assertEquals(20, found.at("/output/keyToSound/notes").asInt());
    assertTrue(found.at("/output/keyToSound/medianFrames").asInt() > 0);
    assertEquals(
        List.of("nearest", "linear", "cubic", "sinc"),
        found.at("/voices").findValuesAsText("interpolation"));
    for (JsonNode voices : found.at("/voices")) {
      assertTrue(voices.at("/fitAtHalfLoad").asInt() > 0, voices.toString());
    }
    for (String name :
        List.of(
            "/system/processors",
            "/system/java",
            "/jack/running",
            "/audioOutputs",
            "/midiInputs",
            "/permissions/realTime",
            "/output/xruns")) {
      assertFalse(found.at(name).isMissingNode(), name);
    }
  }

  @Test
  void seconds_are_bounded() {
    CommandLineRun run = CommandLineRun.of("doctor", "--seconds", "0");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--seconds must be 1 to 600: 0"), run.err());
  }
}
