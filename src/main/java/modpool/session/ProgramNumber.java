package modpool.session;

/// A program as people write it: `PROGRAM` or `BANK:PROGRAM`, both from 0.
public record ProgramNumber(int bank, int program) {

  /// @throws IllegalArgumentException for anything else
  public static ProgramNumber parse(String text) {
    int colon = text.indexOf(':');
    try {
      int bank = colon < 0 ? 0 : Integer.parseInt(text.substring(0, colon).strip());
      int program = Integer.parseInt(text.substring(colon + 1).strip());
      if (bank < 0 || bank > 16_383 || program < 0 || program > 127) {
        throw new IllegalArgumentException(
            "bank must be 0-16383 and program 0-127: '" + text + "'");
      }
      return new ProgramNumber(bank, program);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a program is PROGRAM or BANK:PROGRAM, not '" + text + "'", e);
    }
  }
}
