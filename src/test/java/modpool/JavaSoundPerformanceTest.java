package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.io.BlockRenderer;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackRig;
import modpool.io.jack.JackServer;
import modpool.io.javasound.JavaSoundOutput;
import modpool.session.song.Performance;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java Sound on a machine without a sound card: ALSA's default device is a JACK server's input,
/// and the server paces it. Both are named by the environment, so that a process of its own plays.
@Tag("alone") // in real time
class JavaSoundPerformanceTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 64;
  private static final int SETTLING_SECONDS = 1;
  private static final int SECONDS = 3;
  private static final List<Integer> BUFFERS = List.of(128, 512);
  private static final int TRIES = 2; // a busy machine loses time; one that is wrong always does

  private static final String ASOUND =
      """
      pcm_type.jack { lib "libasound_module_pcm_jack.so" }
      pcm.jk {
        type jack
        playback_ports { 0 "system:playback_1" 1 "system:playback_2" }
        capture_ports { 0 "system:capture_1" 1 "system:capture_2" }
      }
      pcm.!default { type plug slave.pcm "jk" }
      """;

  @TempDir Path folder;

  /// What a player found.
  private record Played(int buffer, int buffered, double seconds, double rendered, long xruns) {
    static Played of(String line) {
      String[] words = line.split(" ");
      return new Played(
          Integer.parseInt(words[0]),
          Integer.parseInt(words[1]),
          Double.parseDouble(words[2]),
          Double.parseDouble(words[3]),
          Long.parseLong(words[4]));
    }

    /// 1 is real time; more is too fast.
    double speed() {
      return rendered / seconds;
    }
  }

  @BeforeEach
  void alsa_can_play_to_jack() throws IOException {
    boolean hasPlugin = false;
    for (Path libraries : List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"))) {
      if (Files.isDirectory(libraries)) {
        try (Stream<Path> files = Files.walk(libraries, 3)) {
          hasPlugin |= files.anyMatch(f -> f.endsWith("libasound_module_pcm_jack.so"));
        }
      }
    }
    assumeTrue(hasPlugin, "skipped: this machine has no ALSA plugin for JACK");
  }

  @Test
  void the_demo_plays_in_real_time_with_buffers_of_128_and_512_frames() throws Exception {
    String server = "modpool-alsa-" + ProcessHandle.current().pid();
    try (JackRig _ = JackRig.inRealTime(server, RATE, BLOCK)) {
      assertEquals(RATE, JackServer.find(server).orElseThrow().rate());
      for (int buffer : BUFFERS) {
        Pulse pulse = new Pulse();
        Played played = play(server, buffer, pulse);
        for (int again = 1; again < TRIES && isOff(played.speed()); again++) {
          played = play(server, buffer, pulse);
        }
        assumeTrue(
            !isOff(played.speed()) || !pulse.lagged,
            "skipped: on this busy machine the JACK server itself loses time");
        System.out.printf(
            "Java Sound, buffer of %d frames asked for, %d got: %.4f of real time, %d xruns%n",
            played.buffer(), played.buffered(), played.speed(), played.xruns());
        assertEquals(1, played.speed(), 0.01, played.toString());
        assertTrue(played.buffered() >= buffer, played.toString());
      }
    }
  }

  private static boolean isOff(double speed) {
    return Math.abs(speed - 1) > 0.01;
  }

  /// The server's own pace, by a client that counts its frames.
  private static final class Pulse {
    private volatile long frames;
    private boolean lagged;

    private void add(int count) {
      frames = frames + count; // one thread writes
    }

    /// Runs until the player has ended.
    void beat(String server, Process player) throws Exception {
      JackOutput output = JackOutput.find(server, false);
      output.start((left, right, count) -> add(count), new Meters());
      long from = System.nanoTime();
      long before = frames;
      player.waitFor(60, TimeUnit.SECONDS);
      double speed = (frames - before) * 1e9 / RATE / (System.nanoTime() - from);
      output.stop();
      lagged |= Math.abs(speed - 1) > 0.005;
    }
  }

  private Played play(String server, int buffer, Pulse pulse) throws Exception {
    Path asound = Files.writeString(folder.resolve("asound.conf"), ASOUND);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                System.getProperty("jdk.module.path", ""),
                Path.of("target", "classes").toString(),
                Path.of("target", "test-classes").toString()),
            JavaSoundPerformanceTest.class.getName(),
            "" + buffer);
    builder.environment().put("ALSA_CONFIG_PATH", asound.toString());
    builder.environment().put("JACK_DEFAULT_SERVER", server);
    builder.environment().put("JACK_NO_START_SERVER", "1");
    Path errors = folder.resolve("errors.txt");
    Process player = builder.redirectError(errors.toFile()).start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(player.getInputStream()))) {
      pulse.beat(server, player);
      assertTrue(!player.isAlive(), "the player does not end");
      String line = out.readLine();
      assertEquals(0, player.exitValue(), () -> read(errors));
      return Played.of(line);
    } finally {
      player.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// The player: plays the demo and says, in a line, how long what it rendered took.
  public static void main(String[] arguments) throws Exception {
    int buffer = Integer.parseInt(arguments[0]);
    Performance.OfMidi demo =
        (Performance.OfMidi)
            Performance.read(Path.of("presets/songs/demo.mid"), RATE, 1, SongTiming.AUTO);
    Settings settings = new Settings().rate(RATE).blockFrames(BLOCK).channels(demo.channels());
    try (Modpool modpool = Modpool.open(settings)) {
      Control control = modpool.control();
      control.play(demo.sequence());
      control.warmUp();
      Stopwatch watch = new Stopwatch(control.liveRenderer());
      Meters meters = control.meters();
      JavaSoundOutput output = new JavaSoundOutput(null, RATE, BLOCK, buffer);
      output.start(watch, meters);
      while (watch.frames < (long) (SETTLING_SECONDS + SECONDS) * RATE) {
        Thread.sleep(20);
      }
      output.stop();
      System.out.println(
          String.join(
              " ",
              "" + buffer,
              "" + output.latencyFrames(),
              "" + (watch.last - watch.first) / 1e9,
              "" + (double) watch.timed / RATE,
              "" + meters.get(Meter.XRUNS)));
      if (meters.peak() <= 0) {
        throw new AssertionError("nothing sounded");
      }
    }
    System.exit(0);
  }

  /// Notes when blocks are asked for.
  private static final class Stopwatch implements BlockRenderer {
    private final BlockRenderer renderer;
    private long first; // nanoseconds, once the line has settled
    private long last;
    private long timed; // frames between them
    private volatile long frames;

    Stopwatch(BlockRenderer renderer) {
      this.renderer = renderer;
    }

    @Override
    public void render(float[] left, float[] right, int count) {
      long now = System.nanoTime();
      long before = frames;
      if (before >= (long) SETTLING_SECONDS * RATE) {
        first = first == 0 ? now : first;
        timed += last == 0 ? 0 : count;
        last = now;
      }
      renderer.render(left, right, count);
      frames = before + count;
    }
  }
}
