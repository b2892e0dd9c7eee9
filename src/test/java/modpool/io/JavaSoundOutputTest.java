package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import modpool.bridge.Meters;
import org.junit.jupiter.api.Test;

class JavaSoundOutputTest {
  private static final int RATE = 48_000;

  @Test
  void samples_are_rounded_cut_and_counted() {
    float[] left = {0, 1, -1, 2, 0.5f};
    float[] right = {1.4f / 32768, 1.6f / 32768, -1.4f / 32768, -1.6f / 32768, Float.NaN};
    byte[] bytes = new byte[20];

    assertEquals(1, Pcm.convert(left, right, 5, bytes));
    int[] expected = {0, 1, 32767, 2, -32768, -1, 32767, -2, 16384, 0};
    for (int i = 0; i < 10; i++) {
      assertEquals(expected[i], (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8), "at " + i);
    }
  }

  @Test
  void an_unknown_device_is_named_together_with_those_there_are() {
    AudioOutput output = new JavaSoundOutput("no such device", RATE, 64);
    OutputException e =
        assertThrows(OutputException.class, () -> output.start((l, r, n) -> {}, new Meters()));

    boolean none = JavaSoundLines.names(RATE).isEmpty();
    assertTrue(e.getMessage().contains(none ? "--audio null" : "no such device"), e.getMessage());
    assertEquals(-1, e.getMessage().indexOf('\n'));
  }

  @Test
  void a_line_does_not_run_ahead_of_time() throws Exception {
    assumeFalse(JavaSoundLines.names(RATE).isEmpty(), "this machine has no sound device");
    CountDownLatch second = new CountDownLatch(RATE / 64);
    AudioOutput output = new JavaSoundOutput(null, RATE, 64);
    long from = System.nanoTime();
    try {
      output.start((left, right, frames) -> second.countDown(), new Meters());
    } catch (OutputException e) {
      assumeTrue(false, "the sound device is not to be had: " + e.getMessage());
    }
    assertTrue(second.await(60, TimeUnit.SECONDS), "the line stands still");
    double seconds = (System.nanoTime() - from) / 1e9;
    output.stop();

    // A busy machine only makes it longer; shorter means that nobody keeps time.
    assertTrue(seconds > 0.8, "a second of sound was gone in " + seconds + " s");
    assertTrue(output.latencyFrames() >= 128);
  }
}
