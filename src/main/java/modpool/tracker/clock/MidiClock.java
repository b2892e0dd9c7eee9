package modpool.tracker.clock;

import modpool.bridge.RenderThread;

/// Follows somebody's MIDI clock, so that a song ticks with it: one tick to a pulse, as 24 ticks
/// make a beat at the tempo and speed that trackers begin with. The song's own tempos then count
/// for nothing, its speeds (ticks per row) for as much as ever.
///
/// Pulses come unevenly, so ticks follow a phase-locked loop: after each pulse, with `error` the
/// time by which it missed its prediction,
///
///     time   = prediction + a error      a = 2 (2n - 1) / n (n + 1)
///     period = period + b error          b = 6 / n (n + 1)
///
/// which is the straight line of least squares through the last `n` pulses as they come in (an
/// alpha-beta filter with growing memory). `n` ends at [#MEMORY]. A pulse that is far off is where
/// the clock is now; a second one in a row, and the tempo has jumped.
///
/// One source is the master; others are not heard until it has been silent for a while.
@RenderThread
public final class MidiClock {
  /// Pulses to a beat.
  public static final int PULSES_PER_BEAT = 24;

  /// Pulses to a unit of MIDI's song position.
  public static final int PULSES_PER_POSITION = 6;

  private static final int MEMORY = 48;
  private static final int QUICK = 6; // memory after a pulse that was rather far off
  private static final double RATHER_FAR = 0.25; // of a period
  private static final double FAR = 0.5;
  private static final double SLOWEST_BPM = 20;
  private static final double FASTEST_BPM = 1000;
  private static final double SILENCE_SECONDS = 0.5; // longer, and the clock is lost
  private static final int LEAD = 6; // ticks that may be played before their pulses
  private static final int NOBODY = -1;

  private final int rate;
  private final double shortest;
  private final double longest;

  private int master = NOBODY;
  private long lastPulse;
  private int known; // pulses that the estimate rests on, at most MEMORY
  private double time; // of the last pulse, smoothed, in frames
  private double period; // in frames; from two pulses on
  private boolean wasFar;

  private boolean running;
  private long pulses; // since the start
  private long ticks; // played since then

  /// @param rate frames in a second
  public MidiClock(int rate) {
    this.rate = rate;
    shortest = pulseFrames(FASTEST_BPM);
    longest = pulseFrames(SLOWEST_BPM);
  }

  /// The same clock in frames of another rate: the next pulse is the next tick.
  public MidiClock(int rate, MidiClock before) {
    this(rate);
    master = before.master;
    lastPulse = before.lastPulse;
    running = before.running;
  }

  private double pulseFrames(double bpm) {
    return rate * 60 / (bpm * PULSES_PER_BEAT);
  }

  /// A pulse came.
  ///
  /// @param frame when
  public void pulse(long frame, int source) {
    if (!listensTo(source, frame)) {
      return;
    }
    if (known == 0) {
      time = frame;
      known = 1;
    } else {
      follow(frame);
    }
    lastPulse = frame;
    pulses++;
  }

  private void follow(long frame) {
    double error = frame - (time + period);
    boolean far = Math.abs(error) > FAR * period;
    if (known == 1 || far && wasFar) {
      measure(frame);
      return;
    }
    wasFar = far;
    if (far) {
      time = frame;
      known = Math.min(known, QUICK);
      return;
    }
    if (Math.abs(error) > RATHER_FAR * period) {
      known = Math.min(known, QUICK);
    }
    known = Math.min(known + 1, MEMORY);
    double n = known;
    time += period + error * 2 * (2 * n - 1) / (n * (n + 1));
    period += error * 6 / (n * (n + 1));
    period = Math.clamp(period, shortest, longest);
  }

  /// Knows the period by the last two pulses alone.
  private void measure(long frame) {
    double apart = frame - lastPulse;
    boolean plausible = apart >= shortest && apart <= longest;
    period = plausible ? apart : period;
    known = plausible ? 2 : 1;
    time = frame;
    wasFar = false;
  }

  /// The master starts or continues: the next pulse is the next tick.
  ///
  /// @return false when it is not for this source to say
  public boolean start(long frame, int source) {
    if (!listensTo(source, frame)) {
      return false;
    }
    lastPulse = frame;
    running = true;
    pulses = 0;
    ticks = 0;
    return true;
  }

  /// Likewise: it stops.
  public boolean stop(long frame, int source) {
    boolean heard = listensTo(source, frame);
    running &= !heard;
    return heard;
  }

  /// True when the source is the master, or becomes it because there is none.
  public boolean listensTo(int source, long frame) {
    if (source != master) {
      if (master != NOBODY && !isSilent(frame)) {
        return false;
      }
      master = source;
      known = 0;
      lastPulse = frame;
    }
    return true;
  }

  private boolean isSilent(long frame) {
    return frame - lastPulse > SILENCE_SECONDS * rate;
  }

  /// True between start and stop.
  public boolean isRunning() {
    return running;
  }

  /// The frame at which it is lost, unless a pulse comes; `Long.MAX_VALUE` while it does not run.
  public long lostFrame() {
    return running ? (long) Math.floor(lastPulse + SILENCE_SECONDS * rate) + 1 : Long.MAX_VALUE;
  }

  /// Ends a run whose pulses have stopped coming.
  ///
  /// @return whether that was now
  public boolean endIfLost(long frame) {
    boolean lost = running && isSilent(frame);
    if (lost) {
      running = false;
      known = 0;
    }
    return lost;
  }

  /// When the next tick is due, by what is known now; `Long.MAX_VALUE` while that waits for a
  /// pulse.
  public long nextTick() {
    long ahead = ticks - (pulses - 1); // of the last pulse
    if (!running || pulses == 0 || ahead > LEAD || ahead > 0 && known < 2) {
      return Long.MAX_VALUE;
    }
    return (long) Math.ceil(time + ahead * period);
  }

  /// Ticks that were due and not played are left out: the next pulse is the next tick.
  public void align() {
    ticks = Math.max(ticks, pulses);
  }

  /// A tick was played.
  public void ticked() {
    ticks++;
  }

  /// Beats per minute; 0 while unknown.
  public double tempo() {
    return known < 2 ? 0 : rate * 60 / (period * PULSES_PER_BEAT);
  }
}
