package modpool.recall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import modpool.control.Control;
import modpool.dsp.Interpolation;

/// What a session with a window begins with where neither an option nor a rack says. Immutable;
/// null stands for what is usual.
///
/// @param audio `auto`, `jack`, `javasound` or `javasound:NAME`
/// @param block frames
public record StartSettings(
    String audio, Integer block, Interpolation interpolation, Boolean limiter) {
  /// Nothing is remembered.
  public static final StartSettings USUAL = new StartSettings(null, null, null, null);

  /// The word that forgets.
  public static final String AS_USUAL = "usual";

  public static final String AUDIO = "audio";
  public static final String BLOCK = "block";
  public static final String INTERPOLATION = "interpolation";
  public static final String LIMITER = "limiter";

  private static final String FORM =
      "it is: remember audio auto|jack|javasound[:NAME], remember block FRAMES, remember"
          + " interpolation KIND, remember limiter on|off; usual forgets";
  private static final String JAVA_SOUND = "javasound";
  private static final int LONGEST_NAME = 256;

  /// What a file says; the usual for what it does not, or not understandably.
  static StartSettings of(ObjectNode node) {
    StartSettings read = USUAL;
    for (String name : new String[] {AUDIO, BLOCK, INTERPOLATION, LIMITER}) {
      JsonNode value = node.path(name);
      try {
        read = value.isValueNode() && !value.isNull() ? read.with(name, value.asText()) : read;
      } catch (IllegalArgumentException _) {
        // As if it were not there.
      }
    }
    return read;
  }

  /// The same with one thing otherwise.
  ///
  /// @param value as an option has it, or [#AS_USUAL]
  /// @throws IllegalArgumentException when it is not understood; the message says what would be
  public StartSettings with(String name, String value) {
    boolean usual = value.equals(AS_USUAL);
    return switch (name) {
      case AUDIO -> new StartSettings(usual ? null : audio(value), block, interpolation, limiter);
      case BLOCK -> new StartSettings(audio, usual ? null : block(value), interpolation, limiter);
      case INTERPOLATION ->
          new StartSettings(audio, block, usual ? null : interpolation(value), limiter);
      case LIMITER -> new StartSettings(audio, block, interpolation, usual ? null : flag(value));
      default -> throw new IllegalArgumentException(FORM);
    };
  }

  private static String audio(String value) {
    boolean device = value.startsWith(JAVA_SOUND + ":") && value.length() > JAVA_SOUND.length() + 1;
    boolean known = value.equals("auto") || value.equals("jack") || value.equals(JAVA_SOUND);
    boolean clean = value.length() <= LONGEST_NAME && value.chars().noneMatch(c -> c < ' ');
    if (!clean || !device && !known) {
      throw new IllegalArgumentException(FORM);
    }
    return value;
  }

  private static int block(String value) {
    try {
      return Control.within("block", Integer.parseInt(value), 1, Control.MAX_BLOCK);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(FORM, e);
    }
  }

  private static Interpolation interpolation(String value) {
    for (Interpolation kind : Interpolation.values()) {
      if (kind.name().equalsIgnoreCase(value)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("interpolation is nearest, linear, cubic or sinc: " + value);
  }

  private static boolean flag(String value) {
    return switch (value) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw new IllegalArgumentException("limiter is on or off: " + value);
    };
  }

  /// What is remembered, as [#with] takes it.
  public String value(String name) {
    Object value =
        switch (name) {
          case AUDIO -> audio;
          case BLOCK -> block;
          case INTERPOLATION ->
              interpolation == null ? null : interpolation.name().toLowerCase(Locale.ROOT);
          case LIMITER -> limiter == null ? null : limiter ? "on" : "off";
          default -> throw new IllegalArgumentException(name);
        };
    return value == null ? AS_USUAL : value.toString();
  }

  /// The device of Java Sound that is meant, or null.
  public String device() {
    boolean named = audio != null && audio.startsWith(JAVA_SOUND + ":");
    return named ? audio.substring(JAVA_SOUND.length() + 1) : null;
  }

  /// Writes it into what was remembered before; what others keep there stays.
  void into(ObjectNode node) {
    node.remove(List.of(AUDIO, BLOCK, INTERPOLATION, LIMITER));
    if (audio != null) {
      node.put(AUDIO, audio);
    }
    if (block != null) {
      node.put(BLOCK, block);
    }
    if (interpolation != null) {
      node.put(INTERPOLATION, value(INTERPOLATION));
    }
    if (limiter != null) {
      node.put(LIMITER, limiter);
    }
  }
}
