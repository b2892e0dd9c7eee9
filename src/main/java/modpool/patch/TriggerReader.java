package modpool.patch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.io.file.BadFileException;

/// Reads the part of a preset's zone that says when it sounds.
public final class TriggerReader {
  /// The keys of a trigger.
  public static final List<String> KEYS =
      List.of("keys", "velocities", "layer", "roundRobin", "chokes", "chokedBy");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
  private static final Pattern TURN = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

  private TriggerReader() {}

  /// @throws BadFileException when a range falls, or is out of its bounds
  public static Trigger read(Fields fields) throws BadFileException {
    int[] keys = range(fields, "keys", fields.text("keys"), "'36' or '0-127'", 0);
    int[] velocities =
        range(fields, "velocities", fields.text("velocities", "1-127"), "'127' or '1-63'", 1);
    int[] turn = turn(fields);
    return new Trigger(
        keys[0],
        keys[1],
        velocities[0],
        velocities[1],
        fields.whole("layer", 1, 1, Trigger.LAYERS) - 1,
        turn[0] - 1,
        turn[1],
        fields.whole("chokes", 0, 1, Trigger.MAX_CHOKE),
        fields.whole("chokedBy", 0, 1, Trigger.MAX_CHOKE));
  }

  private static int[] range(Fields fields, String key, String given, String examples, int least)
      throws BadFileException {
    Matcher range = RANGE.matcher(given);
    if (!range.matches()) {
      throw fields.bad("has the " + key + " '" + given + "'; write " + examples);
    }
    int low = Integer.parseInt(range.group(1));
    int high = range.group(2) == null ? low : Integer.parseInt(range.group(2));
    if (low < least || low > high || high > 127) {
      throw fields.bad(
          "has the " + key + " '" + given + "', which must rise within " + least + "-127");
    }
    return new int[] {low, high};
  }

  private static int[] turn(Fields fields) throws BadFileException {
    String given = fields.text("roundRobin", "1/1");
    Matcher turn = TURN.matcher(given);
    if (!turn.matches()) {
      throw fields.bad("has the roundRobin '" + given + "'; write '1/3', '2/3' and '3/3'");
    }
    int which = Integer.parseInt(turn.group(1));
    int of = Integer.parseInt(turn.group(2));
    if (which < 1 || which > of || of > Trigger.MAX_TURNS) {
      throw fields.bad(
          "has the roundRobin '" + given + "'; there are 1 to 64 turns, counted from 1");
    }
    return new int[] {which, of};
  }
}
