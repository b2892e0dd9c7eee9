package modpool.tracker;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.module.Module;
import modpool.module.ModuleSample;

/// Where Paula would be reading each track's sample: voices that make no sound.
///
/// Exact but for the fractions of a frame that a change of period or sample leaves.
@RenderThread
final class ReadingPositions implements TrackVoices {
  private static final int SAMPLE_NUMBERS = 32;

  private final ModuleSample[] samples = new ModuleSample[SAMPLE_NUMBERS];
  private final TrackVoices inversions;
  private final int[] sample;
  private final int[] nextSample;
  private final int[] frame;
  private final int[] endFrame;
  private final int[] period;
  private final int[] rest; // colour clocks since the frame was read
  private final boolean[] hasEnded;

  /// @param inversions who is told of inverted frames, which are for good
  ReadingPositions(Module song, TrackVoices inversions) {
    this.inversions = inversions;
    for (int number = 0; number < SAMPLE_NUMBERS; number++) {
      samples[number] = song.sample(number);
    }
    sample = new int[song.channels()];
    nextSample = new int[song.channels()];
    frame = new int[song.channels()];
    endFrame = new int[song.channels()];
    period = new int[song.channels()];
    rest = new int[song.channels()];
    hasEnded = new boolean[song.channels()];
    Arrays.fill(hasEnded, true);
  }

  /// Lets a tick pass.
  void advance(int colourClocks) {
    for (int track = 0; track < sample.length; track++) {
      if (sample[track] > 0 || nextSample[track] > 0) {
        int clocks = Paula.clocksPerFrame(period[track]);
        int time = rest[track] + colourClocks;
        rest[track] = time % clocks;
        frame[track] += time / clocks;
        if (frame[track] >= endFrame[track]) {
          repeat(track);
        }
      }
    }
  }

  private void repeat(int track) {
    ModuleSample of = samples[nextSample[track]];
    int start = of.loopStart();
    int length = of.isLooped() ? of.loopLength() : Paula.WORD;
    sample[track] = nextSample[track];
    frame[track] = start + (frame[track] - endFrame[track]) % length;
    endFrame[track] = start + length;
    hasEnded[track] = !of.isLooped();
  }

  @Override
  public void trigger(int track, int number, int startFrame, int end, int newPeriod, int volume) {
    sample[track] = number;
    nextSample[track] = number;
    frame[track] = startFrame;
    endFrame[track] = Math.max(end, startFrame + Paula.WORD);
    period[track] = newPeriod;
    rest[track] = 0;
    hasEnded[track] = samples[number].isEmpty();
  }

  @Override
  public void period(int track, int newPeriod) {
    period[track] = newPeriod;
  }

  @Override
  public void volume(int track, int volume) {}

  @Override
  public void swap(int track, int number) {
    if (endFrame[track] > 0) { // a track without a note yet reads nothing
      nextSample[track] = number;
    }
  }

  @Override
  public void invert(int track, int number, int inverted) {
    inversions.invert(track, number, inverted);
  }

  @Override
  public void filter(boolean on) {}

  /// The sample that is read, 0 for none.
  int sample(int track) {
    return sample[track];
  }

  /// The frame that is read.
  int frame(int track) {
    return frame[track];
  }

  /// The end of the present pass.
  int endFrame(int track) {
    return endFrame[track];
  }

  /// Whether nothing sounds: no note yet, or one that is over.
  boolean isSilent(int track) {
    return hasEnded[track];
  }
}
