package modpool.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import modpool.io.jack.JackServer;
import modpool.io.javasound.JavaSoundLines;
import modpool.io.midi.MidiDevices;
import modpool.io.midi.SystemMidi;
import modpool.session.song.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `modpool devices`: what is plugged in, and how a DAW reaches modpool on this system.
@Command(
    name = "devices",
    description = "List MIDI inputs and audio outputs, and say how a DAW reaches modpool here.")
final class DevicesCommand extends ModpoolCommand {
  private static final int RATE = 48_000;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    MidiDevices.Look look = new SystemMidi().look();
    List<String> midi = look.inputs().stream().map(MidiDevices.Port::name).toList();
    List<String> thru = look.outputs().stream().map(MidiDevices.Port::name).toList();
    List<String> audio = JavaSoundLines.names(RATE);
    Optional<JackServer> jack = JackServer.find(null);
    String port = PortAdvice.here(jack.isPresent(), look).text();
    PrintWriter out = out();
    if (json) {
      ObjectNode node = Json.object();
      ArrayNode inputs = node.putArray("midiInputs");
      midi.forEach(inputs::add);
      ArrayNode thrus = node.putArray("midiOutputs");
      thru.forEach(thrus::add);
      ArrayNode outputs = node.putArray("audioOutputs");
      audio.forEach(outputs::add);
      ObjectNode server = node.putObject("jack").put("running", jack.isPresent());
      jack.ifPresent(
          s ->
              server
                  .put("rate", s.rate())
                  .put("block", s.blockFrames())
                  .put("midiPort", JackServer.MIDI_PORT));
      node.put("virtualPort", port);
      out.println(Json.pretty(node));
    } else {
      print(out, "MIDI inputs", midi);
      print(out, "MIDI outputs, for --thru", thru);
      print(out, "Audio outputs", audio);
      out.println(
          jack.map(
                  s ->
                      "JACK: a server runs, %d Hz, periods of %d; while modpool plays, its port is %s"
                          .formatted(s.rate(), s.blockFrames(), JackServer.MIDI_PORT))
              .orElse("JACK: no server runs, neither JACK's nor PipeWire's"));
      out.println("A port for a DAW: " + port);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, String title, List<String> names) {
    out.println(title + (names.isEmpty() ? ": none" : ":"));
    names.forEach(name -> out.println("  " + name));
  }
}
