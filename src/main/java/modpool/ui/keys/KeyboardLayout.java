package modpool.ui.keys;

import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which keys of the computer are which keys of the piano, as trackers have it: two rows of white
/// keys with their black ones above, the upper row an octave higher. By place, so it depends on
/// what is printed on the keys.
public enum KeyboardLayout {
  QWERTY("ZSXDCVGBHNJM,L.;/", "Q2W3ER5T6Y7UI9O0P"),
  QWERTZ("YSXDCVGBHNJM,L.ö-", "Q2W3ER5T6Z7UI9O0P"),
  AZERTY("WSXDCVGBHNJ,;L:M!", "A2Z3ER5T6Y7UI9O0P");

  /// No key of the piano.
  public static final int NONE = -1;

  private static final int UPPER_ROW = 12; // semitones
  private static final int UNICODE = 0x0100_0000; // how Java numbers keys that have no name
  private static final Set<String> QWERTZ_LANGUAGES =
      Set.of("de", "cs", "sk", "hu", "sl", "hr", "sq", "bs");

  private final Map<Integer, Integer> semitones;

  KeyboardLayout(String lower, String upper) {
    Map<Integer, Integer> map = new HashMap<>();
    for (int i = 0; i < lower.length(); i++) {
      map.put(code(lower.charAt(i)), i);
      map.put(code(upper.charAt(i)), i + UPPER_ROW);
    }
    semitones = Map.copyOf(map);
  }

  private static int code(char character) {
    return KeyEvent.getExtendedKeyCodeForChar(character);
  }

  /// The one that is usual where a language is spoken.
  public static KeyboardLayout usualIn(Locale locale) {
    String language = locale.getLanguage();
    if (language.equals("fr") && !Set.of("CA", "CH").contains(locale.getCountry())) {
      return AZERTY;
    }
    boolean swiss = locale.getCountry().equals("CH");
    return swiss || QWERTZ_LANGUAGES.contains(language) ? QWERTZ : QWERTY;
  }

  /// Semitones over the lower row's first key, or [#NONE].
  ///
  /// @param keyCode as [KeyEvent#getExtendedKeyCode()] has it
  public int semitone(int keyCode) {
    int digit = this == AZERTY ? french(keyCode) : keyCode;
    return semitones.getOrDefault(digit, NONE);
  }

  /// The digits' keys of a French keyboard have other names on some systems.
  private static int french(int keyCode) {
    List<Integer> unshifted =
        List.of(
            UNICODE + 0xE0,
            KeyEvent.VK_AMPERSAND,
            UNICODE + 0xE9,
            KeyEvent.VK_QUOTEDBL,
            KeyEvent.VK_QUOTE,
            KeyEvent.VK_LEFT_PARENTHESIS,
            KeyEvent.VK_MINUS,
            UNICODE + 0xE8,
            KeyEvent.VK_UNDERSCORE,
            UNICODE + 0xE7);
    int digit = unshifted.indexOf(keyCode);
    return digit < 0 ? keyCode : KeyEvent.VK_0 + digit;
  }
}
