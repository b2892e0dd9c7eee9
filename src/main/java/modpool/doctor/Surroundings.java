package modpool.doctor;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modpool.io.file.ConfigFolder;
import modpool.io.file.OutputException;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackServer;
import modpool.io.javasound.JavaSoundLines;
import modpool.io.midi.MidiDevices;
import modpool.io.midi.SystemMidi;

/// What there is on this machine.
///
/// @param system name and version
/// @param processors as many as may be used at once
/// @param java version
/// @param collector who collects garbage
/// @param governor how Linux clocks the processor; empty where that is not known
/// @param jack the server that runs, JACK's or PipeWire's
/// @param noJack why there is none, in words; empty where one runs
/// @param pipeWire whether PipeWire runs, with or without JACK's ports
/// @param audioOutputs Java Sound's
/// @param midiInputs names
/// @param virtualPort a port for other programs on this machine; empty where there is none
/// @param remembered where the buffers of devices are remembered; null for nowhere
/// @param permissions this user's
record Surroundings(
    String system,
    int processors,
    String java,
    String collector,
    String governor,
    Optional<JackServer> jack,
    String noJack,
    boolean pipeWire,
    List<String> audioOutputs,
    List<String> midiInputs,
    String virtualPort,
    Path remembered,
    Permissions permissions) {
  private static final Path SEQUENCER = Path.of("/dev/snd/seq");
  private static final Path GOVERNOR =
      Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

  static Surroundings ofThisMachine(int rate) {
    Optional<JackServer> jack = JackServer.find(null);
    List<String> midi =
        new SystemMidi().look().inputs().stream().map(MidiDevices.Input::name).toList();
    return new Surroundings(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        collectorsName(),
        String.join("", Permissions.lines(GOVERNOR)).strip(),
        jack,
        jack.isPresent() ? "" : whyNoJack(),
        hasPipeWire(System.getenv("XDG_RUNTIME_DIR")),
        JavaSoundLines.names(rate),
        midi,
        portFor(jack.isPresent(), Files.exists(SEQUENCER), midi),
        ConfigFolder.file("javasound.json"),
        Permissions.ofThisProcess());
  }

  private static String collectorsName() {
    String names =
        String.join(
            ", ",
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList());
    return names.startsWith("ZGC") ? "ZGC" : names;
  }

  private static String whyNoJack() {
    try {
      return JackOutput.find(null, false).description() + " came just now";
    } catch (OutputException e) {
      return e.getMessage();
    }
  }

  private static boolean hasPipeWire(String runtime) {
    return runtime != null && Files.exists(Path.of(runtime, "pipewire-0"));
  }

  static String portFor(boolean jack, boolean hasSequencer, List<String> midi) {
    if (jack) {
      return JackServer.MIDI_PORT + ", while modpool plays";
    }
    return midi.stream()
        .filter(name -> name.matches("(?i).*(virmidi|virtual|loopmidi|iac ).*"))
        .findFirst()
        .orElse(hasSequencer ? "the ALSA sequencer's modpool:midi_in, with --virtual-port" : "");
  }
}
