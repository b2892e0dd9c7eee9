package modpool.spi;

import modpool.testing.FakeDevice;

/// A device with a class name like our own provider's.
@SuppressWarnings("exports")
public final class PretendedOwnDevice extends FakeDevice {
  public PretendedOwnDevice(String name) {
    super(name, true);
  }
}
