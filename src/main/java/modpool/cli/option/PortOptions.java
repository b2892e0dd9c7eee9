package modpool.cli.option;

import java.util.ArrayList;
import java.util.List;
import modpool.recall.SavedPorts;
import modpool.session.SessionPorts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the MIDI of the live instrument comes from and goes to.
public final class PortOptions {
  @Option(
      names = "--midi",
      paramLabel = "NAME|all|none",
      description =
          "MIDI inputs to open, by part of their name; repeatable (default: all)."
              + " One that is absent is waited for.")
  private List<String> midi = new ArrayList<>();

  @Option(
      names = "--thru",
      paramLabel = "NAME",
      description =
          "Send what is played on to MIDI outputs, by part of their name; repeatable. Nothing goes"
              + " back to the port it came from. One that is absent is waited for.")
  private List<String> thru = new ArrayList<>();

  @Mixin private VirtualPortOption virtualPort = new VirtualPortOption();

  /// What no option says is as a rack has it.
  public void fillIn(SavedPorts ports) {
    midi = midi.isEmpty() ? ports.inputs() : midi;
    thru = thru.isEmpty() ? ports.thru() : thru;
    virtualPort.fillIn(ports.virtualPort());
  }

  /// What is wished for, by options or a rack.
  public SessionPorts.Wishes wishes() {
    return new SessionPorts.Wishes(midi, thru, virtualPort.isWanted());
  }
}
