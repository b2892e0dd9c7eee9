package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MidiLengthTest {
  @Test
  void a_message_is_as_long_as_its_status_says() {
    int[] perKind = {3, 3, 3, 3, 2, 2, 3};
    for (int status = 0x80; status < 0xF0; status++) {
      assertEquals(perKind[(status >> 4) - 8], MidiLength.of(status), Integer.toHexString(status));
    }
    int[] system = {1, 2, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    for (int status = 0xF0; status <= 0xFF; status++) {
      assertEquals(system[status - 0xF0], MidiLength.of(status), Integer.toHexString(status));
    }
  }
}
