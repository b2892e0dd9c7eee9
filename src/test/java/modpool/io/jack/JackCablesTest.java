package modpool.io.jack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.bridge.Meters;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.testing.Await;
import org.junit.jupiter.api.Test;

/// The connections of our ports, as a session keeps them.
class JackCablesTest {
  private static final String EARS = "modpool-test-ears";

  /// Sounds on the right, at a level.
  private record Right(float level) implements BlockRenderer {
    @Override
    public void render(float[] left, float[] right, int frames) {
      Arrays.fill(right, 0, frames, level);
    }

    @Override
    public void render(float[] left, float[] right, int frames, PortMidi midi) {
      render(left, right, frames);
    }

    @Override
    public void configure(int rate, int blockFrames) {}
  }

  @Test
  void cables_are_told_and_can_be_had_again() throws Throwable {
    SortedMap<String, List<String>> told;
    try (JackRig rig = new JackRig(48_000, 256);
        JackPeer ears = JackPeer.recorder(rig.name(), EARS, 256)) {
      JackOutput first = JackOutput.find(rig.name(), false);
      first.start(new Right(0), new Meters());
      assertEquals(true, ears.connect("modpool:out_2", EARS + ":in"));
      Await.until(
          () -> first.cables().getOrDefault("out_2", List.of()).contains(EARS + ":in"),
          "the cable is seen");
      told = first.cables();
      first.stop();
      assertEquals(told, first.cables(), "also when it has stopped");

      JackOutput second = JackOutput.find(rig.name(), false);
      TreeMap<String, List<String>> wanted = new TreeMap<>(told);
      wanted.put("out_1", List.of());
      wanted.put("no_such_port", List.of("x:y"));
      second.connect(wanted);
      second.start(new Right(0.5f), new Meters());
      Await.until(() -> ears.frames() == 256, "the right side is heard");
      Await.until(() -> second.cables().equals(told(told)), "and no other cable is there");
      second.stop();
    }
  }

  /// Without the port that was to have none.
  private static SortedMap<String, List<String>> told(SortedMap<String, List<String>> all) {
    SortedMap<String, List<String>> some = new TreeMap<>(all);
    some.remove("out_1");
    return some;
  }
}
