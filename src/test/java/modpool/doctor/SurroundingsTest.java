package modpool.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void the_port_named_is_the_one_that_needs_least() {
    List<String> raw = List.of("Keystation 49", "VirMIDI [hw:1,0,0]");
    assertEquals("modpool:midi_in, while modpool plays", Surroundings.portFor(true, true, raw));
    assertEquals("VirMIDI [hw:1,0,0]", Surroundings.portFor(false, true, raw));
    assertEquals(
        "the ALSA sequencer's modpool:midi_in, with --virtual-port",
        Surroundings.portFor(false, true, List.of("Keystation 49")));
    assertEquals("", Surroundings.portFor(false, false, List.of()));
  }
}
