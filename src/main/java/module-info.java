/// A stand-alone, plugin-style MIDI instrument: pooled four-voice MOD instruments.
module modpool {
  requires transitive java.desktop;
  requires java.logging;
  requires java.management;
  requires static com.formdev.flatlaf;
  requires static info.picocli;
  requires static org.jline.terminal;
  requires com.fasterxml.jackson.databind;

  uses javax.sound.midi.spi.MidiDeviceProvider;

  exports modpool;
  exports modpool.spi;

  provides javax.sound.midi.spi.MidiDeviceProvider with
      modpool.spi.ModpoolProvider;
  provides javax.sound.midi.spi.SoundbankReader with
      modpool.spi.ModpoolBankReader;

  opens modpool.cli to
      info.picocli;
  opens modpool.cli.option to
      info.picocli;
}
