package modpool.cli.option;

import static java.util.Objects.requireNonNullElse;

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
import picocli.CommandLine.Option;

/// Where the sound of a command that plays goes.
public final class AudioOptions {
  private static final String JAVA_SOUND = "javasound:";
  private static final String WAV = "wav:";

  @Option(
      names = "--audio",
      paramLabel = "auto|jack|javasound[:NAME]|null|wav:FILE",
      description =
          "Where sound goes (default auto: JACK or PipeWire if it runs, else Java Sound). JACK has"
              + " its own rate and block.")
  private String audio; // null: nowhere in particular

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
    if (audio != null || hasChannelPorts() || start.audio() == null) {
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
    if (hasChannelPorts()) {
      return multiOut();
    }
    if (multiOutOfRack) {
      say.accept("the rack's ports for each channel need JACK; all channels are in the mix only");
    }
    String wanted = wanted();
    return switch (wanted) {
      case "auto" -> Outputs.automatic(rate, block, say);
      case "jack" -> jack(false);
      case "null" -> new NullOutput(rate, block);
      case "javasound" -> Outputs.javaSound(null, rate, block);
      default -> named(wanted, rate, block);
    };
  }

  private static AudioOutput named(String wanted, int rate, int block) throws NoDeviceException {
    if (wanted.startsWith(JAVA_SOUND)) {
      return Outputs.javaSound(wanted.substring(JAVA_SOUND.length()), rate, block);
    }
    if (wanted.startsWith(WAV) && wanted.length() > WAV.length()) {
      return new WavOutput(Path.of(wanted.substring(WAV.length())), rate, block);
    }
    throw new BadUsageException(
        "--audio must be auto, jack, javasound, javasound:NAME, null or wav:FILE, not '"
            + wanted
            + "'");
  }

  private String wanted() {
    return requireNonNullElse(audio, "auto");
  }

  /// A rack's wish counts where it can be had.
  private boolean hasChannelPorts() {
    return multiOut || multiOutOfRack && hasJack();
  }

  private boolean hasJack() {
    return wanted().equals("jack") || wanted().equals("auto") && JackServer.find(null).isPresent();
  }

  /// Only JACK has so many ports.
  private AudioOutput multiOut() throws NoDeviceException {
    if (!hasJack()) {
      throw new BadUsageException(
          "--multi-out needs JACK's ports, which --audio "
              + wanted()
              + " has not here; start JACK or PipeWire and use --audio jack");
    }
    return jack(true);
  }

  private static AudioOutput jack(boolean multiOut) throws NoDeviceException {
    try {
      return JackOutput.find(null, multiOut);
    } catch (OutputException e) {
      throw new NoDeviceException(e);
    }
  }
}
