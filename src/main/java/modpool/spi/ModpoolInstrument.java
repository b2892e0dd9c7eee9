package modpool.spi;

import javax.sound.midi.Instrument;
import modpool.patch.Patch;

/// A preset as `javax.sound.midi` knows it: its bank and program are the place it came from.
final class ModpoolInstrument extends Instrument {
  /// Bank number of drum kits: General MIDI 2's, which is bank select 120 0.
  static final int KITS = 120 << 7;

  private final Patch patch;

  ModpoolInstrument(ModpoolSoundbank bank, int bankNumber, int program, Patch patch) {
    super(bank, new javax.sound.midi.Patch(bankNumber, program), patch.name(), null);
    this.patch = patch;
  }

  Patch patch() {
    return patch;
  }

  boolean isKit() {
    return getPatch().getBank() == KITS;
  }

  /// Nothing that other programs could use.
  @Override
  public Object getData() {
    return null;
  }
}
