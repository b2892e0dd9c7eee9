package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import modpool.module.SongText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The live instrument as a process of its own, driven by stdin and signals.
class LiveProcessTest {
  @TempDir private Path folder;

  private Process live(String... options) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            "modpool.cli.Main"));
    words.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("JACK_DEFAULT_SERVER", "modpool-no-such-server");
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    return builder.redirectError(folder.resolve("err.txt").toFile()).start();
  }

  /// The built classes and the libraries, which the tests themselves may have on a module path.
  private static String classPath() {
    return String.join(
        java.io.File.pathSeparator,
        System.getProperty("java.class.path"),
        System.getProperty("jdk.module.path", ""),
        Path.of("target", "classes").toString());
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  @Test
  void actsOnTheLinesOfStdinAndEndsWithQuit() throws Exception {
    Process live = live("--audio", "null", "--midi", "none");
    try (Writer in = new OutputStreamWriter(live.getOutputStream());
        BufferedReader out = new BufferedReader(new InputStreamReader(live.getInputStream()))) {
      in.write("program 1 0:12\nvoices 2 8\ncompact\nwhat is this\nvoices 99 1\npanic\nstats\n");
      in.flush();
      JsonNode stats = new ObjectMapper().readTree(out.readLine());
      assertEquals(68, stats.at("/pool/allocatedVoices").asInt());
      in.write("quit\n");
      in.flush();
      assertEquals(0, live.waitFor());
    }
    List<String> errors = errors().lines().toList();
    assertTrue(errors.stream().allMatch(line -> line.startsWith("modpool: ")), errors::toString);
    assertTrue(errors.stream().anyMatch(line -> line.contains("unknown line 'what is this'")));
    assertTrue(errors.stream().anyMatch(line -> line.contains("channel must be 1-16")));
  }

  @Test
  void savesARackThatBringsEverythingBack() throws Exception {
    Path rack = folder.resolve("my.rack");
    Path again = folder.resolve("again.rack");
    Path won = folder.resolve("won.rack");
    String[] sound = {"--separation", "33", "--gain", "-3.5", "--interpolation", "sinc"};
    List<String> options = new ArrayList<>(List.of("--audio", "null", "--midi", "none"));
    options.addAll(List.of(sound));
    options.addAll(List.of("--transpose", "5", "--rate", "44100", "--bank", song().toString()));
    options.addAll(List.of("--loops", "3", "--timing", "vblank"));
    ends(
        live(options.toArray(String[]::new)),
        "program 2 0:0\nvoices 3 8\nsong "
            + song()
            + "\nmute 2\nseek 1\nsave "
            + rack
            + "\nsave /no/such/folder/x\n");
    assertTrue(errors().contains("there is no folder /no/such/folder"), errors());

    ends(live("--rack", rack.toString(), "--audio", "null"), "save " + again + "\n");
    assertEquals(1, errors().lines().count(), errors());
    assertEquals(Files.readString(rack), Files.readString(again));

    String[] explicit = {"--rack", rack.toString(), "--audio", "null", "--separation", "90"};
    ends(live(explicit), "save " + won + "\n");
    assertEquals(
        Files.readString(rack).replace("\"separation\" : 33", "\"separation\" : 90"),
        Files.readString(won));
  }

  @Test
  void recordsATakeThatRendersToWhatWasHeard() throws Exception {
    Path heard = folder.resolve("heard.wav");
    Path take = folder.resolve("take.mid");
    Process live =
        live(
            "--audio",
            "wav:" + heard,
            "--midi",
            "none",
            "--record",
            take.toString(),
            "--block",
            "96");
    try (Writer in = new OutputStreamWriter(live.getOutputStream());
        BufferedReader out = new BufferedReader(new InputStreamReader(live.getInputStream()))) {
      in.write("stats\n");
      in.flush();
      out.readLine(); // it plays now
      for (String line : new String[] {"song " + song(), "play", "voices 1 9", "mute 2", "stats"}) {
        in.write(line + "\n");
        in.flush();
        Thread.sleep(50);
      }
      in.write("seek 0\nstats\nquit\n");
      in.flush();
      assertEquals(0, live.waitFor(), errors());
    }
    assertEquals(1, errors().lines().count(), errors());
    Path again = folder.resolve("again.wav");
    CommandLineRun run = CommandLineRun.of("render", take, "-o", again, "--bits", "16");
    assertEquals("", run.err());
    assertArrayEquals(Files.readAllBytes(heard), Files.readAllBytes(again));
    byte[] sound = Files.readAllBytes(again);
    assertTrue(sound.length > 20_000, "" + sound.length);
    assertTrue(IntStream.range(44, sound.length).anyMatch(i -> Math.abs(sound[i]) > 40));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals there
  void aSignalClosesTheTakeAndAKillLeavesNone() throws Exception {
    for (String signal : new String[] {"INT", "TERM", "KILL"}) {
      Path take = folder.resolve(signal + ".mid");
      Process live = live("--audio", "null", "--midi", "none", "--record", take.toString());
      try (Writer in = new OutputStreamWriter(live.getOutputStream());
          BufferedReader out = new BufferedReader(new InputStreamReader(live.getInputStream()))) {
        in.write("program 1 5\nstats\n");
        in.flush();
        out.readLine(); // it plays now
        new ProcessBuilder("kill", "-" + signal, "" + live.pid()).start().waitFor();
        int code = live.waitFor();
        assertEquals(signal.equals("INT") ? 130 : signal.equals("TERM") ? 143 : 137, code);
      }
      if (signal.equals("KILL")) {
        assertTrue(Files.notExists(take));
      } else {
        Path wav = folder.resolve(signal + ".wav");
        assertEquals(0, CommandLineRun.of("render", take, "-o", wav).exitCode());
      }
    }
  }

  @Test
  void aTakeThatCannotBeWrittenIsExitCode1() throws Exception {
    Process live = live("--audio", "null", "--midi", "none", "--record", "/no/such/folder/t.mid");
    assertEquals(1, live.waitFor(), errors());
    assertEquals(1, errors().lines().count(), errors());
  }

  private void ends(Process live, String lines) throws Exception {
    try (Writer in = new OutputStreamWriter(live.getOutputStream())) {
      in.write(lines + "quit\n");
      in.flush();
      assertEquals(0, live.waitFor(), errors());
    }
  }

  @Test
  void aRackThatIsNoneIsExitCode1AndOneLine() throws Exception {
    Process live = live("--rack", song().toString(), "--audio", "null");
    assertEquals(1, live.waitFor(), errors());
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().contains("tiny.mod: is not valid JSON"), errors());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals there
  void endsCleanlyOnASignalAndFinishesItsFile() throws Exception {
    Path wav = folder.resolve("live.wav");
    Process live = live("--audio", "wav:" + wav, "--midi", "none");
    try (Writer in = new OutputStreamWriter(live.getOutputStream());
        BufferedReader out = new BufferedReader(new InputStreamReader(live.getInputStream()))) {
      in.write("stats\n");
      in.flush();
      out.readLine(); // it plays now
      live.destroy(); // SIGTERM
      assertEquals(143, live.waitFor(), errors());
    }
    byte[] file = Files.readAllBytes(wav);
    assertTrue(file.length > 44, "a whole file");
    assertEquals('R', file[0]);
  }

  @Test
  void playsASongToItsEndAndExits() throws Exception {
    Process play = live("play", song().toString(), "--audio", "null");
    play.getOutputStream().close();
    assertEquals(0, play.waitFor(), errors());
    assertEquals("", new String(play.getInputStream().readAllBytes()));
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("modpool: playing tiny to no sound"), errors());
  }

  @Test
  void aSongInPlayTakesLinesToo() throws Exception {
    Process play = live("play", song().toString(), "--audio", "null", "--loops", "0");
    try (Writer in = new OutputStreamWriter(play.getOutputStream());
        BufferedReader out = new BufferedReader(new InputStreamReader(play.getInputStream()))) {
      in.write("stop\nseek 1\nmute 2\nstats\n");
      in.flush();
      JsonNode song = new ObjectMapper().readTree(out.readLine()).get("song");
      assertEquals("tiny", song.get("title").asText());
      assertEquals("paused", song.get("state").asText());
      assertEquals(1, song.get("order").asInt());
      assertEquals("[2]", song.get("silencedParts").toString());
      in.write("quit\n");
      in.flush();
      assertEquals(0, play.waitFor(), errors());
    }
  }

  @Test
  void aSongBesideTheLiveChannelsWaitsToBePlayed() throws Exception {
    Process live = live("live", "--song", song().toString(), "--audio", "null", "--midi", "none");
    try (Writer in = new OutputStreamWriter(live.getOutputStream());
        BufferedReader out = new BufferedReader(new InputStreamReader(live.getInputStream()))) {
      in.write("stats\nplay\nstats\nquit\n");
      in.flush();
      JsonNode stats = new ObjectMapper().readTree(out.readLine());
      assertEquals("paused", stats.at("/song/state").asText());
      assertEquals(68, stats.at("/pool/allocatedVoices").asInt());
      assertEquals(
          "playing", new ObjectMapper().readTree(out.readLine()).at("/song/state").asText());
      assertEquals(0, live.waitFor(), errors());
    }
  }

  /// A song of less than a second.
  private Path song() throws IOException {
    byte[] song =
        SongText.song("tiny")
            .sample("square", 64)
            .pattern("C-2 01 F02\n--- -- ---\nE-2 01 D00")
            .orders(0, 0)
            .mod();
    return Files.write(folder.resolve("tiny.mod"), song);
  }

  @Test
  void anOutputThatIsNotThereIsExitCode3() throws Exception {
    Process live = live("--audio", "javasound:no such card", "--midi", "none");
    assertEquals(3, live.waitFor(), errors());
    assertEquals(1, errors().lines().count(), errors());
  }

  @Test
  void aJackServerThatDoesNotRunIsExitCode3AndOneLine() throws Exception {
    Process live = live("--audio", "jack", "--midi", "none");
    assertEquals(3, live.waitFor(), errors());
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("modpool: "), errors());
  }
}
