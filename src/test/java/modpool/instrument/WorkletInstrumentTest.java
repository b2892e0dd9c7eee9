package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import modpool.dsp.Interpolation;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Samples;
import modpool.worklet.CapturedLog;
import modpool.worklet.EngineSettings;
import modpool.worklet.ParameterLayout;
import modpool.worklet.ParameterLayout.Kind;
import modpool.worklet.Worklet;
import modpool.worklet.WorkletPool;
import org.junit.jupiter.api.Test;

class WorkletInstrumentTest {
  private static final int RATE = 8_000;

  private final WorkletPool pool = new WorkletPool(EngineSettings.of(RATE, Interpolation.LINEAR));
  private final PooledInstrument first = instrument("01");
  private final PooledInstrument second = instrument("02");

  @Test
  void local_voices_have_the_names_of_their_places_in_the_worklet() {
    PooledInstrument third = instrument("03");

    assertEquals("gate_engine0_voice0", first.parameterName(Kind.GATE, 0));
    assertEquals("gate_engine0_voice4", second.parameterName(Kind.GATE, 0));
    assertEquals("velocity_engine0_voice7", second.parameterName(Kind.VELOCITY, 3));
    assertEquals("frequency_engine1_voice1", third.parameterName(Kind.FREQUENCY, 1));
  }

  @Test
  void parameters_show_what_the_instruments_voices_do() {
    Sample wave = Samples.looped("wave", RATE, 1, -1);
    second.setPatch(new Patch("p", List.of(Zone.of(wave, 60, Sound.PLAIN))));

    second.noteOn(0, 1, 72, 99);
    second.render(0, 32, new float[32], new float[32]);

    assertEquals(0, value("gate_engine0_voice0"), "the neighbour is silent");
    assertEquals(1, value("gate_engine0_voice4"));
    assertEquals(99, value("velocity_engine0_voice4"));
    assertEquals(2 * RATE, value("frequency_engine0_voice4"));

    second.noteOff(0, 1, 72);
    assertEquals(0, value("gate_engine0_voice4"));
  }

  @Test
  void its_making_is_logged() {
    try (CapturedLog log = new CapturedLog(PooledInstrument.class)) {
      instrument("03");

      assertEquals(
          List.of("FINE [PooledInstrument] Created with 4 voices (global indices 8-11)"),
          log.lines());
    }
  }

  private PooledInstrument instrument(String id) {
    return new PooledInstrument(pool.allocateVoices(id), RATE);
  }

  private float value(String name) {
    Worklet worklet = pool.getAllocation("01").orElseThrow().ranges().getFirst().worklet();
    return worklet.value(ParameterLayout.parameter(name));
  }
}
