package modpool.cli;

import java.io.IOException;
import java.io.PrintWriter;
import modpool.cli.option.AudioOptions;
import modpool.cli.option.BadUsageException;
import modpool.control.Control;
import modpool.doctor.Examination;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;
import modpool.io.file.UnwritableFileException;
import modpool.session.NoDeviceException;
import modpool.session.song.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modpool doctor`: what this machine has, how well it plays, and what to change.
@Command(
    name = "doctor",
    description = {
      "Examine this machine: what is there, how punctual the output is, how many voices fit, and"
          + " what to change. Plays very softly meanwhile."
    })
final class DoctorCommand extends ModpoolCommand {
  private static final int MOST_SECONDS = 600;

  @Mixin private AudioOptions audio;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long the output is listened to, 1-600 (default ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      defaultValue = "48000",
      description = "Frames per second, 8000-192000 (default ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--block",
      paramLabel = "FRAMES",
      defaultValue = "64",
      description = "Frames rendered at a time, 1-8192 (default ${DEFAULT-VALUE}).")
  private int block;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException, OutputException, NoDeviceException {
    check();
    AudioOutput output = audio.output(rate, block, this::say);
    try {
      Examination found = Examination.run(output, seconds);
      PrintWriter out = out();
      if (json) {
        out.println(Json.pretty(found.json()));
      } else {
        out.print(found.text());
      }
      out.flush();
      return ExitCode.DONE;
    } catch (UnwritableFileException e) {
      throw e;
    } catch (OutputException e) {
      throw new NoDeviceException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void check() {
    try {
      Control.within("--seconds", seconds, 1, MOST_SECONDS);
      Control.within("--rate", rate, Control.MIN_RATE, Control.MAX_RATE);
      Control.within("--block", block, 1, Control.MAX_BLOCK);
    } catch (IllegalArgumentException e) {
      throw new BadUsageException(e);
    }
  }
}
