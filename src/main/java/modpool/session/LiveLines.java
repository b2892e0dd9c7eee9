package modpool.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import modpool.control.Control;
import modpool.io.file.OutputException;
import modpool.session.front.ShortLines;
import modpool.session.song.SongDesk;

/// The lines that a live instrument, or a song in play, takes on stdin.
public final class LiveLines {
  // What people may write, with notes in brackets.
  private static final String FORMS =
      "program CH [B:]P, bank PATH, voices CH N, control CH NUMBER VALUE, master"
          + " VALUE (0-127), compact, scale FILE or off, song FILE, play, stop, pause (or go on),"
          + " seek ORDER (from 0; +N, -N), restart, tempo PERCENT (25-400), mute T and solo T"
          + " (again: not any more; chN: a MIDI channel), save FILE (a rack, for live --rack),"
          + " stats, panic, quit";
  private static final Pattern NOTE = Pattern.compile(" \\([^)]*\\)");

  /// For the commands' help.
  public static final String HELP = "Lines on stdin: " + FORMS + ".";

  /// Lines of a command that takes MIDI inputs, too.
  public static final String LEARN = "learn CONTROL";

  public static final String MAP = "map CC CH CONTROL";
  public static final String UNMAP = "unmap CONTROL";
  public static final String REMEMBER = "remember audio, block, interpolation or limiter VALUE";

  /// For the help of such a command.
  public static final String MORE_HELP =
      "Also: "
          + LEARN
          + " (the next controller that is moved; or off), "
          + MAP
          + " (alone: says all), "
          + UNMAP
          + " (or all), with controls such as ch1.volume, ch1.macro1, track3.mute, song.tempo,"
          + " song.play; "
          + REMEMBER
          + " (for the next start with a window).";

  private static final String CHANNEL = "ch";
  private static final int MOST_REPEATED = 60; // characters of a line that is not known

  /// Acts on what follows a line's first word.
  @FunctionalInterface
  public interface Action {
    /// @throws IllegalArgumentException when it is not understood; the message says what would be
    void act(String rest) throws IOException;
  }

  private final Control control;
  private final SongDesk desk;
  private final SessionRack rack;
  private final Runnable stats;
  private final Map<String, Action> more = new HashMap<>();
  private final List<String> known = new ArrayList<>(List.of(NOTE.matcher(FORMS).replaceAll("")));

  public LiveLines(Control control, SongDesk desk, SessionRack rack, Runnable stats) {
    this.rack = rack;
    this.control = control;
    this.desk = desk;
    this.stats = stats;
  }

  /// Takes lines of another form, too.
  ///
  /// @param form the word that they begin with, and what may follow
  public void add(String form, Action action) {
    more.put(form.split(" ", 2)[0], action);
    known.add(form);
  }

  /// Acts on a line; an empty one is nothing.
  ///
  /// @return false when the instrument is to end
  /// @throws IOException when a bank or a song cannot be read
  /// @throws IllegalArgumentException when the line is not understood; the message says what would
  ///   be
  public boolean act(String line) throws IOException {
    if (line.length() > ShortLines.MOST) {
      throw new IllegalArgumentException(
          "a line of more than %d characters is left out: %s"
              .formatted(ShortLines.MOST, beginning(line)));
    }
    String[] words = line.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    switch (words[0]) {
      case "" -> {}
      case "program" -> program(rest);
      case "scale" -> scale(required(rest, "scale FILE, or scale off"));
      case "bank" -> control.banks().replace(List.of(Path.of(required(rest, "bank PATH"))));
      case "voices" -> voices(rest);
      case "control" -> controller(rest);
      case "master" -> control.desk().masterVolume(volume(required(rest, "master VALUE")));
      case "compact" -> control.compact();
      case "song" -> desk.load(Path.of(required(rest, "song FILE")));
      case "play" -> desk.play();
      case "stop" -> desk.stop();
      case "pause" -> desk.pause();
      case "seek" -> seek(required(rest, "seek ORDER"));
      case "restart" -> desk.restart();
      case "tempo" -> desk.tempo(number(required(rest, "tempo PERCENT"), "it is: tempo PERCENT"));
      case "mute" -> mute(required(rest, "mute T, or mute chN"));
      case "solo" -> solo(required(rest, "solo T, or solo chN"));
      case "save" -> save(Path.of(required(rest, "save FILE")));
      case "stats" -> stats.run();
      case "panic" -> control.panic();
      case "quit" -> {
        return false;
      }
      default -> other(line, words[0], rest);
    }
    return true;
  }

  private void other(String line, String word, String rest) throws IOException {
    Action action = more.get(word);
    if (action != null) {
      action.act(rest);
      return;
    }
    throw new IllegalArgumentException(
        "unknown line '" + beginning(line.strip()) + "'; known: " + String.join(", ", known));
  }

  private static String beginning(String line) {
    return line.length() <= MOST_REPEATED ? line : line.substring(0, MOST_REPEATED) + "...";
  }

  private void save(Path file) throws IOException {
    try {
      rack.save(file);
    } catch (OutputException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void scale(String file) throws IOException {
    control.scale(file.equals("off") ? null : Path.of(file));
  }

  private void mute(String part) {
    if (part.startsWith(CHANNEL)) {
      desk.channels().mute(channel(part.substring(CHANNEL.length())));
    } else {
      desk.mute(number(part, "it is: mute T"));
    }
  }

  private void solo(String part) {
    if (part.startsWith(CHANNEL)) {
      desk.channels().solo(channel(part.substring(CHANNEL.length())));
    } else {
      desk.solo(number(part, "it is: solo T"));
    }
  }

  private void controller(String rest) {
    String[] words = required(rest, "control CH NUMBER VALUE").split("\\s+");
    if (words.length != 3) {
      throw new IllegalArgumentException("it is: control CH NUMBER VALUE");
    }
    int controller = number(words[1], "controllers are 0-127");
    control.desk().controller(channel(words[0]), controller, number(words[2], "values are 0-127"));
  }

  private static int volume(String text) {
    return number(text, "the volume of all channels is 0-127");
  }

  private void seek(String order) {
    int number = number(order, "it is: seek ORDER, seek +N or seek -N");
    if (order.startsWith("+") || order.startsWith("-")) {
      desk.move(number);
    } else {
      desk.seek(number);
    }
  }

  private void program(String rest) {
    String[] words = required(rest, "program CH [B:]P").split("\\s+");
    if (words.length != 2) {
      throw new IllegalArgumentException("it is: program CH [B:]P");
    }
    ProgramNumber number = ProgramNumber.parse(words[1]);
    control.desk().program(channel(words[0]), number.bank(), number.program());
  }

  private void voices(String rest) {
    String[] words = required(rest, "voices CH N").split("\\s+");
    if (words.length != 2) {
      throw new IllegalArgumentException("it is: voices CH N");
    }
    control.desk().voices(channel(words[0]), number(words[1], "voices must be 1-16"));
  }

  private static int channel(String text) {
    int channel = number(text, "channel must be 1-16");
    if (channel < 1 || channel > 16) {
      throw new IllegalArgumentException("channel must be 1-16: " + text);
    }
    return channel;
  }

  private static int number(String text, String message) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(message + ": " + text, e);
    }
  }

  private static String required(String rest, String form) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("it is: " + form);
    }
    return rest;
  }
}
