import java.util.ArrayList;
import java.util.List;

/// What one channel plays: a cursor that walks through the bars and leaves events behind.
///
/// Notes are text: `C4:4` a quarter, `F#5:8.` a dotted eighth, `A3+C4+E4:2` a chord, `-:1` a rest,
/// `>` in front an accent, `<` a soft note. C4 is key 60.
final class Part {
  private final int channel;
  private final List<Score.Event> events = new ArrayList<>();
  private int cursor;
  private int velocity = 92;
  private double gate = 0.9;

  Part(int channel) {
    this.channel = channel - 1;
  }

  List<Score.Event> events() {
    return events;
  }

  /// Moves the cursor to the start of a bar (1 is the first).
  Part bar(int bar) {
    cursor = (bar - 1) * Score.TICKS_PER_BAR;
    return this;
  }

  /// @param gate how much of its written length a note sounds
  Part touch(int velocity, double gate) {
    this.velocity = velocity;
    this.gate = gate;
    return this;
  }

  Part program(int program) {
    return send(cursor, 1, 0xC0, program, -1);
  }

  Part control(int controller, int value) {
    return send(cursor, 1, 0xB0, controller, value);
  }

  Part volume(int value) {
    return control(7, value);
  }

  Part pan(int value) {
    return control(10, value);
  }

  /// The sustain pedal, down at the cursor and up shortly before `beats` later.
  Part pedal(double beats) {
    control(64, 127);
    return send(cursor + ticks(beats) - 20, 0, 0xB0, 64, 0);
  }

  /// A controller gliding over the beats that follow the cursor, which stays.
  Part swell(int controller, int from, int to, double beats) {
    int steps = Math.max(1, Math.abs(to - from) / 3);
    for (int i = 0; i <= steps; i++) {
      int tick = cursor + (int) (ticks(beats) * (long) i / steps);
      send(tick, 1, 0xB0, controller, from + (to - from) * i / steps);
    }
    return this;
  }

  /// The bend wheel gliding between two positions in semitones (of the usual two each way).
  Part bend(double afterBeats, double from, double to, double beats) {
    int steps = 16;
    for (int i = 0; i <= steps; i++) {
      double semitones = from + (to - from) * i / steps;
      int value = Math.clamp(8192 + StrictMath.round(semitones * 4096), 0, 16383);
      int tick = cursor + ticks(afterBeats) + ticks(beats) * i / steps;
      send(tick, 1, 0xE0, value & 0x7F, value >> 7);
    }
    return this;
  }

  /// Plays notes from the cursor on and leaves it behind them.
  Part play(String notes) {
    for (String token : notes.strip().split("\\s+")) {
      int loudness = velocity + (token.startsWith(">") ? 18 : token.startsWith("<") ? -22 : 0);
      String[] halves = token.replaceAll("^[<>]", "").split(":");
      int length = length(halves[1]);
      if (!halves[0].equals("-")) {
        for (String name : halves[0].split("\\+")) {
          note(cursor, key(name), loudness, (int) (length * gate));
        }
      }
      cursor += length;
    }
    return this;
  }

  /// Sixteenths of one drum: `X` loud, `x` plain, `o` soft, `.` nothing. The cursor stays.
  Part grid(int key, String sixteenths) {
    int step = Score.TICKS_PER_BEAT / 4;
    String steps = sixteenths.replace(" ", "");
    for (int i = 0; i < steps.length(); i++) {
      int loudness =
          switch (steps.charAt(i)) {
            case 'X' -> 118;
            case 'x' -> 94;
            case 'o' -> 62;
            default -> 0;
          };
      if (loudness > 0) {
        note(cursor + i * step, key, loudness, step - 10);
      }
    }
    return this;
  }

  private void note(int tick, int key, int loudness, int length) {
    send(tick, 2, 0x90, key, Math.clamp(loudness, 1, 127));
    send(tick + length, 0, 0x80, key, 64);
  }

  private Part send(int tick, int order, int status, int first, int second) {
    byte kind = (byte) (status | channel);
    byte[] bytes = {kind, (byte) first, (byte) second};
    events.add(new Score.Event(tick, order, second < 0 ? new byte[] {kind, (byte) first} : bytes));
    return this;
  }

  private static int ticks(double beats) {
    return (int) StrictMath.round(beats * Score.TICKS_PER_BEAT);
  }

  private static int length(String name) {
    boolean dotted = name.endsWith(".");
    int part = Integer.parseInt(dotted ? name.substring(0, name.length() - 1) : name);
    int length = Score.TICKS_PER_BAR / part;
    return dotted ? length * 3 / 2 : length;
  }

  private static int key(String name) {
    int[] steps = {9, 11, 0, 2, 4, 5, 7};
    int sharp = name.charAt(1) == '#' ? 1 : name.charAt(1) == 'b' ? -1 : 0;
    int octave = Integer.parseInt(name.substring(sharp == 0 ? 1 : 2));
    return 12 * (octave + 1) + steps[name.charAt(0) - 'A'] + sharp;
  }
}
