package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Renders the demo song by the command.
class RenderCommandTest {
  private static final Path DEMO = Path.of("presets/songs/demo.mid");
  private static final int FLOAT_HEADER = 58;

  /// What several tests compare with, by its options: rendered once.
  private static final Map<String, byte[]> RENDERED = new HashMap<>();

  @TempDir private Path folder;

  @AfterAll
  static void forget() {
    RENDERED.clear();
  }

  private byte[] rendered(String options) throws IOException {
    byte[] wav = RENDERED.get(options);
    if (wav == null) {
      wav = render(options);
      RENDERED.put(options, wav);
    }
    return wav;
  }

  private byte[] render(String options) throws IOException {
    Path out = folder.resolve("out.wav");
    String[] words = ("render " + DEMO + " -o " + out + " " + options).strip().split(" +");
    CommandLineRun run = CommandLineRun.of((Object[]) words);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    return Files.readAllBytes(out);
  }

  private static float[] floats(byte[] wav) {
    ByteBuffer data = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    float[] all = new float[(wav.length - FLOAT_HEADER) / 4];
    data.position(FLOAT_HEADER).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(all);
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--instruments dedicated",
        "--block 1",
        "--block 17", // 1024 as a rule
        "--instruments dedicated --block 64"
      })
  void theSameBytesWhateverTheVoicesComeFromAndTheBlockIs(String options) throws IOException {
    String common = "--bits 32f --seconds 20";
    assertArrayEquals(rendered(common), render(common + " " + options));
  }

  @Test
  void theWholeSongIsTheSameInAnyBlock() throws IOException {
    assertArrayEquals(rendered("--bits 32f"), render("--bits 32f --block 1000"));
  }

  @Test
  void anAmigasFiltersRingTheSameInAnyBlock() throws IOException {
    String common = "--bits 32f --machine a500 --rate 22050 ";
    assertArrayEquals(render(common), render(common + "--block 1000"));
  }

  @Test
  void anAmigaIsDullerThanACleanMachine() throws IOException {
    double clean = treble(floats(render("--bits 32f --seconds 10")));
    double a1200 = treble(floats(render("--bits 32f --seconds 10 --machine a1200")));
    double a500 = treble(floats(render("--bits 32f --seconds 10 --machine a500")));
    assertTrue(a500 < 0.9 * a1200, a500 + " against " + a1200);
    assertTrue(a500 < 0.9 * clean, a500 + " against " + clean);
  }

  /// How much there is of change from frame to frame.
  private static double treble(float[] interleaved) {
    double sum = 0;
    for (int i = 2; i < interleaved.length; i++) {
      double change = interleaved[i] - interleaved[i - 2];
      sum += change * change;
    }
    return Math.sqrt(sum);
  }

  @Test
  void theSongEndsInSilence() throws IOException {
    float[] sound = floats(rendered("--bits 32f"));
    float last = 0;
    for (int i = sound.length - 200; i < sound.length; i++) {
      last = Math.max(last, Math.abs(sound[i]));
    }
    assertTrue(last < 1e-3, "the last 100 frames are " + last);
    assertTrue(sound.length / 2 > 80 * 48_000);
  }

  @Test
  void secondsCutItToTheFrame() throws IOException {
    assertEquals(44 + 4 * 72_000, render("--seconds 1.5").length);
    assertEquals(44 + 6 * 72_000, render("--seconds 1.5 --bits 24").length);
    assertEquals(FLOAT_HEADER + 8 * 72_000, render("--seconds 1.5 --bits 32f").length);
  }

  @Test
  void loopsPlayItAgainFromItsEnd() throws IOException {
    float[] once = floats(rendered("--bits 32f"));
    float[] twice = floats(render("--bits 32f --loops 2"));
    int end = once.length;
    assertTrue(twice.length > 1.9 * end, twice.length + " against " + end);
  }

  @Test
  void stemsAddUpToTheMix() throws IOException {
    float[] mix = floats(render("--bits 32f --seconds 20 --stems " + folder.resolve("stems")));
    double[] sum = new double[mix.length];
    float peak = 0;
    try (Stream<Path> stems = Files.list(folder.resolve("stems"))) {
      for (Path stem : stems.toList()) {
        float[] part = floats(Files.readAllBytes(stem));
        assertEquals(mix.length, part.length, stem + " is as long as the mix");
        for (int i = 0; i < part.length; i++) {
          sum[i] += part[i];
        }
      }
    }
    double worst = 0;
    for (int i = 0; i < mix.length; i++) {
      peak = Math.max(peak, Math.abs(mix[i]));
      worst = Math.max(worst, Math.abs(sum[i] - mix[i]));
    }
    assertTrue(worst <= 1e-6 * peak, worst + " of " + peak);
  }

  @Test
  void mutingAndSoloingPartTheMix() throws IOException {
    float[] mix = floats(rendered("--bits 32f --seconds 20"));
    float[] without = floats(render("--bits 32f --seconds 20 --mute 2,10"));
    float[] only = floats(render("--bits 32f --seconds 20 --solo 2,10"));
    double worst = 0;
    for (int i = 0; i < Math.min(without.length, only.length); i++) {
      worst = Math.max(worst, Math.abs(without[i] + only[i] - mix[i]));
    }
    assertTrue(worst < 1e-6, "off by " + worst);
  }

  @Test
  void theGainThatIsAdvisedAgainstClippingEndsIt() throws IOException {
    Path loud = folder.resolve("loud.wav");
    String said =
        CommandLineRun.of("render", DEMO, "-o", loud, "--gain", 23, "--seconds", 15).err();
    Matcher advice = Pattern.compile("frames clipped: .*; use --gain (-?\\d+) ").matcher(said);
    assertTrue(advice.find(), said);

    String gain = advice.group(1);
    assertEquals("", clipping("--gain", gain));
    assertNotEquals("", clipping("--gain", "" + (Integer.parseInt(gain) + 2)));
  }

  private String clipping(String... options) throws IOException {
    List<Object> words =
        new ArrayList<>(List.of("render", DEMO, "-o", folder.resolve("again.wav")));
    words.addAll(List.of("--seconds", 15));
    words.addAll(List.of(options));
    return CommandLineRun.of(words.toArray())
        .err()
        .lines()
        .filter(line -> line.contains("clipped"))
        .collect(Collectors.joining());
  }

  @Test
  void statsAreOneJsonObjectOnStdout() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("render", DEMO, "-o", folder.resolve("s.wav"), "--stats", "--seconds", 5);
    assertEquals(1, run.out().lines().count());
    JsonNode stats = new ObjectMapper().readTree(run.out());
    assertEquals(5 * 48_000, stats.get("frames").asLong());
    assertEquals(5.0, stats.get("seconds").asDouble());
    assertTrue(stats.get("peak").asDouble() > 0.01);
    assertTrue(stats.get("voicesPeak").asInt() > 1);
    assertEquals(0, stats.get("clippedFrames").asInt());
    assertTrue(stats.has("cpuSeconds") && stats.has("realtimeFactor"));
    long reasons = 0;
    for (JsonNode count : stats.get("stealReasons")) {
      reasons += count.asLong();
    }
    assertEquals(stats.get("stolenVoices").asLong(), reasons);
    assertEquals(2, stats.at("/pool/workletCount").asInt());
  }

  @Test
  void thePoolCommandPrintsTheBooks() throws IOException {
    CommandLineRun run = CommandLineRun.of("pool", DEMO, "--json");
    JsonNode pool = new ObjectMapper().readTree(run.out());
    assertEquals(32, pool.get("totalVoices").asInt());
    assertEquals(32, pool.get("allocatedVoices").asInt());
    assertEquals(0, pool.get("freeVoices").asInt());
    assertEquals(
        "{\"instrumentId\":\"ch10\",\"workletIndex\":1,\"voices\":\"12-15\",\"firstLocalVoice\":0}",
        pool.get("allocations").get(7).toString());
  }

  @Test
  void informationIsPrintedOfEveryKindOfFile() throws IOException {
    JsonNode midi = new ObjectMapper().readTree(CommandLineRun.of("info", DEMO, "--json").out());
    assertEquals("MIDI file", midi.get("kind").asText());
    assertTrue(CommandLineRun.of("info", DEMO).out().contains("Harbour Lights"));
    assertTrue(CommandLineRun.of("info", "presets").out().contains("Grand Piano"));
    assertTrue(CommandLineRun.of("presets").out().contains("Grand Piano"));
    assertEquals(0, CommandLineRun.of("devices").exitCode());
    try (Stream<Path> samples = Files.list(Path.of("presets/samples"))) {
      Path sample = samples.sorted().findFirst().orElseThrow();
      assertTrue(CommandLineRun.of("info", sample).out().contains("rateHz"));
    }
  }
}
