package modpool.ui.part;

import java.util.List;
import modpool.io.midi.InputState;
import modpool.learn.Binding;
import modpool.learn.ControlName;
import modpool.recall.StartSettings;
import modpool.session.OutputState;

/// The devices of the session, at one moment, and what is remembered of them. Immutable.
///
/// @param inputs MIDI inputs that are there, or were
/// @param output null before it plays
/// @param start what the next start has
/// @param bindings controllers that have been learned
/// @param learning the control that waits for one, or null
public record Gear(
    List<InputState> inputs,
    OutputState output,
    StartSettings start,
    List<Binding> bindings,
    ControlName learning) {
  public Gear {
    inputs = List.copyOf(inputs);
    bindings = List.copyOf(bindings);
  }
}
