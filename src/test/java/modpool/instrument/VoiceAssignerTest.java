package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VoiceAssignerTest {
  private static final boolean PEDAL = true;
  private static final boolean NO_PEDAL = false;

  /// Voices that sound, each as loud as the test says.
  private static final class Sounding implements VoiceAssigner.Voices {
    final boolean[] active = {true, true, true, true, true, true, true, true};
    final float[] level = {1, 1, 1, 1, 1, 1, 1, 1};

    @Override
    public boolean isActive(int voice) {
      return active[voice];
    }

    @Override
    public float level(int voice) {
      return level[voice];
    }
  }

  private final Sounding voices = new Sounding();
  private final VoiceAssigner assigner = new VoiceAssigner(voices, 4, 8, 8);

  @Test
  void a_free_voice_comes_first() {
    holdAll();
    assigner.keyUp(0, NO_PEDAL);
    voices.active[2] = false;

    assertEquals(2, assigner.choose());
  }

  @Test
  void then_the_quietest_of_the_released() {
    holdAll();
    assigner.keyUp(1, NO_PEDAL);
    assigner.keyUp(2, NO_PEDAL);
    assigner.keyUp(3, PEDAL);
    voices.level[0] = 0.01f;
    voices.level[1] = 0.5f;
    voices.level[2] = 0.25f;
    voices.level[3] = 0.02f;

    assertEquals(2, assigner.choose());
  }

  @Test
  void then_the_oldest_that_only_the_pedal_holds() {
    holdAll();
    assigner.keyUp(3, PEDAL);
    assigner.keyUp(1, PEDAL);
    voices.level[3] = 0.01f;

    assertEquals(1, assigner.choose());
  }

  @Test
  void then_the_oldest() {
    assigner.hold(2, 1, 60);
    assigner.hold(0, 1, 61);
    assigner.hold(3, 1, 62);
    assigner.hold(1, 1, 63);

    assertEquals(2, assigner.choose());
    assigner.hold(2, 1, 64);
    assertEquals(0, assigner.choose());
  }

  @Test
  void among_equally_quiet_the_oldest() {
    assigner.hold(1, 1, 60);
    assigner.hold(0, 1, 61);
    assigner.hold(2, 1, 62);
    assigner.hold(3, 1, 63);
    for (int voice = 0; voice < 4; voice++) {
      assigner.keyUp(voice, NO_PEDAL);
    }

    assertEquals(1, assigner.choose());
  }

  @Test
  void only_as_many_voices_as_it_has_now_are_chosen_from() {
    holdAll();
    assigner.resize(2);
    assigner.keyUp(3, NO_PEDAL);
    voices.active[2] = false;
    assertEquals(0, assigner.choose());

    assigner.resize(8);
    assertEquals(2, assigner.choose());
  }

  @Test
  void what_a_lost_voice_held_is_forgotten() {
    holdAll();
    assigner.resize(2);
    assigner.resize(4);

    assertTrue(assigner.isHeld(1));
    assertFalse(assigner.isHeld(2));
    assertFalse(assigner.isHeldByPedal(3));
  }

  @Test
  void a_voice_that_fell_silent_is_held_by_nobody() {
    assigner.hold(0, 1, 60);
    voices.active[0] = false;

    assertFalse(assigner.isHeld(0));
  }

  @Property
  void no_other_voice_would_have_been_the_better_choice(
      @ForAll @Size(4) List<@IntRange(max = 3) Integer> states,
      @ForAll @Size(4) List<@FloatRange(max = 1) Float> level,
      @ForAll @Size(4) List<@IntRange(max = 3) Integer> lastPlayed) {
    int[] state = states.stream().mapToInt(Integer::intValue).toArray();
    holdAll();
    int[] age = {1, 2, 3, 4};
    for (int i = 0; i < 4; i++) {
      assigner.hold(lastPlayed.get(i), 1, 70 + i);
      age[lastPlayed.get(i)] = 5 + i;
    }
    for (int voice = 0; voice < 4; voice++) {
      voices.active[voice] = state[voice] != 0;
      voices.level[voice] = level.get(voice);
      if (state[voice] == 1 || state[voice] == 2) {
        assigner.keyUp(voice, state[voice] == 2 ? PEDAL : NO_PEDAL);
      }
    }

    int chosen = assigner.choose();

    for (int other = 0; other < 4; other++) {
      assertTrue(state[chosen] <= state[other], "free, released, pedal, held");
      if (state[chosen] == 1 && state[other] == 1) {
        assertTrue(level.get(chosen) <= level.get(other), "the quietest of the released");
      }
      if (state[chosen] >= 2 && state[other] == state[chosen]) {
        assertTrue(age[chosen] <= age[other], "the oldest");
      }
    }
  }

  private void holdAll() {
    for (int voice = 0; voice < 4; voice++) {
      assigner.hold(voice, 1, 60 + voice);
    }
  }
}
