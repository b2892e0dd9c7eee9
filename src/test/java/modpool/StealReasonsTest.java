package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.StealReason;
import modpool.bridge.board.VoiceBoard;
import modpool.session.song.Json;
import modpool.testing.Performance;
import org.junit.jupiter.api.Test;

/// Whenever a note loses its voice, it is known why, and on which channel.
class StealReasonsTest {
  private static final int HELD = 19; // an organ

  private final Performance played = new Performance().program(0, 3, HELD).program(0, 5, HELD);

  private void hold(int channel, int... keys) {
    for (int i = 0; i < keys.length; i++) {
      played.keyDown(10 + i, channel, keys[i], 100);
    }
  }

  private static Map<StealReason, Long> counts(Meters meters, int channel) {
    Map<StealReason, Long> counts = new LinkedHashMap<>();
    for (StealReason reason : StealReason.all()) {
      long count = meters.steals(channel - 1, reason);
      if (count > 0) {
        counts.put(reason, count);
      }
    }
    return counts;
  }

  @Test
  void nothing_was_stolen_at_first() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      hold(3, 60, 64, 67, 72);
      played.render(modpool, 2_000, 64);

      assertEquals(Map.of(), counts(modpool.control().meters(), 3));
      assertNull(modpool.control().meters().lastSteal());
    }
  }

  @Test
  void a_fifth_key_takes_the_oldest_the_pedals_or_a_released_voice() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      hold(3, 60, 64, 67, 72);
      played.keyDown(500, 3, 76, 100); // takes 60
      played.control(600, 3, 64, 127).keyUp(700, 3, 64).keyDown(800, 3, 79, 100);
      hold(5, 60, 64, 67, 72);
      played.keyUp(900, 5, 64).keyDown(901, 5, 50, 100);
      played.render(modpool, 2_000, 64);
      Meters meters = modpool.control().meters();

      assertEquals(Map.of(StealReason.OLDEST, 1L, StealReason.PEDAL, 1L), counts(meters, 3));
      assertEquals(Map.of(StealReason.RELEASED, 1L), counts(meters, 5));
      assertEquals(new Meters.Steal(4, StealReason.RELEASED), meters.lastSteal());
      assertEquals(3, meters.get(Meter.STOLEN), "all together");
      assertEquals(
          "{\"released\":1,\"pedal\":1,\"oldest\":1,"
              + "\"recalled\":0,\"sharedFour\":0,\"voicesReduced\":0}",
          Json.line(Json.stealsOf(meters)));
    }
  }

  @Test
  void notes_on_voices_that_are_given_back_lose_them() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      hold(3, 60, 64, 67);
      played.at(1_000, () -> modpool.voices(3, 1)).render(modpool, 2_000, 64);

      assertEquals(Map.of(StealReason.VOICES_REDUCED, 2L), counts(modpool.control().meters(), 3));
    }
  }

  @Test
  void a_channel_that_is_closed_has_nothing_stolen() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      hold(3, 60, 64, 67);
      played.at(1_000, () -> modpool.control().desk().close(3)).render(modpool, 2_000, 64);

      assertEquals(0, modpool.control().meters().get(Meter.STOLEN));
    }
  }

  @Test
  void the_board_shows_the_last_one_of_each_strip_and_that_it_happened_again() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      VoiceBoard board = modpool.control().board();
      board.watch(true);
      hold(3, 60, 64, 67, 72, 76);
      List<Integer> seen = new java.util.ArrayList<>();
      played.at(1_000, () -> seen.add(board.steals(2))).keyDown(2_000, 3, 80, 100);
      played.render(modpool, 3_000, 64);

      assertEquals(StealReason.OLDEST, VoiceBoard.stealReason(seen.getFirst()));
      assertNotEquals(seen.getFirst(), board.steals(2));
      assertNull(VoiceBoard.stealReason(board.steals(4)), "nobody took anything there");
      assertTrue(board.steals(4) == 0);
    }
  }
}
