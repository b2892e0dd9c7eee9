package modpool.spi;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.spi.MidiDeviceProvider;

/// Tells `javax.sound.midi` of one device, the synthesizer "modpool". Each that is asked for is an
/// instrument of its own.
public final class ModpoolProvider extends MidiDeviceProvider {
  private static final class Info extends MidiDevice.Info {
    private Info(String version) {
      super("modpool", "modpool", "MOD instruments of four pooled voices", version);
    }
  }

  private static final MidiDevice.Info INFO = new Info(version());

  private static String version() {
    String version = ModpoolProvider.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  static MidiDevice.Info info() {
    return INFO;
  }

  @Override
  public MidiDevice.Info[] getDeviceInfo() {
    return new MidiDevice.Info[] {INFO};
  }

  /// A new synthesizer, not yet open.
  ///
  /// @throws IllegalArgumentException for another provider's info
  @Override
  public MidiDevice getDevice(MidiDevice.Info info) {
    if (!INFO.equals(info)) {
      throw new IllegalArgumentException("not one of modpool's devices: " + info);
    }
    return new ModpoolSynthesizer();
  }
}
