package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Samples;
import modpool.worklet.EngineSettings;
import modpool.worklet.WorkletPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What every kind of instrument does alike: any can stand in for any other.
@ParameterizedClass
@EnumSource
class InstrumentTest {
  enum Kind {
    POOLED {
      @Override
      Instrument make(int voices) {
        WorkletPool pool = new WorkletPool(SETTINGS);
        pool.allocateVoices("neighbour", 1);
        return new PooledInstrument(pool.allocateVoices("ch01", voices), RATE);
      }
    },
    DEDICATED {
      @Override
      Instrument make(int voices) {
        return new DedicatedInstrument("ch01", voices, SETTINGS);
      }
    },
    SIMPLE {
      @Override
      Instrument make(int voices) {
        return new ModInstrument("ch01", voices, SETTINGS);
      }
    };

    abstract Instrument make(int voices);
  }

  private static final int RATE = 8_000;
  private static final EngineSettings SETTINGS = EngineSettings.of(RATE, Interpolation.LINEAR);
  private static final int FADE_FRAMES = SETTINGS.fade().length();
  private static final int SOURCE = 1;
  private static final int OTHER_SOURCE = 2;
  private static final int SECOND = RATE;
  private static final int NOTHING_STOLEN = -1;

  private static final Sample WAVE = Samples.looped("wave", RATE, 1, 0.5f, -1, -0.5f);
  private static final Patch HELD = patch(WAVE, false);

  private final Instrument instrument;
  private long frame;

  InstrumentTest(Kind kind) {
    instrument = kind.make(4);
    instrument.setPatch(HELD);
  }

  @Test
  void it_is_silent_until_it_is_played() {
    assertTrue(instrument.isSilent());
    assertEquals(4, instrument.voices());
    assertEquals("ch01", instrument.id());
    assertEquals(0, peak(render(SECOND)));
  }

  @Test
  void four_held_notes_sound_and_the_fifth_steals_the_oldest() {
    for (int key = 60; key < 64; key++) {
      assertEquals(NOTHING_STOLEN, play(key));
      assertEquals(key - 59, instrument.activeVoices());
    }

    assertEquals(60, play(64));
    assertEquals(61, play(65));
    assertEquals(4, instrument.activeVoices());
  }

  @Test
  void the_quietest_of_the_released_is_stolen_before_any_held_note() {
    instrument.noteOn(frame, SOURCE, 60, 10);
    instrument.noteOn(frame, SOURCE, 61, 100);
    instrument.noteOn(frame, SOURCE, 62, 50);
    instrument.noteOn(frame, SOURCE, 63, 100);
    instrument.noteOff(0, SOURCE, 61);
    instrument.noteOff(0, SOURCE, 62);

    assertEquals(62, play(64));
    assertEquals(61, play(65));
    assertEquals(60, play(66));
  }

  @Test
  void what_only_the_pedal_holds_is_stolen_before_what_a_key_holds() {
    hold(60, 61, 62, 63);
    instrument.setPedal(true);
    instrument.noteOff(0, SOURCE, 62);
    instrument.noteOff(0, SOURCE, 61);

    assertEquals(61, play(64), "the oldest of those on the pedal");
    assertEquals(62, play(65));
    assertEquals(60, play(66));
  }

  @Test
  void a_voice_that_fell_silent_is_taken_before_any_is_stolen() {
    hold(60, 61, 62, 63);
    instrument.noteOff(0, SOURCE, 62);
    render(SECOND);

    assertEquals(3, instrument.activeVoices());
    assertEquals(NOTHING_STOLEN, play(64));
    assertEquals(60, play(65));
  }

  @Test
  void a_key_up_lets_the_note_end() {
    play(60);
    render(100);
    instrument.noteOff(0, SOURCE, 60);
    render(SECOND);

    assertTrue(instrument.isSilent());
    assertEquals(0, instrument.activeVoices());
  }

  @Test
  void the_same_key_of_two_sources_is_two_notes() {
    instrument.noteOn(frame, SOURCE, 60, 100);
    instrument.noteOn(frame, OTHER_SOURCE, 60, 100);
    assertEquals(2, instrument.activeVoices());

    instrument.noteOff(0, SOURCE, 60);
    render(SECOND);
    assertEquals(1, instrument.activeVoices());

    instrument.noteOff(0, SOURCE, 60);
    render(SECOND);
    assertEquals(1, instrument.activeVoices(), "the other source still holds it");

    instrument.noteOff(0, OTHER_SOURCE, 60);
    render(SECOND);
    assertTrue(instrument.isSilent());
  }

  @Test
  void a_key_struck_again_lets_go_of_its_first_note() {
    play(60);
    play(60);
    render(SECOND);
    assertEquals(1, instrument.activeVoices());

    instrument.noteOff(0, SOURCE, 60);
    render(SECOND);
    assertTrue(instrument.isSilent());
  }

  @Test
  void a_source_that_goes_takes_its_own_notes_only() {
    instrument.noteOn(frame, SOURCE, 60, 100);
    instrument.noteOn(frame, OTHER_SOURCE, 61, 100);
    instrument.noteOn(frame, SOURCE, 62, 100);

    instrument.releaseSource(0, SOURCE);
    render(SECOND);
    assertEquals(1, instrument.activeVoices());

    instrument.releaseSource(0, OTHER_SOURCE);
    render(SECOND);
    assertTrue(instrument.isSilent());
  }

  @Test
  void the_pedal_holds_notes_until_it_comes_up() {
    instrument.setPedal(true);
    play(60);
    instrument.noteOff(0, SOURCE, 60);
    render(SECOND);
    assertEquals(1, instrument.activeVoices());

    instrument.setPedal(false);
    render(SECOND);
    assertTrue(instrument.isSilent());
  }

  @Test
  void the_pedal_coming_up_leaves_keys_that_are_down() {
    instrument.setPedal(true);
    hold(60, 61);
    instrument.noteOff(0, SOURCE, 60);
    instrument.setPedal(false);
    render(SECOND);

    assertEquals(1, instrument.activeVoices());
  }

  @Test
  void a_pedal_pressed_after_the_key_came_up_holds_nothing() {
    play(60);
    instrument.noteOff(0, SOURCE, 60);
    instrument.setPedal(true);
    render(SECOND);

    assertTrue(instrument.isSilent());
  }

  @Test
  void all_notes_off_lets_ring_and_leaves_the_pedal_its_notes() {
    instrument.setPedal(true);
    hold(60, 61);
    instrument.allNotesOff();
    render(SECOND);
    assertEquals(2, instrument.activeVoices());

    instrument.setPedal(false);
    render(SECOND);
    assertTrue(instrument.isSilent());
  }

  @Test
  void all_sound_off_cuts_within_the_shortest_fade_whatever_holds() {
    instrument.setPedal(true);
    hold(60, 61, 62, 63);
    instrument.noteOff(0, SOURCE, 60);
    render(100);

    instrument.allSoundOff(frame);

    assertEquals(0, instrument.activeVoices());
    assertFalse(instrument.isSilent(), "it fades");
    float[] fading = render(FADE_FRAMES);
    assertTrue(peak(fading) > 0);
    assertTrue(instrument.isSilent());
    assertEquals(0, peak(render(SECOND)));
  }

  @Test
  void a_stolen_note_is_gone_within_the_shortest_fade() {
    hold(60, 61, 62, 63);
    render(100);
    play(64);
    render(FADE_FRAMES);
    instrument.allSoundOff(frame);
    render(FADE_FRAMES);

    assertTrue(instrument.isSilent());
  }

  @Test
  void a_new_patch_is_for_the_next_note_and_held_notes_keep_theirs() {
    play(60);
    render(96);
    instrument.setPatch(patch(Samples.looped("other", RATE, 0.1f, 0.2f, 0.3f), false));
    float[] kept = render(SECOND);
    play(61);
    float[] both = render(SECOND);

    restart();
    play(60);
    render(96);
    assertArrayEquals(render(SECOND), kept);
    play(61);
    assertFalse(Arrays.equals(render(SECOND), both), "the next note has the new patch");
  }

  private void restart() {
    instrument.allSoundOff(frame);
    render(SECOND);
    instrument.setPatch(HELD);
    frame = 0;
  }

  @Test
  void a_key_without_a_zone_is_silent_and_steals_nothing() {
    instrument.setPatch(new Patch("half", List.of(new Zone(64, 127, WAVE, 60, 0, 0, Sound.PLAIN))));
    hold(64, 65, 66, 67);

    assertEquals(NOTHING_STOLEN, play(60));
    assertEquals(4, instrument.activeVoices());
  }

  @Test
  void a_key_that_has_lost_its_zone_still_lets_go_of_its_note() {
    play(60);
    instrument.setPatch(Patch.SILENT);
    assertEquals(NOTHING_STOLEN, play(60));
    instrument.noteOff(0, SOURCE, 60);
    render(SECOND);

    assertTrue(instrument.isSilent());
  }

  @Test
  void a_one_shot_plays_to_its_end_whatever_the_key_does() {
    float[] frames = new float[RATE / 4];
    Arrays.fill(frames, 0.5f);
    instrument.setPatch(patch(Samples.oneShot("hit", RATE, frames), true));
    play(60);
    instrument.noteOff(0, SOURCE, 60);
    render(RATE / 8);
    assertEquals(1, instrument.activeVoices());

    render(RATE / 4);
    assertTrue(instrument.isSilent());
  }

  @Test
  void velocity_makes_it_louder() {
    instrument.noteOn(frame, SOURCE, 60, 32);
    float quiet = peak(render(256));
    restart();
    instrument.noteOn(frame, SOURCE, 60, 127);

    float loud = peak(render(256));
    assertEquals(32.0 * 32 / (127 * 127), quiet / loud, 1e-3);
    assertNotEquals(0, quiet);
  }

  /// @return the key whose voice was stolen
  private int play(int key) {
    int[] stolen = {NOTHING_STOLEN};
    instrument.setStealListener((_, of) -> stolen[0] = of);
    instrument.noteOn(frame, SOURCE, key, 100);
    return stolen[0];
  }

  private void hold(int... keys) {
    for (int key : keys) {
      play(key);
    }
  }

  /// The left side of the next frames.
  private float[] render(int frames) {
    float[] left = new float[frames];
    float[] busLeft = new float[Grid.PIECE];
    float[] busRight = new float[Grid.PIECE];
    for (int done = 0; done < frames; ) {
      int piece = Math.min(frames - done, Grid.PIECE);
      Arrays.fill(busLeft, 0);
      Arrays.fill(busRight, 0);
      instrument.render(frame, piece, busLeft, busRight);
      System.arraycopy(busLeft, 0, left, done, piece);
      done += piece;
      frame += piece;
    }
    return left;
  }

  private static float peak(float[] frames) {
    float peak = 0;
    for (float f : frames) {
      peak = Math.max(peak, Math.abs(f));
    }
    return peak;
  }

  private static Patch patch(Sample sample, boolean oneShot) {
    Sound sound = Sound.PLAIN.withOneShot(oneShot);
    return new Patch("test", List.of(Zone.of(sample, 60, sound)));
  }
}
