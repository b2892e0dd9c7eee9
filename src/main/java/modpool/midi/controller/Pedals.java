package modpool.midi.controller;

import modpool.bridge.RenderThread;

/// The three pedals of a channel: sustain, sostenuto and soft.
@RenderThread
public final class Pedals {
  private static final int DOWN_FROM = 64;

  private final Pedal sustain = new Pedal();
  private final Pedal sostenuto = new Pedal();
  private final Pedal soft = new Pedal();

  /// @param controller 64, 66 or 67
  void set(int source, int controller, int value) {
    boolean down = value >= DOWN_FROM;
    switch (controller) {
      case 64 -> sustain.set(source, down);
      case 66 -> sostenuto.set(source, down);
      default -> soft.set(source, down);
    }
  }

  /// A source's pedals go up.
  public void release(int source) {
    sustain.set(source, false);
    sostenuto.set(source, false);
    soft.set(source, false);
  }

  /// Stand as another channel's do, but for one source's, which are up.
  public void follow(Pedals other, int except) {
    sustain.follow(other.sustain);
    sostenuto.follow(other.sostenuto);
    soft.follow(other.soft);
    release(except);
  }

  /// Everybody's go up.
  public void release() {
    sustain.release();
    sostenuto.release();
    soft.release();
  }

  public boolean sustains() {
    return sustain.isDown();
  }

  public boolean catches() {
    return sostenuto.isDown();
  }

  public boolean softens() {
    return soft.isDown();
  }
}
