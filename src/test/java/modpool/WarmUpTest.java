package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.ShortMessage;
import modpool.bridge.Meters.Meter;
import org.junit.jupiter.api.Test;

/// Warming up is done by a twin: the instrument itself does not notice.
class WarmUpTest {
  private static final int FRAMES = 48_000;

  @Test
  void what_is_rendered_afterwards_is_the_same() throws Exception {
    assertArrayEquals(rendered(false), rendered(true));
  }

  @Test
  void nothing_has_sounded_and_no_voice_was_lent_afterwards() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      modpool.control().warmUp();
      assertEquals(0, modpool.control().meters().get(Meter.POSITION));
      assertEquals(0, modpool.control().meters().get(Meter.VOICES_PEAK));
      assertEquals(0, modpool.control().notices().take());
      assertEquals(64, modpool.control().poolStats().allocatedVoices());
    }
  }

  private static float[] rendered(boolean warm) throws IOException, InvalidMidiDataException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      if (warm) {
        modpool.control().warmUp();
      }
      modpool.receiver().send(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 100), 0);
      float[] left = new float[FRAMES];
      modpool.render(left, new float[FRAMES], FRAMES);
      return left;
    }
  }
}
