package modpool.cli.option;

import picocli.CommandLine.Option;

/// Whether a command that plays makes a MIDI port of its own.
public final class VirtualPortOption {
  @Option(
      names = "--virtual-port",
      description =
          "Make a MIDI port that other programs see: with ALSA's sequencer on Linux, with CoreMIDI"
              + " on macOS. Not yet tested on real hardware. JACK's port needs no option.")
  private boolean wanted;

  /// It cannot be unsaid: wanted when the option or a rack says so.
  public void fillIn(boolean inRack) {
    wanted |= inRack;
  }

  /// Whether there is to be one.
  public boolean isWanted() {
    return wanted;
  }
}
