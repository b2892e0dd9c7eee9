package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PcmTest {
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
}
