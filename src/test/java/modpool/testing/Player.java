package modpool.testing;

import java.util.Arrays;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.instrument.DedicatedInstrument;
import modpool.instrument.Instrument;
import modpool.instrument.ModInstrument;
import modpool.instrument.PooledInstrument;
import modpool.patch.Patch;
import modpool.worklet.EngineSettings;
import modpool.worklet.WorkletPool;

/// Plays one instrument by hand, at its own level: no mixer, no headroom.
public final class Player {
  /// Output rate of every player.
  public static final int RATE = 48_000;

  /// The middle's share of each side, by constant power.
  public static final double MIDDLE = Math.sqrt(0.5);

  /// Which kind of instrument plays.
  public enum Kind {
    POOLED,
    DEDICATED,
    SIMPLE
  }

  private final Instrument instrument;
  private long frame;
  private float[] right = {};

  private Player(Instrument instrument) {
    this.instrument = instrument;
  }

  /// A pooled instrument with cubic interpolation.
  public static Player of(Patch patch) {
    return of(Kind.POOLED, Interpolation.CUBIC, 4, patch);
  }

  public static Player of(Interpolation interpolation, Patch patch) {
    return of(Kind.POOLED, interpolation, 4, patch);
  }

  public static Player of(Kind kind, Interpolation interpolation, int voices, Patch patch) {
    EngineSettings settings = EngineSettings.of(RATE, interpolation);
    Instrument instrument =
        switch (kind) {
          case POOLED ->
              new PooledInstrument(new WorkletPool(settings).allocateVoices("01", voices), RATE);
          case DEDICATED -> new DedicatedInstrument("01", voices, settings);
          case SIMPLE -> new ModInstrument("01", voices, settings);
        };
    instrument.setPatch(patch);
    return new Player(instrument);
  }

  public Instrument instrument() {
    return instrument;
  }

  /// Frame of the next value.
  public long frame() {
    return frame;
  }

  public Player keyDown(int key) {
    return keyDown(key, 127);
  }

  public Player keyDown(int key, int velocity) {
    instrument.noteOn(frame, 1, key, velocity);
    return this;
  }

  public Player keyUp(int key) {
    instrument.noteOff(frame, 1, key);
    return this;
  }

  /// The next frames of the left side; [#right()] has the other.
  public float[] play(int frames) {
    float[] left = new float[frames];
    right = new float[frames];
    float[] busLeft = new float[Grid.PIECE];
    float[] busRight = new float[Grid.PIECE];
    for (int done = 0; done < frames; ) {
      int piece = Math.min(frames - done, Grid.PIECE);
      Arrays.fill(busLeft, 0);
      Arrays.fill(busRight, 0);
      instrument.render(frame, piece, busLeft, busRight);
      System.arraycopy(busLeft, 0, left, done, piece);
      System.arraycopy(busRight, 0, right, done, piece);
      done += piece;
      frame += piece;
    }
    return left;
  }

  /// Likewise by time.
  public float[] playMs(double ms) {
    return play((int) Math.round(ms * RATE / 1000));
  }

  /// The right side of what was played last.
  public float[] right() {
    return right;
  }
}
