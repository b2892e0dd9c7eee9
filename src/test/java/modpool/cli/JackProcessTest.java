package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import modpool.io.jack.JackPeer;
import modpool.io.jack.JackRig;
import modpool.io.jack.JackServer;
import modpool.module.SongText;
import modpool.testing.Await;
import modpool.testing.Program;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program at a JACK server, each in a process of its own.
class JackProcessTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 256;
  private static final String KEYS = "modpool-test-keys";

  @TempDir private Path folder;

  /// The program, once it plays.
  private final class Live implements AutoCloseable {
    private final Program program;

    Live(JackRig rig, String... options) throws IOException {
      List<String> words = new ArrayList<>(List.of("live", "--audio", "jack", "--midi", "none"));
      words.addAll(List.of(options));
      ProcessBuilder builder = Program.java(Main.class.getName(), words.toArray(String[]::new));
      builder.environment().put("JACK_DEFAULT_SERVER", rig.name());
      builder.environment().put("XDG_CONFIG_HOME", folder.toString());
      program = new Program(builder, folder.resolve("err.txt"));
      stats();
    }

    void say(String line) throws IOException {
      program.say(line);
    }

    JsonNode stats() throws IOException {
      say("stats");
      return new ObjectMapper().readTree(program.line());
    }

    String errors() {
      return program.errors();
    }

    void quit() throws Exception {
      say("quit");
      assertEquals(0, program.exitCode(), errors());
    }

    @Override
    public void close() {
      program.close();
    }
  }

  private static void awaitTimes(Live live, int count, String said) {
    Await.until(
        () -> live.errors().lines().filter(line -> line.contains(said)).count() == count,
        "it says " + said);
  }

  private Path song() throws IOException {
    byte[] song =
        SongText.song("tiny")
            .sample("square", 64)
            .pattern("C-2 01 F06\n--- -- ---\nE-2 01 ---\nG-2 01 ---\n--- -- D00")
            .orders(0, 0)
            .mod();
    return Files.write(folder.resolve("tiny.mod"), song);
  }

  /// What the sender held when the server went, nobody could release any more.
  @Test
  void a_server_that_is_killed_or_ends_comes_back_to_everything_as_it_was() throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Live live = new Live(rig, "--program", "1=80")) {
      for (int turn = 0; turn < 4; turn++) {
        try (JackPeer keys = JackPeer.sender(rig.name(), KEYS)) {
          assertTrue(keys.connect(KEYS + ":out", JackServer.MIDI_PORT));
          // Again and again: what is sent before the graph has the new cable reaches nobody.
          Await.until(
              () -> {
                keys.send(new JackPeer.Message(5, 0x90, 60, 100));
                return voices(live) > 0;
              },
              "it sounds");
        }
        rig.end(turn % 2 == 0);
        awaitVoices(live, 0);
        rig.start(turn % 2 == 0 ? 44_100 : RATE, turn % 2 == 0 ? 128 : BLOCK);
        awaitTimes(live, turn + 1, "playing again: JACK");
        try (JackPeer ears = JackPeer.recorder(rig.name(), "modpool-test-ears", BLOCK)) {
          assertTrue(ears.connect("modpool:out_1", "modpool-test-ears:in"));
        }
      }
      assertTrue(live.errors().contains("the JACK server has gone"), live.errors());
      live.quit();
    }
  }

  private static void awaitVoices(Live live, int count) {
    Await.until(() -> voices(live) == count, count + " voices sound");
  }

  private static int voices(Live live) {
    try {
      return live.stats().get("voices").asInt();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_a_freewheeling_server_captures_of_a_song_is_what_render_writes() throws Throwable {
    Path wav = folder.resolve("offline.wav");
    String[] sound = {"--limiter", "off", "--separation", "100"};
    CommandLineRun render =
        CommandLineRun.of(
            "render",
            song().toString(),
            "-o",
            wav.toString(),
            "--bits",
            "32f",
            "--separation",
            "100");
    assertEquals(0, render.exitCode(), render.err());
    float[] expected = leftOf(wav);
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Live live = new Live(rig, concat(sound, "--song", song().toString()));
        JackPeer ears = JackPeer.recorder(rig.name(), "modpool-test-ears", expected.length)) {
      assertTrue(ears.connect("modpool:out_1", "modpool-test-ears:in"));
      ears.freewheel(true);
      live.say("play");
      Await.until(() -> ears.frames() == expected.length, "it is recorded");
      ears.freewheel(false);
      live.quit();
      int first = 0;
      while (expected[first] == 0) {
        first++;
      }
      assertArrayEquals(
          Arrays.copyOfRange(expected, first, expected.length),
          Arrays.copyOf(ears.recorded(), expected.length - first));
    }
  }

  private static String[] concat(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static float[] leftOf(Path wav) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    int at = 12;
    while (bytes.getInt(at) != 0x61746164) { // "data"
      at += 8 + bytes.getInt(at + 4);
    }
    float[] left = new float[bytes.getInt(at + 4) / 8];
    for (int i = 0; i < left.length; i++) {
      left[i] = bytes.getFloat(at + 8 + 8 * i);
    }
    return left;
  }

  @Test
  void a_clock_that_comes_to_the_port_drives_the_song() throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Live live = new Live(rig, "--song", song().toString());
        JackPeer keys = JackPeer.sender(rig.name(), KEYS)) {
      assertTrue(keys.connect(KEYS + ":out", JackServer.MIDI_PORT));
      assertEquals("paused", live.stats().at("/song/state").asText());
      keys.send(JackPeer.Message.of(3, 0xFA), JackPeer.Message.of(4, 0xF8));
      Await.until(
          () -> {
            keys.send(JackPeer.Message.of(7, 0xFE), JackPeer.Message.of(9, 0xF8));
            return stateOf(live).equals("playing");
          },
          "it starts");
      keys.send(JackPeer.Message.of(2, 0xFC));
      Await.until(() -> stateOf(live).equals("paused"), "it stops");
      live.quit();
    }
  }

  private static String stateOf(Live live) {
    try {
      return live.stats().at("/song/state").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_controller_that_comes_to_the_port_is_learned_and_moves_what_it_is_from_then_on()
      throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Live live = new Live(rig);
        JackPeer keys = JackPeer.sender(rig.name(), KEYS)) {
      assertTrue(keys.connect(KEYS + ":out", JackServer.MIDI_PORT));
      live.say("learn ch5.volume");
      Await.until(
          () -> {
            keys.send(new JackPeer.Message(9, 0xB2, 21, 3)); // on another channel
            return live.errors().contains("controller 21 of channel 3 is volume of channel 5");
          },
          "it is learned");
      assertEquals(100, volume(live), "to learn moves nothing");
      Await.until(
          () -> {
            keys.send(
                new JackPeer.Message(0, 0xB2, 21, 90),
                new JackPeer.Message(8, 0xB2, 21, 110), // past where it stands, which takes it over
                new JackPeer.Message(BLOCK - 1, 0xB2, 21, 42));
            return volume(live) == 42;
          },
          "the fader follows");
      live.quit();
    }
  }

  /// Of channel 5, as a rack has it.
  private int volume(Live live) {
    try {
      Path rack = folder.resolve("now.rack");
      live.say("save " + rack);
      live.stats(); // once it is answered the rack is saved
      return new ObjectMapper().readTree(rack.toFile()).at("/channels/4/volume").asInt();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void with_multi_out_a_key_sounds_on_its_channels_ports_and_in_the_mix() throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Live live = new Live(rig, "--multi-out", "--program", "5=80")) {
      for (String port : List.of("out_1", "ch05_l", "ch05_r")) {
        try (JackPeer keys = JackPeer.sender(rig.name(), KEYS);
            JackPeer ears = JackPeer.recorder(rig.name(), "modpool-test-ears", BLOCK)) {
          assertTrue(keys.connect(KEYS + ":out", JackServer.MIDI_PORT));
          assertTrue(ears.connect("modpool:" + port, "modpool-test-ears:in"));
          keys.send(new JackPeer.Message(9, 0x94, 60, 100));
          Await.until(() -> ears.frames() == BLOCK, port + " is heard");
          keys.send(new JackPeer.Message(0, 0x84, 60, 0));
          awaitVoices(live, 0);
        }
      }
      live.quit();
    }
  }

  @Test
  void multi_out_without_such_ports_is_wrong_usage() {
    CommandLineRun run = CommandLineRun.of("live", "--audio", "null", "--multi-out");
    assertEquals(ExitCode.BAD_USAGE, run.exitCode());
    assertTrue(run.err().contains("--multi-out needs JACK"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  /// The measuring program is of another hand, in C, and lies beside the project where its corpus
  /// does.
  @Test
  void an_independent_program_measures_no_latency() throws Throwable {
    Path source = Path.of("..", "shared", "tools", "jack_latency.c");
    Assumptions.assumeTrue(Files.exists(source), "skipped: no jack_latency.c beside the project");
    Path tool = folder.resolve("jack_latency");
    Assumptions.assumeTrue(
        compiles(source, tool), "skipped: no C compiler, or no headers of libjack");
    try (JackRig rig = new JackRig(RATE, BLOCK);
        Live live = new Live(rig, "--program", "1=80")) {
      ProcessBuilder measure = new ProcessBuilder(tool.toString(), "modpool", "5", "40");
      measure.environment().put("JACK_DEFAULT_SERVER", rig.name());
      Process process = measure.redirectErrorStream(true).start();
      String result = new String(process.getInputStream().readAllBytes());
      assertEquals(0, process.waitFor(), result);
      int notes = number(result, "n=");
      assertTrue(notes > 0, result);
      assertEquals(notes, number(result, "zero="), result);
      assertEquals(0, number(result, "missed="), result);
      live.quit();
    }
  }

  private static boolean compiles(Path source, Path tool) throws InterruptedException {
    try {
      Process cc =
          new ProcessBuilder("cc", "-w", source.toString(), "-ljack", "-o", tool.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return cc.waitFor(60, TimeUnit.SECONDS) && cc.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static int number(String text, String name) {
    String rest = text.substring(text.indexOf(name) + name.length());
    return Integer.parseInt(rest.split("[^0-9-]", 2)[0]);
  }
}
