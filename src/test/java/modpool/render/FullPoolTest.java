package modpool.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.module.Module;
import modpool.testing.Measure;
import modpool.testing.Songs;
import modpool.tracker.SongPlayer;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;
import modpool.worklet.CapturedLog;
import org.junit.jupiter.api.Test;

/// Who finds the pool empty sounds all the same, as it would have.
class FullPoolTest {
  private static final int FRAMES = RackRig.RATE;
  private static final float GAIN = 0.5f;

  private static void play(RackRig rig, Module song) {
    rig.racks.setSong(
        new SongPlayer(
            1,
            song,
            rig.racks.openSong(song, GAIN),
            SongTiming.CIA,
            RackRig.RATE,
            SongPlace.BEGINNING,
            1));
    rig.publish();
  }

  @Test
  void a_song_that_does_not_fit_sounds_the_same_and_is_warned_of_once() {
    Module large = Songs.anyEffect(1, 28);
    RackRig wide = new RackRig(Kind.POOLED);
    play(wide, large);
    float[] wanted = wide.render(FRAMES);
    assertTrue(Measure.peak(wanted) > 0.1);

    try (CapturedLog log = new CapturedLog(InstrumentFactory.class)) {
      RackRig tight = new RackRig(Kind.POOLED, 2);
      play(tight, large);

      assertArrayEquals(wanted, tight.render(FRAMES));
      assertEquals(0, tight.racks.poolStats().allocatedVoices());
      assertEquals(1, log.lines().size(), log.lines().toString());
    }
  }

  @Test
  void the_next_song_that_fits_is_pooled_again_and_nothing_sticks() {
    RackRig rig = new RackRig(Kind.POOLED, 2);
    try (CapturedLog _ = new CapturedLog(InstrumentFactory.class)) {
      for (int i = 0; i < 20; i++) {
        play(rig, i % 2 == 0 ? Songs.anyEffect(i, 28) : Songs.withInstruments(7, 4));
        rig.render(100 + i);
        assertEquals(i % 2 == 0 ? 0 : 28, rig.racks.poolStats().allocatedVoices(), "song " + i);
        assertTrue(rig.racks.poolStats().workletCount() <= 2);
      }
    }
    rig.racks.closeSong();
    rig.publish();
    rig.render(RackRig.FADE_FRAMES + 64);

    assertEquals(0, Measure.peak(rig.render(FRAMES)));
    assertEquals(List.of(), rig.soundingPlaces());
    rig.publish();
    assertEquals(32, rig.racks.poolStats().freeVoices());
  }

  @Test
  void a_channel_that_does_not_fit_sounds_the_same() {
    RackRig wide = new RackRig(Kind.POOLED);
    RackRig tight = new RackRig(Kind.POOLED, 1);
    for (RackRig rig : List.of(wide, tight)) {
      try (CapturedLog _ = new CapturedLog(InstrumentFactory.class)) {
        rig.racks.openChannel(0, 16);
        rig.racks.openChannel(1, 4);
        rig.racks.openChannel(0, 4);
        rig.racks.openChannel(1, 8);
      }
      rig.publish();
      rig.noteOn(0, 60);
      rig.noteOn(1, 64);
    }

    assertEquals(1, tight.racks.poolStats().workletCount());
    assertArrayEquals(wide.render(FRAMES), tight.render(FRAMES));
  }
}
