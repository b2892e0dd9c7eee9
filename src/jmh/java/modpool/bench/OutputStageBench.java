package modpool.bench;

import java.util.concurrent.TimeUnit;
import modpool.dsp.Grid;
import modpool.dsp.Machine;
import modpool.dsp.PaulaFilter;
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

/// An Amiga's filters: nanoseconds per frame of both sides, once for all voices.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OutputStageBench {
  private static final int RATE = 48_000;

  @Param({"A500", "A1200"})
  private Machine machine;

  @Param({"false", "true"})
  private boolean led;

  private final float[] sine = Waves.sine(1, Grid.FRAMES);
  private final float[] left = new float[Grid.FRAMES];
  private final float[] right = new float[Grid.FRAMES];
  private PaulaFilter filter;

  @Setup
  public void open() {
    filter = new PaulaFilter(machine, RATE);
    filter.setLed(led);
  }

  @Benchmark
  @OperationsPerInvocation(Grid.FRAMES)
  public float[] frame() {
    System.arraycopy(sine, 0, left, 0, sine.length);
    System.arraycopy(sine, 0, right, 0, sine.length);
    filter.process(0, left, right, Grid.FRAMES);
    return left;
  }
}
