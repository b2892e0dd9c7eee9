package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import modpool.worklet.ParameterLayout.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterLayoutTest {
  @ParameterizedTest
  @CsvSource({
    "gate_engine0_voice0,      GATE,      0, 0",
    "gate_engine0_voice4,      GATE,      4, 0",
    "frequency_engine0_voice7, FREQUENCY, 7, 0",
    "gain_engine1_voice0,      GAIN,      8, 0",
    "velocity_engine1_voice7,  VELOCITY, 15, 0",
    "macro_engine0_voice0_0,   MACRO,     0, 0",
    "macro_engine0_voice4_2,   MACRO,     4, 2",
    "macro_engine1_voice7_3,   MACRO,    15, 3",
  })
  void names_stay_as_they_are(String name, Kind kind, int voice, int macro) {
    int parameter = ParameterLayout.parameter(kind, voice, macro);

    assertEquals(name, ParameterLayout.name(parameter));
    assertEquals(parameter, ParameterLayout.parameter(name));
    assertEquals(kind, ParameterLayout.kind(parameter));
    assertEquals(voice, ParameterLayout.voice(parameter));
    assertEquals(macro, ParameterLayout.macro(parameter));
  }

  @Test
  void every_parameter_of_a_worklet_has_a_name_of_its_own() {
    Set<String> names = new HashSet<>();
    for (int parameter = 0; parameter < ParameterLayout.count(); parameter++) {
      String name = ParameterLayout.name(parameter);
      assertTrue(names.add(name), name);
      assertEquals(parameter, ParameterLayout.parameter(name));
    }
    assertEquals(16 * (4 + 4), names.size(), "four values and four macros of 16 voices");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gate",
        "gate_engine2_voice0",
        "gate_engine0_voice8",
        "gate_engine0_voice12",
        "gate_engine0_voice4_0",
        "macro_engine0_voice4",
        "macro_engine0_voice4_4",
        "Gate_engine0_voice4",
        "pan_engine0_voice4",
        "gate_engine0_voice4 ",
        "gate_engine0_voice-1",
      })
  void another_name_is_refused_by_name(String name) {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> ParameterLayout.parameter(name));

    assertEquals("no such parameter: " + name, refusal.getMessage());
  }
}
