package modpool.midi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Transmitter;

/// The inputs that `javax.sound.midi` knows: what sends messages and is neither a sequencer (the
/// JDK's own offers transmitters without end) nor a synthesizer.
public final class SystemMidiInputs implements MidiInputs {
  // Asking for a device may make one, so each is asked for once.
  private final Map<MidiDevice.Info, Optional<Input>> known = new HashMap<>();

  @Override
  public List<Input> present() {
    List<MidiDevice.Info> infos = CoreMidi.preferred(List.of(MidiSystem.getMidiDeviceInfo()));
    known.keySet().retainAll(Set.copyOf(infos));
    List<Input> inputs = new ArrayList<>();
    for (MidiDevice.Info info : infos) {
      known.computeIfAbsent(info, SystemMidiInputs::input).ifPresent(inputs::add);
    }
    return inputs;
  }

  private static Optional<Input> input(MidiDevice.Info info) {
    try {
      MidiDevice device = MidiSystem.getMidiDevice(info);
      boolean sends = device.getMaxTransmitters() != 0;
      boolean plays = device instanceof Sequencer || device instanceof Synthesizer;
      return sends && !plays ? Optional.of(new Port(info, device)) : Optional.empty();
    } catch (MidiUnavailableException | IllegalArgumentException e) {
      return Optional.empty(); // it vanished between two questions
    }
  }

  private record Port(MidiDevice.Info info, MidiDevice device) implements Input {
    @Override
    public Object identity() {
      return info;
    }

    @Override
    public String name() {
      return info.getName();
    }

    @Override
    public String description() {
      return info.getDescription();
    }

    @Override
    public Connection open(Receiver receiver) throws MidiUnavailableException {
      device.open();
      try {
        Transmitter transmitter = device.getTransmitter();
        transmitter.setReceiver(receiver);
        return () -> {
          transmitter.setReceiver(null);
          device.close();
        };
      } catch (MidiUnavailableException e) {
        device.close();
        throw e;
      }
    }
  }
}
