package modpool.learn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A control by its name: `ch1.volume`, `track3.mute`, `song.tempo`.
///
/// @param number of the channel or track, from 1; 0 where there is one only
public record ControlName(Knob knob, int number) {
  private static final Pattern FORM = Pattern.compile("(ch|track)(\\d{1,2})\\.([a-z0-9]+)");

  public ControlName {
    boolean fits = knob.place.most == 0 ? number == 0 : number >= 1 && number <= knob.place.most;
    if (!fits) {
      throw new IllegalArgumentException(
          knob.place.most == 0
              ? "there is one " + knob.words + " only"
              : "a " + knob.place.word + " is 1-" + knob.place.most + ": " + number);
    }
  }

  /// @throws IllegalArgumentException when there is no such control; the message names those there
  ///   are
  public static ControlName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    String prefix = matcher.matches() ? matcher.group(1) : "";
    String word = prefix.isEmpty() ? text : matcher.group(3);
    for (Knob knob : Knob.values()) {
      if (knob.place.prefix.equals(prefix) && knob.text.equals(word)) {
        return new ControlName(knob, prefix.isEmpty() ? 0 : Integer.parseInt(matcher.group(2)));
      }
    }
    throw new IllegalArgumentException(
        "there is no control '%s'; controls are chN.volume, pan, macro1-4, reverb, chorus, mute,"
                .formatted(text)
            + " solo, trackN.mute, solo, master.volume, song.tempo, play, restart, back, next,"
            + " panic");
  }

  /// As [#parse] takes it.
  public String text() {
    return knob.place.most == 0 ? knob.text : knob.place.prefix + number + "." + knob.text;
  }

  /// For people: `volume of channel 1`.
  public String words() {
    return knob.place.most == 0 ? knob.words : knob.words + " of " + knob.place.word + " " + number;
  }
}
