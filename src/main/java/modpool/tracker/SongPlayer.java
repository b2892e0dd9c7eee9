package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.bridge.board.TrackBoard;
import modpool.dsp.Pitch;
import modpool.instrument.Instrument;
import modpool.instrument.SongSlots;
import modpool.module.Module;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.tracker.clock.MidiClock;
import modpool.tracker.clock.SongClock;
import modpool.tracker.clock.SongPlace;
import modpool.tracker.clock.SongPosition;

/// A song in play: its replayer, and the instruments that sound its tracks. Built and positioned on
/// control; then part of a rack and the render thread's.
///
/// A track sounds one note at a time: a new one ends the old one, also when another instrument
/// plays it.
public final class SongPlayer implements TrackVoices {
  private static final float FULL_VOLUME = 64;
  private static final float HALF_PANNING = 127.5f;
  private static final int NOBODY = 0;

  private final Replayer replayer;
  private final int generation;
  private final SongSlots slots;
  private final double phasePerClock;
  private final int tracks;
  private final int[] sample; // whose instrument plays the track; NOBODY before its first note
  private final int[] period;
  private final int[] volume;
  private final float[] pan;
  private final boolean[] muted;
  private final int[] strikes; // notes that have begun

  private long now;
  private long nextTick;
  private MidiClock clock; // of the renderer it plays in
  private boolean playing = true;
  private boolean begun;
  private boolean over; // and said so; one that is entered behind its end has yet to
  private boolean filterOn;

  /// A song at one of its places.
  ///
  /// @param generation by which events are known to be for this player and no other
  /// @param slots the song's instruments
  /// @param place where it begins
  /// @param passes how many times it plays, or [Replayer#ENDLESS]
  public SongPlayer(
      int generation,
      Module song,
      SongSlots slots,
      SongTiming timing,
      int rate,
      SongPlace place,
      int passes) {
    this.generation = generation;
    this.slots = slots;
    tracks = song.channels();
    sample = new int[tracks];
    period = new int[tracks];
    volume = new int[tracks];
    pan = new float[tracks];
    muted = new boolean[tracks];
    strikes = new int[tracks];
    phasePerClock = Pitch.PAL_CLOCK_HZ / rate * Pitch.ONE;
    for (int track = 0; track < tracks; track++) {
      pan[track] = (track + 1) / 2 % 2 == 0 ? -1 : 1; // the Amiga's L R R L, and again
    }
    replayer = Replayer.at(place, song, timing, rate, passes, this);
  }

  /// Where it was entered, as [SongPosition] has it. On control, before it is handed over.
  public long entry() {
    return SongPosition.pack(
        replayer.nextOrder(), replayer.nextRow(), replayer.speed(), replayer.tempo());
  }

  /// Lets it wait for [#play] instead of beginning by itself. On control, before it is handed over.
  public void stand() {
    playing = false;
  }

  @RenderThread
  public int generation() {
    return generation;
  }

  /// How many tracks it has.
  public int tracks() {
    return tracks;
  }

  /// The frame at which something happens next; `Long.MAX_VALUE` when it stands or is over.
  @RenderThread
  public long nextFrame() {
    if (!playing || over) {
      return Long.MAX_VALUE;
    }
    return clock.isRunning() ? clock.nextTick() : nextTick;
  }

  /// Begins at a frame, unless it has begun.
  ///
  /// @param follows whose ticks it has while it runs
  @RenderThread
  public void begin(long frame, MidiClock follows) {
    if (!begun) {
      begun = true;
      clock = follows;
      nextTick = frame;
    }
  }

  /// True while it stands where it was entered, at the song's beginning.
  @RenderThread
  public boolean isAtBeginning() {
    return replayer.ticks() == 0;
  }

  /// Plays the tick that is due.
  ///
  /// @return false when the song is over; everything it played is fading then
  @RenderThread
  public boolean tick(long frame) {
    now = frame;
    int frames = replayer.tick();
    if (frames == Replayer.OVER) {
      over = true;
      cutAll();
      return false;
    }
    nextTick = frame + frames;
    clock.ticked();
    return true;
  }

  /// Goes on from where it was stopped.
  @RenderThread
  public void play(long frame) {
    if (!playing) {
      clock.align();
      catchUp(frame);
    }
  }

  /// Likewise; what its clock has ticked meanwhile follows at once.
  @RenderThread
  public void catchUp(long frame) {
    if (!playing) {
      playing = true;
      nextTick = frame;
    }
  }

  /// Stops; what sounds is cut with the shortest fade.
  @RenderThread
  public void stop(long frame) {
    if (playing) {
      playing = false;
      now = frame;
      cutAll();
    }
  }

  /// Mutes a track, or not; it plays on unheard.
  @RenderThread
  public void setMuted(int track, boolean mute) {
    if (track >= tracks || muted[track] == mute) {
      return;
    }
    muted[track] = mute;
    Instrument instrument = slots.instrument(sample[track]);
    if (instrument != null) {
      instrument.setTrackAudible(slots.voice(sample[track], track), !mute);
    }
  }

  /// Where it is: order, row, speed and tempo of the present tick in one long; see [SongPosition].
  @RenderThread
  public long position() {
    double followed = clock.isRunning() ? clock.tempo() : 0;
    int tempo = followed > 0 ? (int) (followed + 0.5) : scaledTempo();
    return SongPosition.pack(replayer.order(), replayer.row(), replayer.speed(), tempo);
  }

  @RenderThread
  private int scaledTempo() {
    return SongClock.scaled(replayer.tempo(), replayer.tempoPercent());
  }

  /// Plays faster or slower from the next tick on, at the same pitch; while a clock runs, that
  /// counts.
  ///
  /// @param percent of the tempo that is written
  @RenderThread
  public void setTempo(int percent) {
    replayer.setTempoPercent(percent);
  }

  /// Shows what the tracks play; one that is muted, or has stopped, plays nothing.
  @RenderThread
  public void show(TrackBoard board) {
    for (int track = 0; track < tracks; track++) {
      boolean heard = playing && !muted[track];
      int number = heard ? sample[track] : NOBODY;
      board.show(track, number, period[track], volume[track], strikes[track]);
    }
  }

  @RenderThread
  private void cutAll() {
    for (int track = 0; track < tracks; track++) {
      cut(track);
    }
  }

  @RenderThread
  private void cut(int track) {
    Instrument instrument = slots.instrument(sample[track]);
    if (instrument != null) {
      instrument.endTrack(slots.voice(sample[track], track), now);
    }
  }

  @Override
  @RenderThread
  public void trigger(
      int track, int number, int startFrame, int endFrame, int newPeriod, int newVolume) {
    period[track] = newPeriod;
    volume[track] = newVolume;
    strikes[track]++;
    Instrument next = slots.instrument(number);
    if (next == null || number != sample[track]) {
      cut(track);
    }
    sample[track] = next == null ? NOBODY : number;
    if (next != null) {
      start(track, next, slots.zone(number), startPhase(slots.zone(number), startFrame, endFrame));
    }
  }

  /// It begins in the middle of its wave, so it fades in, as an unmuted track does.
  @Override
  @RenderThread
  public void resume(
      int track, int number, int startFrame, int endFrame, int newPeriod, int newVolume) {
    boolean isMuted = muted[track];
    muted[track] = true;
    trigger(track, number, startFrame, endFrame, newPeriod, newVolume);
    setMuted(track, isMuted);
  }

  @RenderThread
  private void start(int track, Instrument instrument, Zone zone, long phase) {
    instrument.startTrack(
        slots.voice(sample[track], track),
        now,
        zone,
        phase,
        increment(period[track]),
        volume[track] / FULL_VOLUME,
        pan[track],
        !muted[track]);
  }

  /// Where a first pass from `startFrame` to `endFrame` begins in the playing form, in which a loop
  /// from 0 follows the whole sample. A start behind the end is a start of the loop, and so is a
  /// pass of a single word: what effect 9 leaves when it goes past the end.
  @RenderThread
  private static long startPhase(Zone zone, int startFrame, int endFrame) {
    Sample of = zone.sample();
    boolean looped = of.loopLength() > 0;
    int end = looped ? of.loopEnd() : of.playEnd();
    int frame = startFrame;
    if (looped && endFrame == of.loopEnd() - of.loopStart() && endFrame < of.loopStart()) {
      frame = of.loopStart() + startFrame; // a later pass through a loop that began at 0
    } else if (startFrame >= end || endFrame == startFrame + Paula.WORD && endFrame < end) {
      frame = of.loopBegin();
    }
    return (long) frame << 32;
  }

  @RenderThread
  private long increment(int newPeriod) {
    return (long) (phasePerClock / Paula.clocksPerFrame(newPeriod) + 0.5);
  }

  @Override
  @RenderThread
  public void period(int track, int newPeriod) {
    period[track] = newPeriod;
    Instrument instrument = slots.instrument(sample[track]);
    if (instrument != null) {
      instrument.setTrackIncrement(slots.voice(sample[track], track), increment(newPeriod));
    }
  }

  @Override
  @RenderThread
  public void volume(int track, int newVolume) {
    volume[track] = newVolume;
    Instrument instrument = slots.instrument(sample[track]);
    if (instrument != null) {
      instrument.setTrackVolume(slots.voice(sample[track], track), newVolume / FULL_VOLUME);
    }
  }

  @Override
  @RenderThread
  public void panning(int track, int panning) {
    pan[track] = panning / HALF_PANNING - 1;
    Instrument instrument = slots.instrument(sample[track]);
    if (instrument != null) {
      instrument.setTrackPan(slots.voice(sample[track], track), pan[track]);
    }
  }

  /// Paula is silent before a track's first note, whatever number stands there: hence the period.
  @Override
  @RenderThread
  public void swap(int track, int number) {
    Zone next = slots.zone(number);
    Instrument instrument = slots.instrument(sample[track]);
    if (instrument != null && instrument.isActive(slots.voice(sample[track], track))) {
      instrument.swapTrack(slots.voice(sample[track], track), next);
    } else if (next != null && next.sample().loopLength() > 0 && period[track] > 0) {
      sample[track] = number;
      start(track, slots.instrument(number), next, (long) next.sample().loopBegin() << 32);
    }
  }

  @Override
  @RenderThread
  public void invert(int track, int number, int frame) {
    Zone zone = slots.zone(number);
    if (zone != null && zone.sample().loopLength() > 0) {
      zone.sample().invert(frame);
    }
  }

  @Override
  @RenderThread
  public void filter(boolean on) {
    filterOn = on;
  }

  /// Whether the song has switched the Amiga's filter on.
  @RenderThread
  public boolean isFilterOn() {
    return filterOn;
  }
}
