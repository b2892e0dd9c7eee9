package modpool.tracker;

import java.util.ArrayList;
import java.util.List;
import modpool.module.Module;
import modpool.tracker.clock.SongPlace;

/// Voices that write down the calls for the first track, each with its tick.
final class TrackCalls implements TrackVoices {
  private final List<String> calls = new ArrayList<>();
  private int tick;

  private TrackCalls() {}

  /// The calls of a song's first ticks.
  static List<String> of(Module song, int ticks) {
    TrackCalls voices = new TrackCalls();
    Replayer replayer = new Replayer(song, SongTiming.CIA, 48_000, Replayer.ENDLESS, voices);
    voices.listen(replayer, ticks);
    return voices.calls;
  }

  /// The calls of a song's ticks from an order on.
  static List<String> from(int order, Module song, int ticks) {
    TrackCalls voices = new TrackCalls();
    Replayer replayer =
        Replayer.at(
            SongPlace.ofOrder(order), song, SongTiming.CIA, 48_000, Replayer.ENDLESS, voices);
    voices.listen(replayer, ticks);
    return voices.calls;
  }

  private void listen(Replayer replayer, int ticks) {
    for (tick = 0; tick < ticks; tick++) {
      replayer.tick();
    }
  }

  private void add(int track, String call) {
    if (track == 0) {
      calls.add(tick + ": " + call);
    }
  }

  @Override
  public void trigger(int track, int sample, int startFrame, int endFrame, int period, int volume) {
    add(track, "trigger " + sample + " " + startFrame + "-" + endFrame);
  }

  @Override
  public void panning(int track, int panning) {
    add(track, "panning " + panning);
  }

  @Override
  public void period(int track, int period) {
    add(track, "period " + period);
  }

  @Override
  public void volume(int track, int volume) {
    add(track, "volume " + volume);
  }

  @Override
  public void swap(int track, int sample) {
    add(track, "swap " + sample);
  }

  @Override
  public void invert(int track, int sample, int frame) {
    add(track, "invert " + sample + " " + frame);
  }

  @Override
  public void filter(boolean on) {
    add(0, "filter " + on);
  }
}
