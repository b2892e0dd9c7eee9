package modpool.session.front;

/// Turns keys pressed in the view into the lines that stdin takes.
public final class Keys {
  private static final int ESCAPE = 27;
  private static final int END_OF_TRANSMISSION = 4; // Ctrl-D
  private static final String SHIFTED_DIGITS = "!@#$%^&*()"; // of an American keyboard

  /// What was pressed before and waits for more.
  private enum Prefix {
    NONE,
    ESCAPE,
    ARROW,
    SOLO
  }

  private Prefix prefix = Prefix.NONE;

  /// A character from the terminal.
  ///
  /// @return the line, or null when it means nothing, or nothing yet
  String press(int character) {
    Prefix before = prefix;
    prefix = Prefix.NONE;
    if (before == Prefix.ESCAPE && (character == '[' || character == 'O')) {
      prefix = Prefix.ARROW;
      return null;
    }
    if (before == Prefix.ARROW) {
      return character == 'C' ? "seek +1" : character == 'D' ? "seek -1" : null;
    }
    if (character >= '0' && character <= '9') {
      int part = character == '0' ? 10 : character - '0';
      return (before == Prefix.SOLO ? "solo " : "mute ") + part;
    }
    int shifted = SHIFTED_DIGITS.indexOf(character);
    if (shifted >= 0) {
      return "solo " + (shifted + 1);
    }
    return letter(character);
  }

  private String letter(int character) {
    return switch (character) {
      case ESCAPE -> {
        prefix = Prefix.ESCAPE;
        yield null;
      }
      case 's' -> {
        prefix = Prefix.SOLO;
        yield null;
      }
      case ' ' -> "pause";
      case 'n' -> "seek +1";
      case 'p' -> "seek -1";
      case 'r' -> "restart";
      case 'q', END_OF_TRANSMISSION -> "quit";
      default -> null;
    };
  }
}
