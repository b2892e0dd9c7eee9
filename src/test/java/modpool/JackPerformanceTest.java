package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackPeer;
import modpool.io.jack.JackRig;
import modpool.io.jack.JackServer;
import modpool.testing.Await;
import modpool.testing.Performance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole instrument in a real server's graph: one client plays, another records.
class JackPerformanceTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 256;
  private static final int FRAMES = 3 * RATE;
  private static final int CYCLES = 400;

  /// Writes down what comes, at frames from the beginning of the block with the first message. That
  /// is on the grid of control steps, as frame 0 is.
  private static final class Scribe implements BlockRenderer {
    final Performance heard = new Performance();
    volatile int messages;
    private final BlockRenderer renderer;
    private long position;
    private long start = -1;

    Scribe(BlockRenderer renderer) {
      this.renderer = renderer;
    }

    @Override
    public void render(float[] left, float[] right, int frames) {
      renderer.render(left, right, frames);
    }

    @Override
    public void render(float[] left, float[] right, int frames, PortMidi midi) {
      for (int i = 0; i < midi.size(); i++) {
        int status = midi.status(i);
        if (status != PortMidi.GONE) {
          start = start < 0 ? position : start;
          long frame = position - start + midi.frame(i);
          int channel = (status & 0x0F) + 1;
          heard.add(frame, status & 0xF0, channel, midi.data1(i), midi.data2(i));
          messages++;
        }
      }
      position += frames;
      renderer.render(left, right, frames, midi);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_is_recorded_equals_the_offline_render_of_the_same_messages(boolean freewheels)
      throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Modpool live = Modpool.open(new Settings().rate(RATE).blockFrames(BLOCK));
        Modpool offline = Modpool.open(new Settings().rate(RATE))) {
      JackOutput output = JackOutput.find(rig.name(), false);
      Scribe scribe = new Scribe(live.control().liveRenderer());
      output.start(scribe, live.control().meters());
      try (JackPeer keys = JackPeer.sender(rig.name(), "modpool-test-keys");
          JackPeer ears = JackPeer.recorder(rig.name(), "modpool-test-ears", FRAMES)) {
        assertTrue(keys.connect("modpool-test-keys:out", JackServer.MIDI_PORT));
        assertTrue(ears.connect("modpool:out_1", "modpool-test-ears:in"));
        keys.freewheel(freewheels);
        play(keys);
        Await.until(() -> ears.frames() == FRAMES, "it is recorded");
        keys.freewheel(false);
        output.stop();
        live.control().stopClock();

        assertEquals(2 * CYCLES, scribe.messages);
        float[] expected = scribe.heard.render(offline, 2 * FRAMES, 1000)[0];
        int start = 0;
        while (expected[start] == 0) {
          start++;
        }
        assertArrayEquals(Arrays.copyOfRange(expected, start, start + FRAMES), ears.recorded());
      }
    }
  }

  private static void play(JackPeer keys) {
    Random random = new Random(1);
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      int channel = random.nextInt(16);
      int status = (random.nextInt(4) == 0 ? 0xE0 : random.nextBoolean() ? 0x90 : 0x80) | channel;
      int first = random.nextInt(BLOCK);
      keys.send(
          new JackPeer.Message(first, status, 40 + random.nextInt(40), 1 + random.nextInt(127)),
          new JackPeer.Message(
              first + random.nextInt(BLOCK - first), 0xC0 | channel, random.nextInt(128), 0));
    }
  }
}
