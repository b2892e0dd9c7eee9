package modpool.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modpool.io.jack.JackServer;
import modpool.io.midi.MidiDevices;

/// How a DAW can send to modpool, in words, by what was found.
///
/// @param system its name, as Java says it
/// @param hasJack true when a JACK or PipeWire server runs
/// @param hasSequencer true when the kernel has ALSA's sequencer
/// @param look the MIDI ports
record PortAdvice(String system, boolean hasJack, boolean hasSequencer, MidiDevices.Look look) {
  private static final String UNTESTED = " (not yet tested on real hardware)";

  /// Parts of the names that loopMIDI, LoopBe and Windows MIDI Services give to what comes round.
  private static final List<String> WINDOWS_LOOPS = List.of("loopmidi", "loopback", "loopbe");

  /// About the machine this runs on.
  static PortAdvice here(boolean hasJack, MidiDevices.Look look) {
    boolean hasSequencer = Files.exists(Path.of("/dev/snd/seq"));
    return new PortAdvice(System.getProperty("os.name"), hasJack, hasSequencer, look);
  }

  String text() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return mac();
    }
    return name.contains("win") ? windows() : linux();
  }

  private String mac() {
    String iac =
        input(List.of("iac"))
            .map("or send to \"%s\", which was found"::formatted)
            .orElse("or switch the IAC Driver on in Audio MIDI Setup and send to its bus");
    return "start modpool with --virtual-port and send to \"modpool\"" + UNTESTED + "; " + iac;
  }

  private String windows() {
    Optional<String> loop = input(WINDOWS_LOOPS);
    if (loop.isEmpty()) {
      return "none was found; install loopMIDI and make a port there, or use the loopback of"
          + " Windows MIDI Services (\"Default App Loopback\"), and send to it";
    }
    String found = loop.get();
    boolean isPair = found.endsWith("(A)") || found.endsWith("(B)");
    String other = isPair ? " from its other end, since what goes in at (A) comes out at (B)" : "";
    return "\"%s\" was found: modpool hears it; send to it%s".formatted(found, other);
  }

  private String linux() {
    String jack = hasJack ? "" : "run JACK or PipeWire and ";
    String sequencer =
        hasSequencer
            ? "start modpool with --virtual-port and send to the ALSA sequencer's modpool:midi_in"
                + UNTESTED
            : "load the ALSA sequencer, which was not found (sudo modprobe snd-seq), for"
                + " --virtual-port";
    String raw =
        input(List.of("virmidi"))
            .map("connect the DAW to \"%s\", which was found"::formatted)
            .orElse("load virtual raw MIDI (sudo modprobe snd-virmidi) and connect the DAW to it");
    return jack
        + "send to "
        + JackServer.MIDI_PORT
        + ", there while modpool plays; or "
        + sequencer
        + "; or "
        + raw;
  }

  /// The first input with one of these in its name or description.
  private Optional<String> input(List<String> parts) {
    return look.inputs().stream()
        .filter(
            input -> {
              String text = (input.name() + " " + input.description()).toLowerCase(Locale.ROOT);
              return parts.stream().anyMatch(text::contains);
            })
        .map(MidiDevices.Port::name)
        .findFirst();
  }
}
