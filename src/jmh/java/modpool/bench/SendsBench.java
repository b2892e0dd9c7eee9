package modpool.bench;

import java.util.concurrent.TimeUnit;
import modpool.dsp.Grid;
import modpool.send.SendEffects;
import modpool.send.SendGain;
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

/// The shared effects: nanoseconds per frame of both sides, with one instrument that sends.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SendsBench {
  private static final int RATE = 48_000;

  /// What is sent to the reverb and to the chorus.
  @Param({"off", "reverb", "chorus", "both"})
  private String to;

  private final float[] sine = Waves.sine(2, Grid.PIECE);
  private final float[] left = new float[Grid.PIECE];
  private final float[] right = new float[Grid.PIECE];
  private final SendGain toReverb = new SendGain(RATE);
  private final SendGain toChorus = new SendGain(RATE);
  private final SendEffects effects = new SendEffects(RATE);
  private long frame;

  @Setup
  public void open() {
    toReverb.set(to.equals("reverb") || to.equals("both") ? 0.5f : 0);
    toChorus.set(to.equals("chorus") || to.equals("both") ? 0.5f : 0);
    toReverb.jump();
    toChorus.jump();
  }

  @Benchmark
  @OperationsPerInvocation(Grid.PIECE)
  public float[] frame() {
    effects.take(frame, toReverb, toChorus, sine, sine, Grid.PIECE);
    if (!effects.areSilent()) {
      effects.mix(frame, left, right, Grid.PIECE);
    }
    frame += Grid.PIECE;
    return left;
  }
}
