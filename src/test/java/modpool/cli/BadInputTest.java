package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input gets one clear line, exit code 1, and leaves nothing behind.
class BadInputTest {
  private static final Path DEMO = Path.of("presets/songs/demo.mid");

  @TempDir private Path folder;

  private void assertRefused(CommandLineRun run, String... words) throws IOException {
    assertAll(
        () -> assertEquals(1, run.exitCode(), run.err()),
        () -> assertEquals(1, run.errorLines(), run.err()),
        () -> assertTrue(run.err().startsWith("modpool: "), run.err()),
        () ->
            assertTrue(
                Arrays.stream(words).allMatch(run.err()::contains),
                () -> List.of(words) + " in " + run.err()),
        () -> assertEquals("", run.out()));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(
          List.of(), left.filter(p -> p.getFileName().toString().contains(".wav")).toList());
    }
  }

  private CommandLineRun render(Path input) {
    return CommandLineRun.of("render", input, "-o", folder.resolve("out.wav"));
  }

  @Test
  void aFolderIsNoMidiFile() throws IOException {
    assertRefused(render(folder), folder.toString(), "directory");
  }

  @Test
  void aFileThatIsNotThere() throws IOException {
    assertRefused(render(folder.resolve("none.mid")), "none.mid", "does not exist");
  }

  @Test
  void anOutputFileThatCannotBeWritten() throws IOException {
    Path inside = folder.resolve("none").resolve("out.x");
    String audio = "wav:" + inside;
    assertRefused(
        CommandLineRun.of("live", "--audio", audio, "--midi", "none", "--no-window"),
        "there is no folder");
    assertRefused(
        CommandLineRun.of("doctor", "--audio", audio, "--seconds", "1"), "there is no folder");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertRefused(render(Files.createFile(folder.resolve("empty.mid"))), "empty.mid", "empty");
  }

  @Test
  void aTextFileWithAMidiFilesName() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.mid"), "C D E F G\n");
    assertRefused(render(text), "notes.mid", "MIDI");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 13, 20, 1_000, 17_000})
  void aTruncatedMidiFile(int length) throws IOException {
    byte[] whole = Files.readAllBytes(DEMO);
    Path cut = Files.write(folder.resolve("cut.mid"), Arrays.copyOf(whole, length));
    assertRefused(render(cut), "cut.mid");
  }

  @Test
  void aPresetWhoseSampleIsMissing() throws IOException {
    Files.writeString(
        folder.resolve("bank.json"), "{\"name\":\"b\",\"programs\":{\"0\":\"p.json\"}}");
    Files.writeString(
        folder.resolve("p.json"),
        "{\"name\":\"p\",\"zones\":[{\"keys\":\"0-127\",\"sample\":{\"file\":\"gone.raw\"}}]}");
    assertRefused(
        CommandLineRun.of("render", DEMO, "-o", folder.resolve("out.wav"), "--bank", folder),
        "gone.raw");
  }

  @Test
  void aScaleOrAKeyboardMapThatIsNone() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.scl"), "a scale\nmany notes\n");
    Path out = folder.resolve("out.wav");
    assertRefused(
        CommandLineRun.of("render", DEMO, "-o", out, "--scale", bad), "bad.scl", "line 2");
    assertRefused(
        CommandLineRun.of("render", DEMO, "-o", out, "--keymap", folder.resolve("none.kbm")),
        "none.kbm",
        "does not exist");
  }

  @Test
  void anOutputInAFolderThatIsNotThere() throws IOException {
    Path out = folder.resolve("no/such/out.wav");
    assertRefused(CommandLineRun.of("render", DEMO, "-o", out), "out.wav");
  }

  @Test
  void anOutputThatIsAFolder() throws IOException {
    assertRefused(CommandLineRun.of("render", DEMO, "-o", folder), folder.toString());
  }

  @Test
  void whatIsLongerThanAWavFileCanBe() throws IOException {
    Path wav = folder.resolve("out.wav");
    assertRefused(
        CommandLineRun.of(
            "render", DEMO, "-o", wav, "--loops", "1000", "--rate", "192000", "--bits", "32f"),
        "out.wav",
        "4 GiB",
        "use --seconds 2796");
  }

  @Test
  void aFullDisk() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here");
    assertRefused(
        CommandLineRun.of("render", DEMO, "-o", full, "--seconds", "1"), "/dev/full", "full");
    assertTrue(Files.exists(full), "the device itself is left alone");
  }

  @Test
  void anExistingFileStaysAsItWasWhenRenderingFails() throws IOException {
    Path out = Files.writeString(folder.resolve("kept.txt"), "precious");
    CommandLineRun run = CommandLineRun.of("render", folder.resolve("none.mid"), "-o", out);
    assertEquals(1, run.exitCode());
    assertEquals("precious", Files.readString(out));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render",
        "render a.mid",
        "render a.mid -o b.wav --bits 17",
        "render a.mid -o b.wav --mute 0",
        "render a.mid -o b.wav --solo x",
        "render a.mid -o b.wav --loops 0",
        "render a.mid -o b.wav --seconds -1",
        "render a.mid -o b.wav --rate 7",
        "render a.mid -o b.wav --block 0",
        "render a.mid -o b.wav --gain 99",
        "render a.mid -o b.wav --program 1=200",
        "render a.mid -o b.wav --program 17=1",
        "render a.mid -o b.wav --voices 1=17",
        "render a.mid -o b.wav --interpolation best",
        "live --audio radio",
        "live --transpose 100",
        "nonsense",
        "--nonsense"
      })
  void wrongUsageIsOneLineAndExitCode2(String words) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" "));
    assertEquals(2, run.exitCode(), run.err());
    assertEquals(1, run.errorLines(), run.err());
    assertTrue(run.err().startsWith("modpool: "), run.err());
  }

  @Test
  void whatIsReadIsNotWrittenOver() throws IOException {
    Path copy = Files.copy(DEMO, folder.resolve("song.mid"));
    CommandLineRun run = CommandLineRun.of("render", copy, "-o", copy);
    assertEquals(2, run.exitCode(), run.err());
    assertArrayEquals(Files.readAllBytes(DEMO), Files.readAllBytes(copy));
  }

  @Test
  void aStemDoesNotOverwriteTheMix() {
    CommandLineRun run =
        CommandLineRun.of("render", DEMO, "-o", folder.resolve("ch01.wav"), "--stems", folder);
    assertEquals(2, run.exitCode(), run.err());
  }

  @Test
  void partsThatAreNotThereCannotBeMuted() {
    CommandLineRun run =
        CommandLineRun.of("render", DEMO, "-o", folder.resolve("o.wav"), "--mute", "17");
    assertEquals(2, run.exitCode(), run.err());
  }

  @Test
  void aDamagedSongIsPlayedWithOneWarning() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("presets/songs/demo.mod"));
    Path cut = Files.write(folder.resolve("cut.mod"), Arrays.copyOf(whole, whole.length - 500));
    CommandLineRun run =
        CommandLineRun.of("render", cut, "-o", folder.resolve("o.wav"), "--seconds", "1");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(1, run.errorLines(), run.err());
    assertTrue(run.err().startsWith("modpool: ") && run.err().contains("cut.mod"), run.err());
  }

  @Test
  void aModuleOfAnotherKindIsCalledByItsName() throws IOException {
    Path file = folder.resolve("x.xm");
    Files.writeString(file, "Extended Module: anything" + " ".repeat(2000));
    assertRefused(CommandLineRun.of("info", file), "x.xm", "XM module", "save it as MOD");
  }
}
