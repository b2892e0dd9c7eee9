package modpool.io.midi;

import java.util.List;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;

/// The MIDI inputs and outputs that the system has. For one thread at a time; a driver may keep it
/// waiting for seconds.
@FunctionalInterface
public interface MidiDevices {
  /// Those present at this moment.
  Look look();

  /// What was there at one moment.
  record Look(List<Input> inputs, List<Output> outputs) {
    public Look {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /// An end of a device.
  interface Port {
    /// What stays the same from one look to the next while the port is present, and no longer.
    Object identity();

    /// The name that people know it by; two may share one, and the two ends of a cable often do.
    String name();

    /// What else the system says of it; may be empty.
    String description();
  }

  /// An input that can be opened.
  interface Input extends Port {
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

  /// An output that can be opened.
  interface Output extends Port {
    /// Opens it. What is sent may wait for the device; closing the receiver closes the output.
    ///
    /// @throws MidiUnavailableException when another program holds it
    Receiver open() throws MidiUnavailableException;
  }
}
