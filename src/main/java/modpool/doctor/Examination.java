package modpool.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import modpool.dsp.Interpolation;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;

/// What was found about this machine, and what to change.
public final class Examination {
  /// What `--interpolation` offers.
  static final List<Interpolation> CHOICES =
      List.of(Interpolation.NEAREST, Interpolation.LINEAR, Interpolation.CUBIC, Interpolation.SINC);

  private final Surroundings here;
  private final OutputCheck check;
  private final List<VoiceCapacity> capacities;
  private final List<String> advice;

  Examination(Surroundings here, OutputCheck check, List<VoiceCapacity> capacities) {
    this.here = here;
    this.check = check;
    this.capacities = List.copyOf(capacities);
    advice = Advice.of(here, check, capacities);
  }

  /// Examines it; takes some seconds more than are asked for.
  ///
  /// @param output not yet started; stopped afterwards
  /// @param seconds for which it plays
  /// @throws OutputException when the output cannot be had
  public static Examination run(AudioOutput output, int seconds)
      throws IOException, OutputException, InterruptedException {
    Surroundings here = Surroundings.ofThisMachine(output.rate());
    HeldNotes notes = new HeldNotes();
    OutputCheck check = OutputCheck.run(output, notes, seconds);
    List<VoiceCapacity> capacities = new ArrayList<>();
    for (Interpolation interpolation : CHOICES) {
      capacities.add(
          VoiceCapacity.measure(notes, check.rate(), check.blockFrames(), interpolation));
    }
    return new Examination(here, check, capacities);
  }

  /// For people; several lines.
  public String text() {
    Lines lines = new Lines();
    lines.title("This machine");
    lines.add("system", here.system() + ", " + here.processors() + " processors");
    lines.add("Java", here.java() + ", garbage collector " + here.collector());
    lines.add(
        "JACK, PipeWire",
        here.jack()
            .map(s -> "a server runs, %d Hz, periods of %d".formatted(s.rate(), s.blockFrames()))
            .orElse(here.noJack()));
    lines.add("Java Sound", list(here.audioOutputs()));
    lines.add("MIDI inputs", list(here.midiInputs()));
    lines.add(
        "port for a DAW",
        here.virtualPort().isEmpty() ? "none; see `modpool devices`" : here.virtualPort());
    Permissions may = here.permissions();
    lines.add("priority", may.realTime().words() + limits(may));
    lines.title("Measured, in %.0f s with %d notes".formatted(check.seconds(), check.notes()));
    lines.add("output", check.output());
    check.said().forEach(said -> lines.add("", said));
    Lateness late = check.lateness();
    lines.add(
        "wake-ups late",
        "half of them %s, 1 in 100 %s, 1 in 1000 %s, most %s"
            .formatted(
                micros(late.p50()), micros(late.p99()), micros(late.p999()), micros(late.most())));
    lines.add("xruns", "" + check.xruns());
    lines.add("thread", check.realTime() ? "real-time priority" : check.priority());
    KeyToSound wait = check.keyToSound();
    lines.add(
        "key to sound",
        "%d frames (most %d of %d notes%s), and %d in the output: %.1f ms"
            .formatted(
                wait.median(),
                wait.most(),
                wait.notes(),
                wait.inCycle() ? ", in the server's cycle" : "",
                wait.output(),
                totalMs()));
    lines.add("voices that fit", "at half of a block's time, of 256 that there are at most:");
    capacities.forEach(c -> lines.add("", words(c)));
    lines.title("What to change");
    advice.forEach(lines::point);
    if (advice.isEmpty()) {
      lines.point("nothing: this machine plays well");
    }
    return lines.toString();
  }

  private double totalMs() {
    KeyToSound wait = check.keyToSound();
    return 1e3 * (wait.median() + wait.output()) / check.rate();
  }

  private static String words(VoiceCapacity capacity) {
    return String.format(
        Locale.ROOT,
        "%-8s %s%d (%.1f ns for a voice's frame)",
        capacity.interpolation().name().toLowerCase(Locale.ROOT),
        capacity.atLeast() ? "more than " : "",
        capacity.voices(),
        capacity.nanosPerVoiceFrame());
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String micros(long nanos) {
    return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
  }

  private static String limits(Permissions may) {
    if (may.rtPrio().isEmpty()) {
      return "";
    }
    String locked =
        may.lockedBytes().isEmpty()
            ? "unknown"
            : may.lockedBytes().getAsLong() == Permissions.UNLIMITED
                ? "unlimited"
                : (may.lockedBytes().getAsLong() >> 10) + " kB";
    return " (rtprio up to %s, locked memory %s, groups: %s)"
        .formatted(limit(may.rtPrio()), locked, list(may.groups()));
  }

  private static String limit(OptionalLong limit) {
    return limit.getAsLong() == Permissions.UNLIMITED ? "any" : "" + limit.getAsLong();
  }

  /// For programs; the names stay.
  public ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("system")
        .put("name", here.system())
        .put("processors", here.processors())
        .put("java", here.java())
        .put("garbageCollector", here.collector())
        .put("governor", here.governor());
    ObjectNode jack = root.putObject("jack").put("running", here.jack().isPresent());
    here.jack().ifPresent(s -> jack.put("rate", s.rate()).put("block", s.blockFrames()));
    root.put("pipeWire", here.pipeWire());
    addAll(root.putArray("audioOutputs"), here.audioOutputs());
    addAll(root.putArray("midiInputs"), here.midiInputs());
    root.put("virtualPort", here.virtualPort());
    Permissions may = here.permissions();
    ObjectNode permissions = root.putObject("permissions");
    permissions.put("realTime", may.realTime().name().toLowerCase(Locale.ROOT));
    putLimit(permissions, "rtPrio", may.rtPrio());
    putLimit(permissions, "lockedBytes", may.lockedBytes());
    addAll(permissions.putArray("groups"), may.groups());
    root.set("output", outputJson());
    ArrayNode voices = root.putArray("voices");
    for (VoiceCapacity capacity : capacities) {
      voices
          .addObject()
          .put("interpolation", capacity.interpolation().name().toLowerCase(Locale.ROOT))
          .put("fitAtHalfLoad", capacity.voices())
          .put("atLeast", capacity.atLeast())
          .put("nanosPerVoiceFrame", capacity.nanosPerVoiceFrame());
    }
    addAll(root.putArray("advice"), advice);
    return root;
  }

  private ObjectNode outputJson() {
    ObjectNode output =
        JsonNodeFactory.instance
            .objectNode()
            .put("description", check.output())
            .put("heard", check.heard())
            .put("rate", check.rate())
            .put("block", check.blockFrames())
            .put("seconds", check.seconds())
            .put("notes", check.notes())
            .put("blocks", check.lateness().blocks())
            .put("xruns", check.xruns())
            .put("realTime", check.realTime());
    output
        .putObject("latenessMicros")
        .put("p50", check.lateness().p50() / 1e3)
        .put("p99", check.lateness().p99() / 1e3)
        .put("p999", check.lateness().p999() / 1e3)
        .put("max", check.lateness().most() / 1e3);
    KeyToSound wait = check.keyToSound();
    output
        .putObject("keyToSound")
        .put("notes", wait.notes())
        .put("medianFrames", wait.median())
        .put("maxFrames", wait.most())
        .put("outputFrames", wait.output())
        .put("inCycle", wait.inCycle())
        .put("totalMs", totalMs());
    addAll(output.putArray("said"), check.said());
    return output;
  }

  private static void putLimit(ObjectNode node, String name, OptionalLong limit) {
    if (limit.isEmpty()) {
      node.putNull(name);
    } else if (limit.getAsLong() == Permissions.UNLIMITED) {
      node.put(name, "unlimited");
    } else {
      node.put(name, limit.getAsLong());
    }
  }

  private static void addAll(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
