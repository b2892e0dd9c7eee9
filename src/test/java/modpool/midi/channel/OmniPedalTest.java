package modpool.midi.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import modpool.Settings;
import modpool.testing.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pedal that reaches a channel which hears all the others.
class OmniPedalTest {
  private static final double SILENT = 1e-4;

  @ParameterizedTest
  @ValueSource(ints = {64, 66})
  void it_goes_up_when_the_channel_hears_the_others_no_more(int pedal) {
    Take take = new Take().channel(1).cc(125, 0).at(10).on(60);
    take.channel(2).at(20).cc(pedal, 127);
    take.channel(1).at(100).cc(124, 0);
    take.channel(2).at(200).cc(pedal, 0);
    take.channel(1).at(300).on(64).at(400).off(64);

    take.play(new Settings().program(1, 0, 80), 3_000);

    assertTrue(take.level(320, 390) > 0.001, "the new key sounds");
    assertEquals(0, take.level(2_000, 3_000), SILENT, "and ends with its key");
  }

  @Test
  void a_channel_that_heard_only_itself_keeps_its_own() {
    Take take = new Take().channel(1).cc(64, 127).at(10).on(60).at(100).cc(124, 0);

    take.play(new Settings().program(1, 0, 80), 1_000);

    assertTrue(take.level(800, 1_000) > 0.001, "its pedal is still down");
  }
}
