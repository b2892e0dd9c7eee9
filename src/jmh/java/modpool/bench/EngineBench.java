package modpool.bench;

import java.util.concurrent.TimeUnit;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.patch.Sample;
import modpool.testing.Samples;
import modpool.testing.TestSound;
import modpool.testing.Waves;
import modpool.worklet.Controls;
import modpool.worklet.Engine;
import modpool.worklet.EngineSettings;
import modpool.worklet.Onset;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The middle grain: nanoseconds per frame of a sounding voice, when all eight of an engine sound
/// and when one does.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBench {
  private static final int RATE = 48_000;
  private static final int CELLS = 32;

  @Param({"NEAREST", "LINEAR", "CUBIC", "SINC"})
  private Interpolation interpolation;

  private final float[] left = new float[Grid.FRAMES];
  private final float[] right = new float[Grid.FRAMES];
  private Engine full;
  private Engine single;
  private long frame;

  @Setup
  public void open() {
    EngineSettings settings = EngineSettings.of(RATE, interpolation);
    full = new Engine(settings);
    single = new Engine(settings);
    Sample sample = Samples.looped("saw", 24_000, Waves.saw(1_000));
    var zone = new TestSound().of(sample).zoneFor(60);
    for (int voice = 0; voice < Engine.VOICES; voice++) {
      full.start(voice, 0, new Onset().of(zone, 40 + 5 * voice, 100), new Controls(RATE));
    }
    single.start(3, 0, new Onset().of(zone, 55, 100), new Controls(RATE));
  }

  @Benchmark
  @OperationsPerInvocation(CELLS * Grid.FRAMES * Engine.VOICES)
  public float[] dense() {
    return render(full);
  }

  @Benchmark
  @OperationsPerInvocation(CELLS * Grid.FRAMES)
  public float[] sparse() {
    return render(single);
  }

  private float[] render(Engine engine) {
    for (int cell = 0; cell < CELLS; cell++) {
      for (int voice = 0; voice < Engine.VOICES; voice++) {
        engine.render(voice, frame, 0, Grid.FRAMES, left, right);
      }
      frame += Grid.FRAMES;
    }
    return left;
  }
}
