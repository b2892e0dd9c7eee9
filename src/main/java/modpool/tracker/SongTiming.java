package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.module.Module;
import modpool.module.Module.Tracker;
import modpool.tracker.clock.SongClock;

/// What counts a song's ticks.
public enum SongTiming {
  /// Whatever suits the song, see [#of(Module)].
  AUTO,
  /// A timer chip: the tempo says how long a tick is.
  CIA,
  /// The screen: a tick is one PAL frame, and effect F sets nothing but the speed.
  VBLANK;

  /// What ProTracker divides by the tempo to program the timer, which runs on colour clock / 5.
  private static final int CIA_DIVIDEND = 1_773_447;

  private static final int CLOCKS_OF_CIA = 5;

  /// A PAL screen without interlace: 313 lines of 227 colour clocks, 49.92 a second (Amiga Hardware
  /// Reference Manual; pt2-clone's `AMIGA_PAL_VBLANK_HZ`).
  private static final int CLOCKS_OF_SCREEN = 313 * 227;

  /// Songs whose author counted on the screen last that long when their speeds are read as tempos.
  private static final int TOO_LONG_SECONDS = 600;

  /// What suits a song. The screen counts
  ///
  /// - for NoiseTracker's and StarTrekker's own formats, which know nothing else;
  /// - for a four-track `M.K.` that uses F20 and more, never speed and tempo in one row, which
  ///   would need the timer, and that is shorter with the screen but lasts ten minutes or more with
  ///   the timer (after OpenMPT's `Load_mod.cpp`).
  ///
  /// All others go by the timer: ProTracker starts in that mode, and at its first tempo, 125, the
  /// two are nearly the same. Soundtracker's songs carry a timer value of their own.
  public static SongTiming of(Module song) {
    if (song.tracker() == Tracker.NOISETRACKER || song.tracker() == Tracker.STARTREKKER) {
      return VBLANK;
    }
    boolean undecided = song.tracker() == Tracker.PROTRACKER && song.tag().equals("M.K.");
    if (!undecided || !TempoUse.of(song).suggestsSpeeds()) {
      return CIA;
    }
    long withTimer = SongLength.colourClocks(song, CIA);
    boolean tooLong = withTimer >= (long) TOO_LONG_SECONDS * SongClock.COLOUR_CLOCK_HZ;
    return tooLong && SongLength.colourClocks(song, VBLANK) < withTimer ? VBLANK : CIA;
  }

  /// This one, or for [#AUTO] what suits a song.
  public SongTiming resolve(Module song) {
    return this == AUTO ? of(song) : this;
  }

  /// The length of a tick in colour clocks.
  @RenderThread
  int tickClocks(int tempo) {
    // The timer counts down through 0, hence + 1.
    return this == VBLANK ? CLOCKS_OF_SCREEN : (CIA_DIVIDEND / tempo + 1) * CLOCKS_OF_CIA;
  }
}
