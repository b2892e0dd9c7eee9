package modpool.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;
import javax.sound.midi.spi.MidiDeviceProvider;

/// A device of the kind that `javax.sound.midi` lists: a keyboard (sends) or a module (receives).
public class FakeDevice implements MidiDevice {
  private final List<MidiMessage> got = new CopyOnWriteArrayList<>();
  private final boolean sends;
  private volatile Info info;
  private volatile Receiver to;
  private volatile boolean open;

  public FakeDevice(String name, boolean sends) {
    this.sends = sends;
    info = new FakeInfo(name);
  }

  /// As CoreMIDI4J does whenever something is plugged.
  public void renewInfo() {
    info = new FakeInfo(info.getName());
  }

  /// Sends a message from the keyboard; nobody may be listening.
  public void play(MidiMessage message) {
    Receiver listener = to;
    if (listener != null) {
      listener.send(message, -1);
    }
  }

  /// True while somebody listens to the keyboard.
  public boolean isHeard() {
    return to != null;
  }

  /// What came to the module.
  public List<MidiMessage> got() {
    return got;
  }

  static class FakeInfo extends Info {
    FakeInfo(String name) {
      super(name, "vendor", "a fake", "1");
    }
  }

  /// Offers devices, and counts how often it is asked for one.
  public static final class Provider extends MidiDeviceProvider {
    private final List<MidiDevice> devices = new CopyOnWriteArrayList<>();
    private RuntimeException failure;
    private int asked;

    /// Those that are plugged in.
    public List<MidiDevice> devices() {
      return devices;
    }

    public void failFromNowOn(RuntimeException with) {
      failure = with;
    }

    /// How often a device was asked for.
    public int asked() {
      return asked;
    }

    @Override
    public Info[] getDeviceInfo() {
      if (failure != null) {
        throw failure;
      }
      return devices.stream().map(MidiDevice::getDeviceInfo).toArray(Info[]::new);
    }

    @Override
    public MidiDevice getDevice(Info info) {
      asked++;
      return devices.stream()
          .filter(device -> device.getDeviceInfo().equals(info))
          .findFirst()
          .orElseThrow(IllegalArgumentException::new);
    }
  }

  @Override
  public Info getDeviceInfo() {
    return info;
  }

  @Override
  public void open() {
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public long getMicrosecondPosition() {
    return -1;
  }

  @Override
  public int getMaxReceivers() {
    return sends ? 0 : -1;
  }

  @Override
  public int getMaxTransmitters() {
    return sends ? -1 : 0;
  }

  @Override
  public Receiver getReceiver() {
    return new Receiver() {
      @Override
      public void send(MidiMessage message, long timeStamp) {
        got.add(message);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<Receiver> getReceivers() {
    return List.of();
  }

  @Override
  public Transmitter getTransmitter() {
    return new Transmitter() {
      @Override
      public void setReceiver(Receiver receiver) {
        to = receiver;
      }

      @Override
      public Receiver getReceiver() {
        return to;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<Transmitter> getTransmitters() {
    return List.of();
  }
}
