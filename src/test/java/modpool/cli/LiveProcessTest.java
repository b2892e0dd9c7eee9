package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import modpool.module.SongText;
import modpool.testing.Await;
import modpool.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The live instrument as a process of its own, driven by stdin and signals.
class LiveProcessTest {
  @TempDir private Path folder;

  private Program live(String... options) throws IOException {
    ProcessBuilder builder = Program.java(Main.class.getName(), options);
    builder.command().add(1, "-Djava.awt.headless=true");
    builder.environment().put("JACK_DEFAULT_SERVER", "modpool-no-such-server");
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    return new Program(builder, folder.resolve("err.txt"));
  }

  private static JsonNode json(Program live) throws IOException {
    return new ObjectMapper().readTree(live.line());
  }

  @Test
  void actsOnTheLinesOfStdinAndEndsWithQuit() throws Exception {
    try (Program live = live("--audio", "null", "--midi", "none")) {
      live.say("program 1 0:12", "voices 2 8", "compact", "what is this", "voices 99 1", "panic");
      live.say("stats");
      assertEquals(68, json(live).at("/pool/allocatedVoices").asInt());
      live.say("quit");
      assertEquals(0, live.exitCode());
      List<String> errors = live.errors().lines().toList();
      assertTrue(errors.stream().allMatch(line -> line.startsWith("modpool: ")), errors::toString);
      assertTrue(errors.stream().anyMatch(line -> line.contains("unknown line 'what is this'")));
      assertTrue(errors.stream().anyMatch(line -> line.contains("channel must be 1-16")));
    }
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
    String said =
        ends(
            live(options.toArray(String[]::new)),
            "program 2 0:0",
            "voices 3 8",
            "song " + song(),
            "mute 2",
            "seek 1",
            "save " + rack,
            "save /no/such/folder/x");
    assertTrue(said.contains("there is no folder /no/such/folder"), said);

    String back = ends(live("--rack", rack.toString(), "--audio", "null"), "save " + again);
    assertEquals(1, back.lines().count(), back);
    assertEquals(Files.readString(rack), Files.readString(again));

    String[] explicit = {"--rack", rack.toString(), "--audio", "null", "--separation", "90"};
    ends(live(explicit), "save " + won);
    assertEquals(
        Files.readString(rack).replace("\"separation\" : 33", "\"separation\" : 90"),
        Files.readString(won));
  }

  @Test
  void recordsATakeThatRendersToWhatWasHeard() throws Exception {
    Path heard = folder.resolve("heard.wav");
    Path take = folder.resolve("take.mid");
    String[] options = {"--audio", "wav:" + heard, "--midi", "none", "--block", "96"};
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--record", take.toString()));
    try (Program live = live(all.toArray(String[]::new))) {
      live.say("stats");
      live.line(); // it plays now
      for (String line : new String[] {"song " + song(), "play", "voices 1 9", "mute 2", "stats"}) {
        live.say(line);
        Thread.sleep(50);
      }
      live.say("seek 0", "stats", "quit");
      assertEquals(0, live.exitCode(), live.errors());
      assertEquals(1, live.errors().lines().count(), live.errors());
    }
    Path again = folder.resolve("again.wav");
    CommandLineRun run = CommandLineRun.of("render", take, "-o", again, "--bits", "16");
    assertEquals("", run.err());
    assertArrayEquals(Files.readAllBytes(heard), Files.readAllBytes(again));
    byte[] sound = Files.readAllBytes(again);
    assertTrue(sound.length > 20_000, "" + sound.length);
    assertTrue(IntStream.range(44, sound.length).anyMatch(i -> Math.abs(sound[i]) > 40));
  }

  @ParameterizedTest
  @CsvSource({"2, 130", "15, 143", "9, 137"})
  @DisabledOnOs(OS.WINDOWS) // no signals there
  void aSignalClosesTheTakeAndFinishesTheFileAndAKillLeavesNone(int signal, int expected)
      throws Exception {
    Path take = folder.resolve("take.mid");
    Path wav = folder.resolve("live.wav");
    String[] words = {"--audio", "wav:" + wav, "--midi", "none", "--record", take.toString()};
    try (Program live = live(words)) {
      live.say("program 1 5", "stats");
      live.line(); // it plays now
      assumeFalse(
          live.ignores(signal),
          "skipped: whoever started the tests lets signal " + signal + " be ignored");
      new ProcessBuilder("kill", "-" + signal, "" + live.pid()).start().waitFor();
      assertEquals(expected, live.exitCode(), live.errors());
    }
    if (signal == 9) {
      assertTrue(Files.notExists(take));
      assertTrue(Files.notExists(wav));
    } else {
      byte[] file = Files.readAllBytes(wav);
      assertTrue(file.length > 44, "a whole file");
      assertEquals('R', file[0]);
      Path again = folder.resolve("again.wav");
      assertEquals(0, CommandLineRun.of("render", take, "-o", again).exitCode());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals there
  void aSignalThatComesBeforeItPlaysLeavesNoDraft() throws Exception {
    Path takes = Files.createDirectory(folder.resolve("takes"));
    try (Program live =
        live("--audio", "null", "--midi", "none", "--record", takes.resolve("t.mid").toString())) {
      assumeFalse(live.ignores(15), "skipped: whoever started the tests has SIGTERM ignored");
      Await.until(() -> !names(takes).isEmpty(), "the take has been begun");
      new ProcessBuilder("kill", "-15", "" + live.pid()).start().waitFor();
      assertEquals(143, live.exitCode(), live.errors());
    }
    List<String> left = names(takes);
    assertTrue(left.isEmpty() || left.equals(List.of("t.mid")), left::toString);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalDuringAnExaminationLeavesNoDraft() throws Exception {
    Path heard = Files.createDirectory(folder.resolve("heard"));
    try (Program doctor = live("doctor", "--audio", "wav:" + heard.resolve("d.wav"))) {
      assumeFalse(doctor.ignores(15), "skipped: whoever started the tests has SIGTERM ignored");
      Await.until(() -> !names(heard).isEmpty(), "it plays");
      new ProcessBuilder("kill", "-15", "" + doctor.pid()).start().waitFor();
      assertEquals(143, doctor.exitCode(), doctor.errors());
    }
    assertEquals(List.of(), names(heard));
  }

  private static List<String> names(Path folder) {
    return List.of(folder.toFile().list());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no limits there
  void aFileThatCannotGrowKeepsWhatWasPlayedAndIsExitCode1() throws Exception {
    Path wav = folder.resolve("live.wav");
    ProcessBuilder builder =
        Program.java(
            Main.class.getName(), "--audio", "wav:" + wav, "--midi", "none", "--no-window");
    builder.command().addAll(0, List.of("sh", "-c", "ulimit -f 300; exec \"$@\"", "sh"));
    builder.environment().put("JACK_DEFAULT_SERVER", "modpool-no-such-server");
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    try (Program live = new Program(builder, folder.resolve("err.txt"))) {
      Await.until(() -> Files.exists(wav), "the file has appeared");
      live.say("quit");
      assertEquals(1, live.exitCode(), live.errors());
      String last = live.errors().lines().toList().getLast();
      assertTrue(last.startsWith("modpool: cannot write " + wav), live.errors());
      assertTrue(last.endsWith("whole up to there"), live.errors());
    }
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(file.capacity() - 44, file.getInt(40));
    assertTrue(file.capacity() > 100_000, "" + file.capacity());
  }

  @Test
  void aTakeThatCannotBeWrittenIsExitCode1() throws Exception {
    endsByItself(1, live("--audio", "null", "--midi", "none", "--record", "/no/such/folder/t.mid"));
  }

  /// @return what it said
  private static String ends(Program live, String... lines) throws Exception {
    try (live) {
      live.say(lines);
      live.say("quit");
      assertEquals(0, live.exitCode(), live.errors());
      return live.errors();
    }
  }

  /// @return the one line that it said
  private static String endsByItself(int exitCode, Program live) throws Exception {
    try (live) {
      assertEquals(exitCode, live.exitCode(), live.errors());
      assertEquals(1, live.errors().lines().count(), live.errors());
      return live.errors();
    }
  }

  @Test
  void aRackThatIsNoneIsExitCode1AndOneLine() throws Exception {
    String said = endsByItself(1, live("--rack", song().toString(), "--audio", "null"));
    assertTrue(said.contains("tiny.mod: is not valid JSON"), said);
  }

  @Test
  void playsASongToItsEndAndExits() throws Exception {
    try (Program play = live("play", song().toString(), "--audio", "null")) {
      play.sayNoMore();
      assertEquals("", play.rest());
      String said = endsByItself(0, play);
      assertTrue(said.startsWith("modpool: playing tiny to no sound"), said);
    }
  }

  @Test
  void aSongInPlayTakesLinesToo() throws Exception {
    try (Program play = live("play", song().toString(), "--audio", "null", "--loops", "0")) {
      play.say("stop", "seek 1", "mute 2", "stats");
      JsonNode song = json(play).get("song");
      assertEquals("tiny", song.get("title").asText());
      assertEquals("paused", song.get("state").asText());
      assertEquals(1, song.get("order").asInt());
      assertEquals("[2]", song.get("silencedParts").toString());
      play.say("quit");
      assertEquals(0, play.exitCode(), play.errors());
    }
  }

  @Test
  void aSongBesideTheLiveChannelsWaitsToBePlayed() throws Exception {
    String[] words = {"live", "--song", song().toString(), "--audio", "null", "--midi", "none"};
    try (Program live = live(words)) {
      live.say("stats", "play", "stats", "quit");
      JsonNode stats = json(live);
      assertEquals("paused", stats.at("/song/state").asText());
      assertEquals(68, stats.at("/pool/allocatedVoices").asInt());
      assertEquals("playing", json(live).at("/song/state").asText());
      assertEquals(0, live.exitCode(), live.errors());
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
    endsByItself(3, live("--audio", "javasound:no such card", "--midi", "none"));
  }

  @Test
  void aJackServerThatDoesNotRunIsExitCode3AndOneLine() throws Exception {
    String said = endsByItself(3, live("--audio", "jack", "--midi", "none"));
    assertTrue(said.startsWith("modpool: "), said);
  }
}
