package modpool.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Event;
import modpool.testing.BankFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What plays instead, as people are told it.
class UnknownProgramsTest {
  private static final int BLOCK = 64;

  @TempDir private Path bank;

  @Test
  void drums_and_melodies_are_told_by_what_plays_and_not_by_the_channel() throws Exception {
    new BankFolder(bank).wave("low", 48_000, 0.1f).loop("low", "").write();
    List<String> said = new ArrayList<>();
    try (Modpool modpool = Modpool.open(new Settings().bank(bank))) {
      UnknownPrograms unknown = new UnknownPrograms(modpool.control(), said::add);
      modpool.control().act(0, Event.of(Event.DRUM_PART, 1, 0, 0, 1));
      modpool.control().act(0, Event.of(Event.DRUM_PART, 1, 9, 0, 0));
      for (int channel : new int[] {0, 1, 9}) {
        modpool.control().act(0, Event.of(Event.PROGRAM, 1, channel, 0, 3));
      }
      modpool.render(new float[BLOCK], new float[BLOCK], BLOCK);
      unknown.hearAll(modpool.control().notices());
    }
    assertEquals(
        List.of(
            "channel 1: bank 0 has no kit 3 (4); low plays",
            "channel 2: bank 0 has no program 3 (4); low plays",
            "channel 10: bank 0 has no program 3 (4); low plays"),
        said);
  }
}
