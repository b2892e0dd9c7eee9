package modpool.cli.option;

import java.nio.file.Path;
import java.util.function.Consumer;
import modpool.io.AudioOutput;
import modpool.io.NullOutput;
import modpool.io.WavOutput;
import modpool.io.file.OutputException;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackServer;
import modpool.io.javasound.JavaSoundLines;
import modpool.recall.SavedPorts;
import modpool.recall.StartSettings;
import modpool.session.NoDeviceException;
import modpool.session.Outputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the sound of a command that plays goes.
public final class AudioOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--audio",
      paramLabel = "auto|jack|javasound[:NAME]|null|wav:FILE",
      defaultValue = "auto",
      description =
          "Where sound goes (default ${DEFAULT-VALUE}: JACK or PipeWire if it runs, else Java"
              + " Sound). JACK has its own rate and block.")
  private String audio;

  @Option(
      names = "--multi-out",
      description =
          "Beside the mix (out_1, out_2), a pair of JACK ports for each MIDI channel: ch01_l,"
              + " ch01_r ... ch16_r. A song, reverb and chorus are in the mix only.")
  private boolean multiOut;

  private boolean multiOutOfRack;

  /// What no option says is as a rack has it.
  public void fillIn(SavedPorts ports) {
    multiOutOfRack = ports.multiOut();
  }

  /// What no option says is as it is remembered, if it is there.
  ///
  /// @param say takes a line when it is not
  public void fillIn(StartSettings start, int rate, Consumer<String> say) {
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--audio");
    if (given || multiOut || start.audio() == null) {
      return;
    }
    String device = start.device();
    boolean isThere =
        device != null
            ? JavaSoundLines.names(rate).stream().anyMatch(name -> name.equals(device))
            : !start.audio().equals("jack") || hasJack();
    if (isThere) {
      audio = start.audio();
    } else {
      say.accept(
          "the remembered output %s is not there; playing to what is".formatted(start.audio()));
    }
  }

  /// Whether each channel is to have ports of its own, even if there is no JACK now.
  public boolean isMultiOut() {
    return multiOut || multiOutOfRack;
  }

  /// The output, not yet started.
  ///
  /// @param say takes a line when only silence is left
  /// @throws NoDeviceException when a server that was asked for does not run
  public AudioOutput output(int rate, int block, Consumer<String> say) throws NoDeviceException {
    if (multiOut || multiOutOfRack && hasJack()) {
      return multiOut();
    }
    if (multiOutOfRack) {
      say.accept("the rack's ports for each channel need JACK; all channels are in the mix only");
    }
    if (audio.equals("auto")) {
      return Outputs.automatic(rate, block, say);
    }
    if (audio.equals("jack")) {
      try {
        return JackOutput.find(null, false);
      } catch (OutputException e) {
        throw new NoDeviceException(e);
      }
    }
    if (audio.equals("null")) {
      return new NullOutput(rate, block);
    }
    if (audio.equals("javasound")) {
      return Outputs.javaSound(null, rate, block);
    }
    if (audio.startsWith("javasound:")) {
      return Outputs.javaSound(audio.substring("javasound:".length()), rate, block);
    }
    if (audio.startsWith("wav:") && audio.length() > 4) {
      return new WavOutput(Path.of(audio.substring(4)), rate, block);
    }
    throw new ParameterException(
        spec.commandLine(),
        "--audio must be auto, jack, javasound, javasound:NAME, null or wav:FILE, not '"
            + audio
            + "'");
  }

  private boolean hasJack() {
    return audio.equals("jack") || audio.equals("auto") && JackServer.find(null).isPresent();
  }

  /// Only JACK has so many ports.
  private AudioOutput multiOut() throws NoDeviceException {
    if (!hasJack()) {
      throw new ParameterException(
          spec.commandLine(),
          "--multi-out needs JACK's ports, which --audio "
              + audio
              + " has not here; start JACK or PipeWire and use --audio jack");
    }
    try {
      return JackOutput.find(null, true);
    } catch (OutputException e) {
      throw new NoDeviceException(e);
    }
  }
}
