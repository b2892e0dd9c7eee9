package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.effect.Oscillation;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.Pattern;
import modpool.tracker.clock.SongClock;
import modpool.tracker.clock.SongPlace;

/// Plays a song, tick by tick, and tells [TrackVoices] what each track does.
///
/// Built and positioned on control, then owned by the render thread. It knows no blocks: whoever
/// renders calls [#tick()], renders as many frames as that says, and calls it again.
public final class Replayer {
  /// Passes of a song that is to play for ever.
  public static final int ENDLESS = 0;

  /// What [#tick()] says when there is none.
  public static final int OVER = -1;

  private static final int SAMPLE_NUMBERS = 32; // ProTracker's safety: those beyond are ignored
  private static final int FINETUNE = 0x5;
  private static final int NOTE_DELAY = 0xD;

  /// No song that ends is longer; two days and more at the first speed and tempo.
  private static final int MAX_TICKS_TO_SEEK = 10_000_000;

  private final ModuleSample[] samples = new ModuleSample[SAMPLE_NUMBERS];
  private final FormatProfile profile;
  private final SongTiming timing;
  private final SongClock clock;
  private int passes;
  private final Flow flow;
  private final Track[] tracks;
  private final Visits visits;
  private final Effects effects;
  private final Announcer announcer;
  private int pass = 1;
  private boolean over;
  private int clocks; // of the present tick
  private long elapsedClocks; // before it
  private long ticks;

  /// A song at its beginning. On control.
  ///
  /// @param timing [SongTiming#AUTO] is resolved
  /// @param rate frames in a second
  /// @param passes how many times the song is played, or [#ENDLESS]
  public Replayer(Module song, SongTiming timing, int rate, int passes, TrackVoices voices) {
    this.timing = timing.resolve(song);
    this.passes = passes;
    profile = FormatProfile.of(song, this.timing);
    clock = new SongClock(rate);
    for (int number = 0; number < SAMPLE_NUMBERS; number++) {
      samples[number] = song.sample(number);
    }
    tracks = new Track[song.channels()];
    for (int i = 0; i < tracks.length; i++) {
      tracks[i] = new Track(i);
    }
    flow = new Flow(song, profile);
    visits = new Visits(flow.orders());
    announcer = new Announcer(tracks.length, voices);
    effects = new Effects(flow, profile, new ExtendedEffects(flow, announcer));
  }

  /// A song at one of its places, in the state that playing there leaves: effects, tempo, and what
  /// sounds, at the frame where it would be. If the song never gets to an order, it starts there
  /// afresh; behind its last tick it is over. On control.
  public static Replayer at(
      SongPlace place, Module song, SongTiming timing, int rate, int passes, TrackVoices voices) {
    if (place.equals(SongPlace.BEGINNING)) {
      return new Replayer(song, timing, rate, passes, voices);
    }
    int order = Math.min(place.order(), song.orders().size() - 1);
    ReadingPositions positions = new ReadingPositions(song, voices);
    int enough = order > 0 ? 1 : passes; // an order is looked for in the first pass
    Replayer replayer = new Replayer(song, timing, rate, enough, positions);
    for (int i = 0; i < MAX_TICKS_TO_SEEK && !replayer.isAt(order, place.tick()); i++) {
      if (replayer.tick() == OVER) {
        break;
      }
      positions.advance(replayer.clocks);
    }
    if (order > 0 && !replayer.isAt(order, 0)) {
      replayer = new Replayer(song, timing, rate, passes, voices);
      replayer.flow.order = order;
      return replayer;
    }
    replayer.passes = passes;
    replayer.announcer.resume(voices, positions);
    return replayer;
  }

  private boolean isAt(int order, long tick) {
    return order > 0 ? flow.isRowNext() && flow.order == order : ticks == tick;
  }

  /// Plays the next tick.
  ///
  /// @return how many frames there are until the next one, or [#OVER]
  @RenderThread
  public int tick() {
    elapsedClocks += clocks;
    clocks = 0;
    if (over || flow.stopped) {
      over = true;
      return OVER;
    }
    // ProTracker: the timer takes a new tempo only when it has run out, a tick later.
    if (flow.nextTempo != 0) {
      flow.tempo = flow.nextTempo;
      flow.nextTempo = 0;
    }
    boolean readsRow = flow.isRowNext();
    if (readsRow && isPassOver()) {
      over = true;
      return OVER;
    }
    flow.tick++;
    if (flow.tick >= flow.speed) {
      flow.tick = 0;
    }
    playTick(readsRow);
    announcer.announce(tracks, flow.filterOn);
    ticks++;
    clocks = timing.tickClocks(flow.tempo);
    return clock.advance(clocks);
  }

  @RenderThread
  private boolean isPassOver() {
    boolean anew = visits.visit(flow.order, flow.row, tracks, flow.wrapped);
    flow.wrapped = false;
    if (anew) {
      if (pass == passes) {
        return true;
      }
      pass++;
    }
    return false;
  }

  @RenderThread
  private void playTick(boolean readsRow) {
    if (readsRow) {
      playRow(flow.beginRow());
    } else {
      for (int i = 0; i < tracks.length; i++) {
        effects.onTick(tracks[i]);
      }
    }
    if (flow.tick == 0) {
      flow.endRow();
    }
  }

  @RenderThread
  private void playRow(Pattern pattern) {
    for (int i = 0; i < tracks.length; i++) {
      Track t = tracks[i];
      if (t.hasEmptyCell()) {
        // ProTracker: it is the row before that has to be empty for an arpeggio to end here.
        t.sound(t.period);
      }
      t.note = pattern.period(flow.readRow, i);
      t.effect = pattern.effect(flow.readRow, i);
      t.parameter = pattern.parameter(flow.readRow, i);
      int number = pattern.sample(flow.readRow, i);
      if (number > 0 && number < SAMPLE_NUMBERS) {
        t.take(number, samples[number]);
      }
      playCell(t);
      t.loudness(t.volume);
    }
  }

  @RenderThread
  private void playCell(Track t) {
    if (t.note == 0) {
      effects.onRow(t);
    } else if (t.effect == 0x3 || t.effect == 0x5) {
      effects.aim(t);
      effects.onRow(t);
    } else {
      if (t.isExtended(FINETUNE)) {
        t.finetune = t.low();
      } else if (t.effect == 0x9) {
        effects.onRow(t); // and once more below: ProTracker's double offset
      }
      playNote(t);
      effects.onRow(t);
    }
  }

  @RenderThread
  private void playNote(Track t) {
    PeriodTable periods = profile.periods();
    t.setPeriod(periods.at(t.finetune, periods.noteOf(0, t.note)));
    if (!t.isExtended(NOTE_DELAY)) {
      t.vibratoPosition = Oscillation.isKept(t.vibratoWave) ? t.vibratoPosition : 0;
      t.tremoloPosition = Oscillation.isKept(t.tremoloWave) ? t.tremoloPosition : 0;
      t.start();
      t.sound(t.period);
    }
  }

  /// The present tick's order.
  @RenderThread
  public int order() {
    return flow.readOrder;
  }

  /// The present tick's row.
  @RenderThread
  public int row() {
    return flow.readRow;
  }

  /// The order of the tick that comes next.
  public int nextOrder() {
    return flow.isRowNext() ? flow.order : flow.readOrder;
  }

  /// The row of the tick that comes next.
  public int nextRow() {
    return flow.isRowNext() ? flow.row : flow.readRow;
  }

  /// Which tick of its row the present one is; a delayed row begins again from 0.
  @RenderThread
  public int rowTick() {
    return flow.tick;
  }

  /// Ticks per row.
  @RenderThread
  public int speed() {
    return flow.speed;
  }

  /// Beats per minute, of the present tick, as written.
  @RenderThread
  public int tempo() {
    return flow.tempo;
  }

  /// Plays so much faster or slower from the next tick on; see [SongClock#setTempo].
  @RenderThread
  public void setTempoPercent(int percent) {
    clock.setTempo(percent);
  }

  /// What [#setTempoPercent] has set.
  @RenderThread
  public int tempoPercent() {
    return clock.tempo();
  }

  /// How many ticks have been played.
  @RenderThread
  public long ticks() {
    return ticks;
  }

  /// The present tick's length as written, 0 before the first and after the last; see
  /// [SongClock#COLOUR_CLOCK_HZ].
  @RenderThread
  public int tickClocks() {
    return clocks;
  }

  /// The time from the song's beginning to the present tick as written, in colour clocks.
  @RenderThread
  public long elapsedClocks() {
    return elapsedClocks;
  }

  /// Which time the song is being played, from 1.
  @RenderThread
  public int pass() {
    return pass;
  }

  /// Whether all passes have been played, or the song has ended itself (F00).
  @RenderThread
  public boolean isOver() {
    return over;
  }
}
