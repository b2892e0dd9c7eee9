package modpool.session.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import modpool.Modpool;
import modpool.Settings;
import org.junit.jupiter.api.Test;

/// Channels muted and soloed by hand.
class ChannelMutesTest {
  private static List<Integer> muted(Modpool modpool) {
    int muted = modpool.control().desk().muted();
    return IntStream.rangeClosed(1, 3)
        .filter(channel -> (muted >> channel - 1 & 1) != 0)
        .boxed()
        .toList();
  }

  @Test
  void while_one_is_soloed_only_that_is_heard() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings().channels(0b111))) {
      ChannelMutes mutes = new ChannelMutes(modpool.control());
      mutes.mute(1);
      assertEquals(List.of(1), muted(modpool));
      mutes.solo(2);
      assertEquals(List.of(1, 3), muted(modpool));
      mutes.solo(2);
      assertEquals(List.of(1), muted(modpool));
      assertEquals(Set.of(1), mutes.muted());
      mutes.clear();
      assertEquals(List.of(), muted(modpool));
    }
  }

  @Test
  void there_is_no_channel_seventeen() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      ChannelMutes mutes = new ChannelMutes(modpool.control());
      assertThrows(IllegalArgumentException.class, () -> mutes.mute(17));
      assertThrows(IllegalArgumentException.class, () -> mutes.solo(0));
    }
  }
}
