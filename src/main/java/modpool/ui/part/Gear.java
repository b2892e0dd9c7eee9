package modpool.ui.part;

import java.util.List;
import modpool.io.midi.InputState;
import modpool.recall.StartSettings;
import modpool.session.OutputState;

/// The devices of the session, at one moment, and what the next start has. Immutable.
///
/// @param inputs MIDI inputs that are there, or were
/// @param output null before it plays
public record Gear(List<InputState> inputs, OutputState output, StartSettings start) {
  public Gear {
    inputs = List.copyOf(inputs);
  }
}
