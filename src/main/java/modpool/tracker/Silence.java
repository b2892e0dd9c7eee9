package modpool.tracker;

import modpool.bridge.RenderThread;

/// Voices that make no sound: for a replayer of which only the way through the song matters.
@RenderThread
final class Silence implements TrackVoices {
  static final Silence INSTANCE = new Silence();

  private Silence() {}

  @Override
  public void trigger(
      int track, int sample, int startFrame, int endFrame, int period, int volume) {}

  @Override
  public void period(int track, int period) {}

  @Override
  public void volume(int track, int volume) {}

  @Override
  public void swap(int track, int sample) {}

  @Override
  public void invert(int track, int sample, int frame) {}

  @Override
  public void filter(boolean on) {}
}
