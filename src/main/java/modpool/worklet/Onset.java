package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.patch.Sample;
import modpool.patch.Zone;

/// How a note begins. Filled anew for each: nothing of it is kept.
@RenderThread
public final class Onset {
  /// No key to glide from.
  public static final int NO_KEY = -1;

  /// What sounds.
  public Zone zone;

  public int key;

  /// 1-127.
  public int velocity;

  /// The key to glide from, or [#NO_KEY], and how long that takes.
  public int glideFromKey = NO_KEY;

  public double glideMs;

  /// Added to every pan: beyond 2 the note is hard right, below -2 hard left, whatever else says.
  public float side;

  /// Frames from where its zone begins: effect 9.
  public int offset;

  /// Whether its player has only borrowed the voice.
  public boolean lent;

  /// Where in the sample it begins, 32.32. Behind the end is the loop or, without one, nothing.
  public long startPhase() {
    int frame = zone.startFrame() + offset;
    Sample of = zone.sample();
    int end = of.loopLength() > 0 ? of.loopEnd() : of.playEnd();
    return (long) (offset > 0 && frame >= end ? of.loopBegin() : frame) << 32;
  }

  /// What sounds, on which key, how hard.
  public Onset of(Zone zone, int key, int velocity) {
    this.zone = zone;
    this.key = key;
    this.velocity = velocity;
    return this;
  }
}
