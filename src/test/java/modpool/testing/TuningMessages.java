package modpool.testing;

import java.util.HexFormat;

/// Messages of the MIDI Tuning Standard.
public final class TuningMessages {
  private static final int KEYS = 128;
  private static final int SEMITONE = 1 << 14;

  private TuningMessages() {}

  /// Each key's cents above key 0 of equal temperament, when an octave has so many equal steps and
  /// key 60 stays.
  public static double[] equalSteps(int steps) {
    double[] cents = new double[KEYS];
    for (int key = 0; key < KEYS; key++) {
      cents[key] = 6000 + (key - 60) * 1200.0 / steps;
    }
    return cents;
  }

  /// A message from its bytes, written in hexadecimal and parted by spaces.
  public static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }

  /// A bulk dump of a tuning program of bank 0.
  public static byte[] bulkDump(int program, double[] cents) {
    return dump(bytes("F0 7E 7F 08 01 %02X".formatted(program)), cents);
  }

  /// A bulk dump of a tuning program of any bank.
  public static byte[] bankDump(int bank, int program, double[] cents) {
    return dump(bytes("F0 7E 7F 08 04 %02X %02X".formatted(bank, program)), cents);
  }

  private static byte[] dump(byte[] head, double[] cents) {
    byte[] message = java.util.Arrays.copyOf(head, head.length + 16 + 3 * KEYS + 2);
    java.util.Arrays.fill(message, head.length, head.length + 16, (byte) ' ');
    int at = head.length + 16;
    for (double pitch : cents) {
      long parts = Math.round(pitch / 100 * SEMITONE);
      message[at++] = (byte) (parts >> 14 & 0x7F);
      message[at++] = (byte) (parts >> 7 & 0x7F);
      message[at++] = (byte) (parts & 0x7F);
    }
    int sum = 0;
    for (int i = 1; i < at; i++) {
      sum ^= message[i];
    }
    message[at++] = (byte) (sum & 0x7F);
    message[at] = (byte) 0xF7;
    return message;
  }

  /// One key moves, now or from its next note on.
  public static byte[] note(boolean realTime, int program, int key, double cents) {
    long parts = Math.round(cents / 100 * SEMITONE);
    return bytes(
        "F0 %s 7F 08 07 00 %02X 01 %02X %02X %02X %02X F7"
            .formatted(
                realTime ? "7F" : "7E",
                program,
                key,
                parts >> 14 & 0x7F,
                parts >> 7 & 0x7F,
                parts & 0x7F));
  }
}
