package modpool.learn;

/// A controller that moves a control.
///
/// @param controller 0-127, one that [#isFree]
/// @param channel 1-16, on any input
public record Binding(int controller, int channel, ControlName control) {
  public Binding {
    if (channel < 1 || channel > 16) {
      throw new IllegalArgumentException("channel must be 1-16: " + channel);
    }
    if (controller < 0 || controller > 127 || !isFree(controller)) {
      throw new IllegalArgumentException(
          "controller "
              + controller
              + " has a meaning of its own; free are 1-5, 7-31, 33-37, 39-63, 70-95, 102-119");
    }
  }

  /// Whether a controller can be had: bank select, data entry, pedals and switches, parameter
  /// numbers and channel modes cannot. A pedal that is taken while it is down would stay down.
  public static boolean isFree(int controller) {
    return controller != 0
        && controller != 6
        && controller != 32
        && controller != 38
        && (controller < 64 || controller > 69)
        && (controller < 96 || controller > 101)
        && controller < 120;
  }

  /// Whether what it does to its channel is held, and ends at 0: vibrato, a tracker's effects.
  public boolean isHeld() {
    return controller == 1 || controller >= 102 && controller <= 111;
  }

  /// For people: `controller 21 of channel 1`.
  public String words() {
    return "controller " + controller + " of channel " + channel;
  }
}
