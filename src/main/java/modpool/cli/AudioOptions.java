package modpool.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import modpool.io.AudioOutput;
import modpool.io.JavaSoundOutput;
import modpool.io.NullOutput;
import modpool.io.OutputException;
import modpool.io.WavOutput;
import modpool.io.jack.JackOutput;
import modpool.session.NoDeviceException;
import modpool.session.Outputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the sound of a command that plays goes.
final class AudioOptions {
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

  /// The output, not yet started.
  ///
  /// @param say takes a line when only silence is left
  /// @throws NoDeviceException when a server that was asked for does not run
  AudioOutput output(int rate, int block, Consumer<String> say) throws NoDeviceException {
    if (audio.equals("auto")) {
      return Outputs.automatic(rate, block, say);
    }
    if (audio.equals("jack")) {
      try {
        return JackOutput.find(null);
      } catch (OutputException e) {
        throw new NoDeviceException(e);
      }
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
        spec.commandLine(),
        "--audio must be auto, jack, javasound, javasound:NAME, null or wav:FILE, not '"
            + audio
            + "'");
  }
}
