package modpool.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import modpool.bridge.Event;
import modpool.bridge.Meters.Meter;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.worklet.PoolStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Instruments come, go, grow, shrink and move while others play.
class ComingAndGoingTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int SECOND = RackRig.RATE;

  @ParameterizedTest
  @EnumSource
  void an_instrument_that_goes_fades_and_leaves_its_neighbours_alone(Kind kind) {
    RackRig rig = twoPlaying(kind);
    RackRig alone = new RackRig(kind);
    alone.racks.openChannel(B, 4);
    alone.publish();
    alone.noteOn(B, 64);
    alone.render(SECOND);

    rig.racks.closeChannel(A);
    rig.publish();

    float[] both = rig.render(SECOND);
    float[] expected = alone.render(SECOND);
    int fade = RackRig.FADE_FRAMES;
    assertFalse(
        Arrays.equals(Arrays.copyOf(both, fade / 2), Arrays.copyOf(expected, fade / 2)),
        "it is cut without a fade");
    assertArrayEquals(
        Arrays.copyOfRange(expected, fade, SECOND), Arrays.copyOfRange(both, fade, SECOND));
    assertEquals(1, rig.voices());
  }

  @ParameterizedTest
  @EnumSource
  void an_instrument_that_goes_leaves_nothing_that_still_sounds(Kind kind) {
    RackRig rig = twoPlaying(kind);

    rig.racks.closeChannel(A);
    rig.publish();
    rig.render(SECOND);
    rig.noteOff(B, 64);
    rig.render(SECOND);

    assertEquals(List.of(), rig.soundingPlaces());
    assertTrue(rig.renderer.isIdle());
  }

  @ParameterizedTest
  @EnumSource
  void voices_that_are_taken_away_fade_and_those_that_stay_play_on(Kind kind) {
    RackRig rig = new RackRig(kind);
    rig.racks.openChannel(A, 8);
    rig.publish();
    for (int key = 60; key < 68; key++) {
      rig.noteOn(A, key);
    }
    rig.render(SECOND);
    assertEquals(8, rig.voices());

    rig.racks.openChannel(A, 4);
    rig.publish();
    rig.render(SECOND);

    assertEquals(kind == Kind.SIMPLE ? 0 : 4, rig.voices());
    assertEquals(kind == Kind.SIMPLE ? 0 : 4, rig.soundingPlaces().size());
    for (int key = 60; key < 68; key++) {
      rig.noteOff(A, key);
    }
    rig.render(SECOND);
    assertTrue(rig.renderer.isIdle());
    assertEquals(List.of(), rig.soundingPlaces());
  }

  @Test
  void a_freed_place_is_free_of_its_former_owners_notes() {
    RackRig rig = twoPlaying(Kind.POOLED);
    rig.racks.closeChannel(A);
    rig.publish();
    rig.render(SECOND);

    rig.racks.openChannel(A, 4);
    rig.publish();
    rig.render(RackRig.BLOCK);

    PoolStats.Row row = rig.racks.poolStats().allocations().getLast();
    assertEquals(new PoolStats.Row("ch01", 0, "0-3", 0), row);
    assertEquals(1, rig.voices(), "only the neighbour's note");
  }

  @Test
  void compaction_while_notes_sound_changes_no_sample() {
    RackRig moved = threeOfWhichTheMiddleGoes();
    RackRig stays = threeOfWhichTheMiddleGoes();

    moved.racks.compact();
    moved.publish();
    stays.publish();

    assertArrayEquals(stays.render(SECOND), moved.render(SECOND));
    assertEquals("4-7", moved.racks.poolStats().allocations().getLast().voices());
    assertEquals("8-11", stays.racks.poolStats().allocations().getLast().voices());
  }

  private static RackRig threeOfWhichTheMiddleGoes() {
    RackRig rig = new RackRig(Kind.POOLED);
    for (int channel = 0; channel < 3; channel++) {
      rig.racks.openChannel(channel, 4);
    }
    rig.publish();
    for (int channel = 0; channel < 3; channel++) {
      rig.noteOn(channel, 60 + channel);
    }
    rig.render(SECOND);
    rig.racks.closeChannel(1);
    rig.publish();
    rig.render(SECOND);
    return rig;
  }

  @Test
  void places_left_behind_are_lent_again_once_the_renderer_has_moved() {
    RackRig rig = threeOfWhichTheMiddleGoes();
    rig.racks.compact();
    rig.publish();
    assertEquals(4, rig.racks.poolStats().freeVoices());

    rig.render(RackRig.BLOCK);

    assertEquals(8, rig.racks.poolStats().freeVoices());
  }

  @Test
  void a_rack_that_is_skipped_loses_no_move() {
    RackRig rig = threeOfWhichTheMiddleGoes();
    RackRig stays = threeOfWhichTheMiddleGoes();
    stays.racks.openChannel(3, 4);
    stays.publish();

    rig.racks.compact();
    rig.publish();
    rig.racks.openChannel(3, 4);
    rig.publish(); // nothing was rendered in between

    assertArrayEquals(stays.render(SECOND), rig.render(SECOND));
    assertEquals(2, rig.voices());
    assertEquals(2, rig.soundingPlaces().size());
  }

  @Test
  void a_rack_takes_effect_at_its_frame_inside_a_block() {
    RackRig rig = twoPlaying(Kind.POOLED);
    RackRig whole = twoPlaying(Kind.POOLED);
    long frame = rig.renderer.position() + 50;
    rig.racks.closeChannel(A);
    rig.racks.publish(frame);

    float[] before = whole.render(50);
    whole.racks.closeChannel(A);
    whole.publish();
    float[] after = whole.render(150);

    float[] once = rig.render(200);
    assertArrayEquals(before, Arrays.copyOf(once, 50));
    assertArrayEquals(after, Arrays.copyOfRange(once, 50, 200));
  }

  @Test
  void the_renderer_says_which_rack_it_plays_and_when_what_left_is_silent() {
    RackRig rig = twoPlaying(Kind.POOLED);
    rig.racks.closeChannel(A);
    long generation = rig.racks.upcoming();
    rig.publish();

    rig.render(RackRig.FADE_FRAMES / 2);
    assertEquals(generation, rig.meters.get(Meter.ADOPTED));
    assertTrue(rig.meters.get(Meter.SETTLED) < generation);

    rig.render(RackRig.FADE_FRAMES);
    assertEquals(generation, rig.meters.get(Meter.SETTLED));
  }

  private static RackRig twoPlaying(Kind kind) {
    RackRig rig = new RackRig(kind);
    rig.racks.openChannel(A, 4);
    rig.racks.openChannel(B, 4);
    rig.publish();
    rig.noteOn(A, 60);
    rig.noteOn(B, 64);
    rig.render(SECOND);
    return rig;
  }

  @Test
  void what_was_let_go_of_is_not_taken_from_its_next_owner() {
    RackRig rig = new RackRig(Kind.POOLED);
    for (int channel = 0; channel < 3; channel++) {
      rig.racks.openChannel(channel, 4);
    }
    rig.publish();
    rig.send(Event.NOTE_ON, 1, 0, 60, 100);
    rig.racks.openChannel(2, 2); // two of its voices fade ...
    rig.publish();
    rig.render(1);
    rig.racks.openChannel(0, 5); // ... and go to another, which moves there with its note
    rig.publish();
    rig.racks.openChannel(2, 3); // then their first owner moves, in a rack that overtakes that one
    rig.publish();
    rig.render(RackRig.BLOCK);
    assertEquals(1, rig.voices());
    rig.send(Event.SOURCE_GONE, 1, 0, 0, 0);
    rig.render(RackRig.RATE);
    assertTrue(rig.renderer.isIdle(), "the note is still its owner's");
  }
}
