package modpool.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import modpool.Modpool;
import modpool.Settings;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A song: nanoseconds per frame of the finished mix, with as many looped samples sounding as there
/// are tracks, each of an instrument of its own as far as 31 go. Files are rendered in blocks of
/// 1024 frames, an output asks for 64.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SongBench {
  private static final int FRAMES = 1 << 14;
  private static final int CYCLE_FRAMES = 1 << 10; // of eight in a sample
  private static final int INSTRUMENTS = 31;

  @Param({"4", "32"})
  private int tracks;

  @Param({"64", "1024"})
  private int block;

  @Param({"LINEAR", "CUBIC"})
  private Settings.Interpolation interpolation;

  private float[] left;
  private float[] right;
  private Modpool modpool;

  @Setup
  public void open() throws IOException {
    left = new float[block];
    right = new float[block];
    modpool = Modpool.open(new Settings().interpolation(interpolation).channels(0));
    modpool.control().songs().open(song(), SongTiming.CIA, 0);
  }

  /// Holds a note on every track.
  private Module song() {
    SongText song = SongText.song("held").tag(Songs.tagOf(tracks), tracks);
    for (int number = 1; number <= Math.min(tracks, INSTRUMENTS); number++) {
      song.sample(Songs.sine(CYCLE_FRAMES - number));
    }
    StringBuilder row = new StringBuilder();
    for (int track = 0; track < tracks; track++) {
      row.append(track == 0 ? "" : " | ")
          .append("CDEFGAB".charAt(track % 7))
          .append("-2 %02d".formatted(1 + track % INSTRUMENTS));
    }
    return song.pattern(row.toString()).module();
  }

  @TearDown
  public void close() {
    modpool.close();
  }

  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public float[] render() {
    for (int done = 0; done < FRAMES; done += block) {
      modpool.render(left, right, block);
    }
    return left;
  }
}
