package modpool.midi;

import modpool.bridge.Event;

/// What happens to notes on their way in: transposition and a velocity curve. Immutable.
public final class InputCurve {
  /// Notes pass as they are.
  public static final InputCurve NONE = new InputCurve(0, 0);

  private final int transpose;
  private final byte[] velocities = new byte[128];

  /// @param transpose keys up or down, -48..48
  /// @param curve -100..100; above 0 a soft touch is louder, below it quieter, 0 leaves it
  public InputCurve(int transpose, int curve) {
    this.transpose = transpose;
    double exponent = StrictMath.pow(2, -curve / 50.0);
    for (int v = 1; v < 128; v++) {
      double bent = 127 * StrictMath.pow(v / 127.0, exponent);
      velocities[v] = (byte) Math.max(1, Math.round(bent));
    }
  }

  /// The event to play, [MidiDecoder#NONE] when the key falls off the keyboard.
  long apply(long event) {
    int kind = Event.kind(event);
    if (kind != Event.NOTE_ON && kind != Event.NOTE_OFF && kind != Event.KEY_PRESSURE) {
      return event;
    }
    int key = Event.key(event) + transpose;
    if (key < 0 || key > 127) {
      return MidiDecoder.NONE;
    }
    int value = Event.value(event);
    int velocity = kind == Event.NOTE_ON ? velocities[value] : value;
    return Event.of(kind, Event.source(event), Event.channel(event), key, velocity);
  }
}
