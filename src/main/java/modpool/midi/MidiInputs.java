package modpool.midi;

import java.util.List;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;

/// The MIDI inputs that the system has. Control's.
public interface MidiInputs {
  /// Those present at this moment.
  List<Input> present();

  /// An input that can be opened.
  interface Input {
    /// What stays the same from one look to the next while the input is present, and no longer.
    Object identity();

    /// The name that people know it by; two may share one.
    String name();

    /// What else the system says of it; may be empty.
    String description();

    /// Opens it; its messages go to `receiver` until the connection is closed.
    ///
    /// @throws MidiUnavailableException when another program holds it
    Connection open(Receiver receiver) throws MidiUnavailableException;
  }

  /// An open input.
  @FunctionalInterface
  interface Connection {
    /// Ends it; no message comes afterwards. The receiver stays open.
    void close();
  }
}
