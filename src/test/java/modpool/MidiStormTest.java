package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.bridge.Meters.Meter;
import modpool.midi.SysexReader;
import org.junit.jupiter.api.Test;

/// Whatever bytes come, valid or not: nothing is thrown, the render thread allocates nothing, and
/// when keys and pedals are up there is silence.
class MidiStormTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 480;
  private static final int SECONDS = 60;
  private static final int MESSAGES_PER_BLOCK = 10_000 * BLOCK / RATE;
  // The JVM allocates a little, once, on whatever thread asks for a class, and when the compiler
  // first looks at a method. What is really made for a message would be made every minute.
  private static final int MOST_MINUTES = 6;
  private static final int RELEASE_SECONDS = 30; // releases may have been made long

  /// A message as its bytes are, whether they are one or not.
  private static final class Raw extends MidiMessage {
    Raw(byte... bytes) {
      super(bytes);
    }

    @Override
    public Object clone() {
      return new Raw(getMessage());
    }
  }

  private final Random random = new Random(3);
  private final float[] left = new float[BLOCK];
  private final float[] right = new float[BLOCK];
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long allocated;

  @Test
  void a_minute_of_any_bytes_leaves_silence() throws IOException, InvalidMidiDataException {
    try (Modpool modpool = Modpool.open(new Settings().rate(RATE))) {
      Receiver receiver = modpool.receiver();
      for (int minute = 0; minute == 0 || minute < MOST_MINUTES && allocated > 0; minute++) {
        allocated = 0;
        stormForAMinute(receiver, modpool);
      }
      assertEquals(0, allocated, "bytes on the render thread");
      assertTrue(modpool.control().meters().get(Meter.VOICES_PEAK) >= 32, "it was dense");

      allUp(receiver);
      for (int i = 0; i < RELEASE_SECONDS * RATE / BLOCK; i++) {
        render(modpool);
      }
      assertEquals(0, modpool.control().meters().get(Meter.VOICES));
      for (int i = 0; i < BLOCK; i++) {
        assertEquals(0, left[i]);
        assertEquals(0, right[i]);
      }
    }
  }

  private void stormForAMinute(Receiver receiver, Modpool modpool) {
    for (int i = 0; i < SECONDS * RATE / BLOCK; i++) {
      storm(receiver);
      if (i % 500 == 0) {
        receiver.send(new Raw(hugeSysex(i)), -1);
      }
      render(modpool);
    }
  }

  private void render(Modpool modpool) {
    long before = threads.getCurrentThreadAllocatedBytes();
    modpool.render(left, right, BLOCK);
    allocated += threads.getCurrentThreadAllocatedBytes() - before;
  }

  private void storm(Receiver receiver) {
    for (int i = 0; i < MESSAGES_PER_BLOCK; i++) {
      receiver.send(new Raw(any()), -1);
    }
  }

  private byte[] any() {
    return switch (random.nextInt(10)) {
      case 0 -> bytes(1 + random.nextInt(4), 256); // anything, running status cut off too
      case 1 -> sysex(random.nextInt(20));
      case 2 -> new byte[] {(byte) (0xF0 | random.nextInt(16))};
      case 3 -> known();
      default -> {
        byte[] message = bytes(3, 128);
        message[0] = (byte) (0x80 | random.nextInt(0x70));
        yield (message[0] & 0xE0) == 0xC0 ? new byte[] {message[0], message[1]} : message;
      }
    };
  }

  private byte[] bytes(int count, int bound) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) random.nextInt(bound);
    }
    return bytes;
  }

  /// With real-time bytes among its data, and sometimes cut off.
  private byte[] sysex(int length) {
    byte[] message = bytes(length + 2, 128);
    message[0] = (byte) (random.nextInt(8) == 0 ? 0xF7 : 0xF0);
    if (length > 2) {
      message[1 + random.nextInt(length)] = (byte) 0xF8;
    }
    if (random.nextInt(4) > 0) {
      message[message.length - 1] = (byte) 0xF7;
    }
    return message;
  }

  /// Resets and masters that are heard.
  private byte[] known() {
    byte value = (byte) (64 + random.nextInt(64));
    return switch (random.nextInt(64)) {
      case 0 -> new byte[] {(byte) 0xF0, 0x7E, 0x7F, 9, (byte) random.nextInt(4), (byte) 0xF7};
      case 1 -> new byte[] {(byte) 0xF0, 0x43, 0x10, 0x4C, 0, 0, 0x7E, 0, (byte) 0xF7};
      case 2, 3, 4 ->
          new byte[] {
            (byte) 0xF0, 0x7F, 0x7F, 4, (byte) (1 + random.nextInt(4)), 0, value, (byte) 0xF7
          };
      default -> new byte[] {(byte) 0xFE};
    };
  }

  /// Up to and beyond what is taken.
  private static byte[] hugeSysex(int turn) {
    byte[] message = new byte[SysexReader.MAX_BYTES + (turn % 1_000 == 0 ? 0 : 1)];
    message[0] = (byte) 0xF0;
    message[message.length - 1] = (byte) 0xF7;
    return message;
  }

  private static void allUp(Receiver receiver) throws InvalidMidiDataException {
    for (int channel = 0; channel < 16; channel++) {
      for (int key = 0; key < 128; key++) {
        receiver.send(new ShortMessage(ShortMessage.NOTE_OFF, channel, key, 64), -1);
      }
      for (int pedal = 64; pedal <= 67; pedal++) {
        receiver.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, pedal, 0), -1);
      }
    }
  }
}
