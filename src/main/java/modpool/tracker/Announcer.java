package modpool.tracker;

import java.util.Arrays;
import modpool.bridge.RenderThread;

/// Tells [TrackVoices] what has changed on the tracks in a tick, and nothing else.
@RenderThread
final class Announcer {
  private static final int UNTOLD = -1;

  private TrackVoices voices;
  private final int[] toldPeriod;
  private final int[] toldVolume;
  private final int[] toldSample;
  private final int[] toldPanning;
  private boolean toldFilter;

  // What sounds already when a song is entered in its middle; 0 for nothing.
  private final int[] resumedSample;
  private final int[] resumedFrame;
  private final int[] resumedEnd;

  Announcer(int tracks, TrackVoices voices) {
    this.voices = voices;
    toldPeriod = new int[tracks];
    toldVolume = new int[tracks];
    toldSample = new int[tracks];
    toldPanning = new int[tracks];
    Arrays.fill(toldPanning, Track.UNPANNED);
    resumedSample = new int[tracks];
    resumedFrame = new int[tracks];
    resumedEnd = new int[tracks];
  }

  /// From now on tells others, who know nothing yet, and first what sounds by then.
  void resume(TrackVoices others, ReadingPositions sounding) {
    voices = others;
    Arrays.fill(toldPeriod, UNTOLD);
    Arrays.fill(toldVolume, UNTOLD);
    Arrays.fill(toldSample, 0);
    Arrays.fill(toldPanning, Track.UNPANNED);
    toldFilter = false;
    for (int i = 0; i < resumedSample.length; i++) {
      resumedSample[i] = sounding.isSilent(i) ? 0 : sounding.sample(i);
      resumedFrame[i] = sounding.frame(i);
      resumedEnd[i] = sounding.endFrame(i);
    }
  }

  void announce(Track[] tracks, boolean filterOn) {
    for (int i = 0; i < tracks.length; i++) {
      Track t = tracks[i];
      if (t.panning != toldPanning[i]) {
        toldPanning[i] = t.panning;
        voices.panning(i, t.panning);
      }
      if (t.started) {
        voices.trigger(
            i, t.sample, t.startedAt, t.startedUntil, t.soundingPeriod, t.soundingVolume);
        hasTold(t, t.sample);
      } else if (resumedSample[i] > 0) {
        int sample = resumedSample[i];
        voices.resume(
            i, sample, resumedFrame[i], resumedEnd[i], t.soundingPeriod, t.soundingVolume);
        hasTold(t, sample);
      }
      t.started = false;
      resumedSample[i] = 0;
      announceChanges(t, i);
    }
    if (filterOn != toldFilter) {
      toldFilter = filterOn;
      voices.filter(filterOn);
    }
  }

  private void hasTold(Track t, int sample) {
    toldPeriod[t.index] = t.soundingPeriod;
    toldVolume[t.index] = t.soundingVolume;
    toldSample[t.index] = sample;
  }

  private void announceChanges(Track t, int i) {
    if (t.soundingPeriod != toldPeriod[i]) {
      toldPeriod[i] = t.soundingPeriod;
      voices.period(i, t.soundingPeriod);
    }
    if (t.soundingVolume != toldVolume[i]) {
      toldVolume[i] = t.soundingVolume;
      voices.volume(i, t.soundingVolume);
    }
    if (t.sample != toldSample[i]) {
      toldSample[i] = t.sample;
      voices.swap(i, t.sample);
    }
  }

  /// Passed on at once.
  void invert(Track t) {
    voices.invert(t.index, t.sample, t.invertFrame);
  }
}
