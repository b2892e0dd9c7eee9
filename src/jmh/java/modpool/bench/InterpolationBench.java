package modpool.bench;

import java.util.concurrent.TimeUnit;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.testing.Samples;
import modpool.testing.Waves;
import modpool.worklet.SampleReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The smallest grain: nanoseconds per frame read from a looped sample.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterpolationBench {
  private static final int CELLS = 64;

  @Param({"NEAREST", "LINEAR", "CUBIC", "SINC", "STEPS"})
  private Interpolation interpolation;

  /// Sample frames per output frame. At 48 kHz Amiga periods 428 and 113 are 0.173 and 0.654.
  @Param({"0.173", "0.654", "1.7"})
  private double ratio;

  private final Sample sample = Samples.looped("saw", 48_000, Waves.saw(1_000));
  private final float[] out = new float[Grid.FRAMES];
  private final SampleReader reader = new SampleReader();
  private long phase;
  private long increment;

  @Setup
  public void open() {
    increment = (long) (ratio * Pitch.ONE);
  }

  @Benchmark
  @OperationsPerInvocation(CELLS * Grid.FRAMES)
  public float[] frame() {
    for (int cell = 0; cell < CELLS; cell++) {
      phase =
          reader.read(interpolation, sample, sample.left(), phase, increment, out, 0, Grid.FRAMES);
    }
    return out;
  }
}
