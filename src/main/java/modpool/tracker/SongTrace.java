package modpool.tracker;

import modpool.module.Module;
import modpool.tracker.clock.SongClock;

/// What a song does in every tick on every track, line by line. On control.
public final class SongTrace {
  /// The names of a line's fields.
  public static final String HEADER = "tick,order,row,rowtick,ch,period,volume,instr,trig,position";

  private final int channels;
  private final Replayer replayer;
  private final Recorder recorder;

  /// @param passes how many times the song is played, or [Replayer#ENDLESS]
  public SongTrace(Module song, SongTiming timing, int passes) {
    channels = song.channels();
    recorder = new Recorder(song);
    replayer = new Replayer(song, timing, 1, passes, recorder);
  }

  /// Appends the lines of the next tick.
  ///
  /// @return false, with nothing appended, when the song is over
  public boolean next(StringBuilder lines) {
    recorder.positions.advance(replayer.tickClocks());
    if (replayer.tick() == Replayer.OVER) {
      return false;
    }
    for (int track = 0; track < channels; track++) {
      field(lines, replayer.ticks() - 1);
      field(lines, replayer.order());
      field(lines, replayer.row());
      field(lines, replayer.rowTick());
      field(lines, track);
      field(lines, recorder.period[track]);
      field(lines, recorder.volume[track]);
      field(lines, recorder.sample[track]);
      field(lines, recorder.triggered[track] ? 1 : 0);
      lines.append(recorder.positions.frame(track)).append('\n');
      recorder.triggered[track] = false;
    }
    return true;
  }

  /// When the next tick begins, in seconds.
  public double nextTickSeconds() {
    long clocks = replayer.elapsedClocks() + replayer.tickClocks();
    return (double) clocks / SongClock.COLOUR_CLOCK_HZ;
  }

  private static void field(StringBuilder lines, long value) {
    lines.append(value).append(',');
  }

  /// Voices that write down what they are told.
  private static final class Recorder implements TrackVoices {
    private final ReadingPositions positions;
    private final int[] period;
    private final int[] volume;
    private final int[] sample;
    private final boolean[] triggered;

    Recorder(Module song) {
      positions = new ReadingPositions(song, Silence.INSTANCE);
      period = new int[song.channels()];
      volume = new int[song.channels()];
      sample = new int[song.channels()];
      triggered = new boolean[song.channels()];
    }

    @Override
    public void trigger(
        int track, int number, int startFrame, int endFrame, int newPeriod, int newVolume) {
      positions.trigger(track, number, startFrame, endFrame, newPeriod, newVolume);
      sample[track] = number;
      period[track] = newPeriod;
      volume[track] = newVolume;
      triggered[track] = true;
    }

    @Override
    public void period(int track, int newPeriod) {
      positions.period(track, newPeriod);
      period[track] = newPeriod;
    }

    @Override
    public void volume(int track, int newVolume) {
      volume[track] = newVolume;
    }

    @Override
    public void swap(int track, int number) {
      positions.swap(track, number);
      sample[track] = number;
    }

    @Override
    public void invert(int track, int number, int frame) {}

    @Override
    public void filter(boolean on) {}
  }
}
