package modpool.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import modpool.io.AudioOutput;
import modpool.io.FallbackOutput;
import modpool.io.JavaSoundOutput;
import modpool.io.NullOutput;
import modpool.io.WavOutput;
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
      paramLabel = "auto|javasound[:NAME]|null|wav:FILE",
      defaultValue = "auto",
      description = "Where sound goes (default ${DEFAULT-VALUE}).")
  private String audio;

  /// The output, not yet started.
  ///
  /// @param say takes a line when only silence is left
  AudioOutput output(int rate, int block, Consumer<String> say) {
    if (audio.equals("auto")) {
      return new FallbackOutput(List.of(new JavaSoundOutput(null, rate, block)), rate, block, say);
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
        "--audio must be auto, javasound, javasound:NAME, null or wav:FILE, not '" + audio + "'");
  }
}
