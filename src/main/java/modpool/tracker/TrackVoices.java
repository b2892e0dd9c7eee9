package modpool.tracker;

import modpool.bridge.RenderThread;

/// Who makes a song's sound: instruments of the pool, a model of Paula, or a trace.
///
/// Everything happens at the first frame of the tick that is being played. A track sounds one note
/// at a time; `sample` is a number as patterns write it, from 1. In a tick each track is told at
/// most one of each, in the order of the methods here; what has not changed is not told again. Only
/// inversions are told at once, before all else, and two may fall in a tick.
@RenderThread
public interface TrackVoices {
  /// Effect 8xx, where the format has it: the track's place, for its notes from now on and what
  /// sounds.
  ///
  /// @param panning 0 left to 255 right
  default void panning(int track, int panning) {}

  /// A note begins and ends the track's old one, whatever sample that plays.
  ///
  /// Frames from `startFrame` up to `endFrame` sound once; then the sample's loop, without end, or
  /// silence when it has none. So a sample whose loop starts at 0 plays once as a whole first.
  ///
  /// @param sample 0 when the track has none: silence
  /// @param startFrame first frame; not 0 after effect 9
  /// @param endFrame end of the first pass; `startFrame + 2` when effect 9 went past the end
  /// @param period see [#period(int, int)]
  /// @param volume 0..64
  void trigger(int track, int sample, int startFrame, int endFrame, int period, int volume);

  /// A note that began before the place where the song is entered sounds on from there. Otherwise
  /// like [#trigger].
  default void resume(int track, int sample, int startFrame, int endFrame, int period, int volume) {
    trigger(track, sample, startFrame, endFrame, period, volume);
  }

  /// The pitch changes: Paula reads a frame every `period` colour clocks.
  ///
  /// @param period 0..65535; 0 stands for 65536, and Paula can't keep up below 113
  void period(int track, int period);

  /// @param volume 0..64, linear
  void volume(int track, int volume);

  /// A sample number without a note: when the present pass through the sound has ended, the loop of
  /// this sample follows, or silence when it has none. A track that has run out starts with that
  /// loop at once.
  void swap(int track, int sample);

  /// Effect EFx: turns a frame of the sample upside down (`-1 - x`), for every track and for good.
  void invert(int track, int sample, int frame);

  /// Effect E0x: the Amiga's power LED and with it the low-pass filter.
  void filter(boolean on);
}
