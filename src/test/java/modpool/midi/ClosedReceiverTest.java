package modpool.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Event;
import modpool.bridge.Meters.Meter;
import org.junit.jupiter.api.Test;

/// A receiver that is closed while its driver is in the middle of sending.
class ClosedReceiverTest {
  private static final int BLOCK = 64;
  private static final int SECOND = 48_000 / BLOCK; // blocks

  /// A key-down, and what happens while the receiver looks at it.
  private static final class KeyDown extends MidiMessage {
    private final Runnable meanwhile;

    KeyDown(Runnable meanwhile) {
      super(new byte[] {(byte) ShortMessage.NOTE_ON, 60, 100});
      this.meanwhile = meanwhile;
    }

    @Override
    public byte[] getMessage() {
      meanwhile.run();
      return super.getMessage();
    }

    @Override
    public Object clone() {
      return new KeyDown(meanwhile);
    }
  }

  @Test
  void a_key_that_was_on_its_way_does_not_sound_on() throws Exception {
    try (Modpool modpool = Modpool.open(new Settings())) {
      Receiver keys = modpool.receiver();
      keys.send(new KeyDown(keys::close), -1);
      float[] heard = new float[BLOCK];
      for (int block = 0; block < SECOND; block++) {
        modpool.render(heard, heard.clone(), BLOCK);
      }
      assertEquals(0, modpool.control().meters().get(Meter.VOICES));
      assertThrows(IllegalStateException.class, () -> keys.send(new KeyDown(() -> {}), -1));
    }
  }

  @Test
  void its_number_is_another_s_only_when_nothing_of_it_follows() throws Exception {
    try (Modpool modpool = Modpool.open(new Settings())) {
      Receiver last = modpool.receiver();
      for (int i = 4; i < Event.SOURCES; i++) { // the port, the desk and the file have one each
        modpool.receiver();
      }
      Runnable close =
          () -> {
            last.close();
            assertThrows(IllegalStateException.class, modpool::receiver);
          };
      last.send(new KeyDown(close), -1);
      modpool.receiver().close();
      last.close();
      modpool.receiver();
      assertThrows(IllegalStateException.class, modpool::receiver);
    }
  }
}
