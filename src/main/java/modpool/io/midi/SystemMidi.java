package modpool.io.midi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Transmitter;
import javax.sound.midi.spi.MidiDeviceProvider;

/// The inputs and outputs that `javax.sound.midi` knows: what is neither a sequencer (the JDK's own
/// offers transmitters without end) nor a synthesizer, nor ourselves.
///
/// How fresh its lists are, read in the JDK's source:
///
/// - `MidiSystem` caches nothing, but makes every provider anew at each question; so they are made
///   once here and asked themselves.
/// - On Linux and Windows the JDK's providers count the devices at each question and read their
///   names only when the count is another. A device put in place of another between two looks keeps
///   the old one's name and device; on Linux [DeviceNodes] tells them apart.
/// - On macOS the JDK's lists stay as they were at the start, for want of a run loop. CoreMIDI4J
///   has one; where it shows a device, the JDK's own are left out. It gives each device a new
///   `Info` whenever anything is plugged, so a device is known by itself and not by its `Info`.
public final class SystemMidi implements MidiDevices {
  private static final String JDK = "com.sun.media.sound.Midi";
  private static final String CORE_MIDI = "uk.co.xfactorylibrarians.coremidi4j.";
  private static final String OURSELVES = "modpool.spi.";

  /// A device as one object, until what the system has in its place is another.
  private record Identity(MidiDevice device, Object node) {}

  private final List<MidiDeviceProvider> providers;
  private final DeviceNodes nodes;
  private final Map<MidiDeviceProvider, List<MidiDevice.Info>> seen = new HashMap<>();

  // Asking for a device may make one, so each is asked for once.
  private final Map<MidiDevice.Info, Optional<MidiDevice>> known = new HashMap<>();
  private boolean hasCoreMidi;

  /// All that is installed.
  public SystemMidi() {
    this(installed(), Path.of("/dev/snd"));
  }

  /// What these providers have.
  ///
  /// @param nodes where Linux keeps its device files
  public SystemMidi(List<MidiDeviceProvider> providers, Path nodes) {
    this.providers = List.copyOf(providers);
    this.nodes = new DeviceNodes(nodes);
  }

  private static List<MidiDeviceProvider> installed() {
    List<MidiDeviceProvider> providers = new ArrayList<>();
    Iterator<MidiDeviceProvider> all = ServiceLoader.load(MidiDeviceProvider.class).iterator();
    while (true) {
      try {
        if (!all.hasNext()) {
          return providers;
        }
        providers.add(all.next());
      } catch (ServiceConfigurationError _) {
        // Another's provider is broken; the iterator goes on with the next.
      }
    }
  }

  @Override
  public Look look() {
    List<Input> inputs = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    Map<MidiDevice.Info, MidiDeviceProvider> infos = new LinkedHashMap<>();
    for (MidiDeviceProvider provider : providers) {
      list(provider).forEach(info -> infos.put(info, provider));
    }
    hasCoreMidi |= infos.keySet().stream().anyMatch(info -> isOf(CORE_MIDI, info));
    known.keySet().retainAll(infos.keySet());
    infos.forEach(
        (info, provider) -> {
          if (!hasCoreMidi || !isOf(JDK, info)) {
            device(provider, info).ifPresent(device -> add(info, device, inputs, outputs));
          }
        });
    return new Look(inputs, outputs);
  }

  /// CoreMIDI4J's map is changed by another thread while it is listed; then the last list stands.
  private List<MidiDevice.Info> list(MidiDeviceProvider provider) {
    List<MidiDevice.Info> infos = new ArrayList<>();
    try {
      for (MidiDevice.Info info : provider.getDeviceInfo()) {
        if (info != null) {
          infos.add(info);
        }
      }
    } catch (RuntimeException _) {
      return seen.getOrDefault(provider, List.of());
    }
    seen.put(provider, infos);
    return infos;
  }

  private static boolean isOf(String classes, MidiDevice.Info info) {
    return info.getClass().getName().startsWith(classes);
  }

  private Optional<MidiDevice> device(MidiDeviceProvider provider, MidiDevice.Info info) {
    try {
      Optional<MidiDevice> device = known.get(info);
      if (device == null) {
        device = Optional.of(provider.getDevice(info)).filter(SystemMidi::isPort);
        known.put(info, device);
      }
      return device;
    } catch (RuntimeException _) {
      return Optional.empty(); // it vanished between two questions
    }
  }

  private static boolean isPort(MidiDevice device) {
    return !(device instanceof Sequencer)
        && !(device instanceof Synthesizer)
        && !device.getClass().getName().startsWith(OURSELVES);
  }

  private void add(
      MidiDevice.Info info, MidiDevice device, List<Input> inputs, List<Output> outputs) {
    Identity identity = new Identity(device, nodes.of(info.getName()));
    if (device.getMaxTransmitters() != 0) {
      inputs.add(new InputPort(identity, info));
    }
    if (device.getMaxReceivers() != 0) {
      outputs.add(new OutputPort(identity, info));
    }
  }

  /// What an open device is asked for.
  @FunctionalInterface
  private interface End<T> {
    T get() throws MidiUnavailableException;
  }

  /// Opens a device, and closes it again when it does not have what it is opened for.
  private static <T> T opened(MidiDevice device, End<T> end) throws MidiUnavailableException {
    device.open();
    try {
      return end.get();
    } catch (MidiUnavailableException | RuntimeException e) {
      device.close();
      throw e;
    }
  }

  private record InputPort(Identity identity, MidiDevice.Info info) implements Input {
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
      MidiDevice device = identity.device();
      return opened(
          device,
          () -> {
            Transmitter transmitter = device.getTransmitter();
            transmitter.setReceiver(receiver);
            return () -> {
              transmitter.setReceiver(null);
              device.close();
            };
          });
    }
  }

  private record OutputPort(Identity identity, MidiDevice.Info info) implements Output {
    @Override
    public String name() {
      return info.getName();
    }

    @Override
    public String description() {
      return info.getDescription();
    }

    @Override
    public Receiver open() throws MidiUnavailableException {
      MidiDevice device = identity.device();
      return opened(device, () -> new ClosingReceiver(device.getReceiver(), device));
    }
  }
}
