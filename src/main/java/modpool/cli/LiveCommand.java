package modpool.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.Modpool;
import modpool.Settings;
import modpool.io.AudioOutput;
import modpool.io.FallbackOutput;
import modpool.io.JavaSoundOutput;
import modpool.io.NullOutput;
import modpool.io.OutputException;
import modpool.io.WavOutput;
import modpool.midi.MidiPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `modpool` and `modpool live`: the instrument. Opens MIDI inputs and the output and plays until
/// Ctrl-C or `quit`.
@Command(
    name = "live",
    description = {
      "Play: opens MIDI inputs and the output, until Ctrl-C or the line 'quit'.",
      "Lines on stdin: program CH [B:]P, bank PATH, voices CH N, compact, stats, panic, quit."
    })
final class LiveCommand extends ModpoolCommand {
  private static final int SEPARATION = 60; // kind to ears on headphones

  @Mixin private SoundOptions sound;

  @Option(
      names = "--midi",
      paramLabel = "NAME|all|none",
      description =
          "MIDI inputs to open, by part of their name; repeatable (default: all)."
              + " One that is absent is waited for.")
  private List<String> midi = new ArrayList<>();

  @Option(
      names = "--audio",
      paramLabel = "auto|javasound[:NAME]|null|wav:FILE",
      defaultValue = "auto",
      description = "Where sound goes (default ${DEFAULT-VALUE}).")
  private String audio;

  @Option(
      names = "--transpose",
      paramLabel = "N",
      defaultValue = "0",
      description = "Move received keys, -48 to 48 (default ${DEFAULT-VALUE}).")
  private int transpose;

  @Option(
      names = "--velocity-curve",
      paramLabel = "N",
      defaultValue = "0",
      description = "-100 to 100; above 0 a soft touch is louder (default ${DEFAULT-VALUE}).")
  private int velocityCurve;

  @Override
  public Integer call() throws IOException, OutputException, Failures.NoDeviceException {
    AudioOutput output = output();
    try (Modpool modpool = Modpool.open(settings());
        MidiPorts ports = new MidiPorts(wanted(), modpool::receiver, LiveCommand::say)) {
      ports.rescan();
      LiveSession session = new LiveSession(modpool, output, ports, out());
      return session.run();
    }
  }

  private Settings settings() {
    Settings settings = sound.settings(SEPARATION, true);
    try {
      return settings.transpose(transpose).velocityCurve(velocityCurve);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), e.getMessage(), e);
    }
  }

  private List<String> wanted() {
    return midi.isEmpty() ? List.of("all") : midi;
  }

  private AudioOutput output() {
    int rate = sound.rate();
    int block = sound.block();
    if (audio.equals("auto")) {
      return new FallbackOutput(
          List.of(new JavaSoundOutput(null, rate, block)), rate, block, LiveCommand::say);
    }
    if (audio.equals("null")) {
      return new NullOutput(rate, block);
    }
    if (audio.equals("javasound")) {
      return new JavaSoundOutput(null, rate, block);
    }
    if (audio.startsWith("javasound:")) {
      return new JavaSoundOutput(audio.substring("javasound:".length()), rate, block);
    }
    if (audio.startsWith("wav:") && audio.length() > 4) {
      return new WavOutput(Path.of(audio.substring(4)), rate, block);
    }
    throw new ParameterException(
        spec().commandLine(),
        "--audio must be auto, javasound, javasound:NAME, null or wav:FILE, not '" + audio + "'");
  }

  /// One line for the person in front of the terminal.
  static void say(String line) {
    System.err.println("modpool: " + line);
  }
}
