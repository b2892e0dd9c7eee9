package modpool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The whole: nanoseconds per frame of a sounding voice out of the finished mix, in blocks of 64
/// frames, with all 64 voices sounding and with four of them, each on a channel of its own.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModpoolBench {
  private static final int BLOCK = 64;
  private static final int BLOCKS = 16;

  @Param({"NEAREST", "LINEAR", "CUBIC", "SINC"})
  private Settings.Interpolation interpolation;

  /// A sustained sample; or one with its filter, both oscillators and an envelope at work.
  @Param({"plain", "rich"})
  private String sound;

  private final float[] left = new float[BLOCK];
  private final float[] right = new float[BLOCK];
  private Path folder;
  private Modpool full;
  private Modpool few;

  @Setup
  public void open() throws IOException, InvalidMidiDataException {
    folder = Files.createTempDirectory("modpool-bench");
    new BankFolder(folder)
        .wave("saw", 24_000, Waves.saw(1_000))
        .loop("saw", "")
        .loop(
            "saw",
            """
            "filter": {"cutoffHz": 2000, "resonanceDb": 6, "keyTrackCents": 30},
            "lfo1": {"rateHz": 5.2, "toPitchCents": 5},
            "lfo2": {"shape": "triangle", "rateHz": 3, "toGainDb": 2, "toCutoffCents": 200},
            "modulation": {"decayMs": 500, "sustain": 0.5, "toCutoffCents": 1000},
            "macros": [{"macro": 0, "to": "cutoffCents", "amount": 2400}]
            """)
        .write();
    full = playing(16, 4);
    few = playing(4, 1);
  }

  private Modpool playing(int channels, int keys) throws IOException, InvalidMidiDataException {
    Modpool modpool = Modpool.open(new Settings().bank(folder).interpolation(interpolation));
    Receiver receiver = modpool.receiver();
    for (int i = 0; i < channels; i++) {
      int channel = i * 16 / channels;
      int program = sound.equals("rich") ? 1 : 0;
      receiver.send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0), -1);
      for (int key = 0; key < keys; key++) {
        int number = 40 + 2 * channel + 7 * key;
        receiver.send(new ShortMessage(ShortMessage.NOTE_ON, channel, number, 100), -1);
      }
    }
    return modpool;
  }

  @TearDown
  public void close() throws IOException {
    full.close();
    few.close();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Benchmark
  @OperationsPerInvocation(BLOCKS * BLOCK * 64)
  public float[] dense() {
    return render(full);
  }

  @Benchmark
  @OperationsPerInvocation(BLOCKS * BLOCK * 4)
  public float[] sparse() {
    return render(few);
  }

  private float[] render(Modpool modpool) {
    for (int block = 0; block < BLOCKS; block++) {
      modpool.render(left, right, BLOCK);
    }
    return left;
  }
}
