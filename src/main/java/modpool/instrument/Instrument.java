package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.patch.Zone;

/// What one MIDI channel or one numbered sample of a song plays: a few voices, a patch for its next
/// note, and knobs for all its voices. Any kind can stand in for any other.
///
/// Once published in a rack it belongs to the render thread; only [#id()] may be asked elsewhere.
@RenderThread
public abstract sealed class Instrument extends KeyedVoices
    permits WorkletInstrument, ModInstrument {
  private final String id;

  Instrument(
      String id,
      int voices,
      int capacity,
      int firstBorrowed,
      int mostBorrowed,
      int rate,
      Sharing sharing) {
    super(voices, capacity, firstBorrowed, mostBorrowed, rate, sharing);
    this.id = id;
  }

  /// `01`-`31` a song's sample, `ch01`-`ch16` a MIDI channel.
  public final String id() {
    return id;
  }

  /// Voices on which a note sounds.
  public abstract int activeVoices();

  /// How many things it adds to a bus when it renders next: voices, their tails, and what is left
  /// of a tail that had to give way. With a single one, any sum can be its bus.
  public abstract int sounds();

  /// Adds up to a piece to this instrument's bus, voice by voice from local voice 0.
  ///
  /// @param frame absolute frame of index 0
  public final void render(long frame, int frames, float[] busLeft, float[] busRight) {
    int at = 0;
    while (at < frames && !isSilent()) {
      long now = frame + at;
      if (Grid.isStep(now)) {
        controls().step();
      }
      int end = controls().areStill() ? frames : Math.min(frames, at + Grid.framesToStep(now));
      renderVoices(now, at, end, busLeft, busRight);
      at = end;
    }
  }

  /// @param frame absolute frame of index `from`
  abstract void renderVoices(long frame, int from, int to, float[] busLeft, float[] busRight);

  /// A song's track starts a sample on a voice of its own; see [modpool.worklet.Engine#startTrack].
  public abstract void startTrack(
      int voice,
      long frame,
      Zone zone,
      long startPhase,
      long increment,
      float volume,
      float pan,
      boolean audible);

  /// A track's note ends, with the shortest fade.
  public final void endTrack(int voice, long frame) {
    cut(voice, frame);
  }

  /// The pitch of a track's voice, from this frame on.
  public abstract void setTrackIncrement(int voice, long increment);

  /// The volume of a track's voice, linear.
  public abstract void setTrackVolume(int voice, float volume);

  /// Where a track's voice is heard, -1 left to 1 right.
  public abstract void setTrackPan(int voice, float pan);

  /// Mutes a track's voice, or not.
  public abstract void setTrackAudible(int voice, boolean audible);

  /// The zone whose loop follows the present pass through a track's sample; null for silence.
  public abstract void swapTrack(int voice, Zone next);
}
