package modpool.bridge;

/// How long MIDI messages are.
public final class MidiLength {
  private MidiLength() {}

  /// Bytes of a message, its status among them; of system exclusive and undefined ones 1.
  ///
  /// @param status 0x80-0xFF
  @RenderThread
  public static int of(int status) {
    return switch (status < 0xF0 ? status & 0xF0 : status) {
      case 0xC0, 0xD0, 0xF1, 0xF3 -> 2;
      case 0x80, 0x90, 0xA0, 0xB0, 0xE0, 0xF2 -> 3;
      default -> 1;
    };
  }
}
