package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.midi.ShortMessage;
import modpool.midi.ImplementationChart;
import modpool.testing.BankFolder;
import modpool.testing.Performance;
import modpool.testing.Take;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every row of the implementation chart is played and heard, and the README has the chart as the
/// code has it. To write it anew:
///
///     mvn -q test -Dtest=ImplementationChartTest -Dchart.write=true
class ImplementationChartTest {
  private static final Path README = Path.of("README.md");
  private static final double HZ = 400; // key 60
  private static final double SILENT = 1e-4;
  private static final int[] GM_ON = {0x7E, 0x7F, 0x09, 0x01};

  @TempDir private static Path folder;

  private interface Ear {
    void listen();
  }

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", Performance.RATE, Waves.sine(HZ, Performance.RATE))
        .wave("saw", 40_000, Waves.saw(100))
        .loop("sine", "\"macros\": [{\"macro\": 0, \"to\": \"gainDb\", \"amount\": -40}]")
        .loop("saw", "\"filter\": {\"cutoffHz\": 1600, \"resonanceDb\": 0}")
        .loop(
            "sine",
            """
            "amplitude": {"attackMs": 40, "decayMs": 200, "sustain": 0.1, "releaseMs": 200},
            "lfo1": {"rateHz": 4, "toPitchCents": 40}
            """)
        .wave("late", Performance.RATE, part(12_032, 24_000))
        .wave("blip", Performance.RATE, part(0, 480))
        .program(oneShot("late"))
        .program(oneShot("blip"))
        .write();
  }

  /// A sine that sounds between two frames of 24,000 only.
  private static float[] part(int from, int to) {
    float[] wave = new float[24_000];
    for (int i = from; i < to; i++) {
      wave[i] = (float) Math.sin(2 * Math.PI * HZ * i / Performance.RATE);
    }
    return wave;
  }

  private static String oneShot(String wave) {
    return """
    {"name": "%s", "zones": [{"keys": "0-127", "sample": {"file": "%s.wav"}}]}
    """
        .formatted(wave, wave);
  }

  @Test
  void the_readme_has_the_chart() throws IOException {
    String readme = Files.readString(README);
    String begin = "<!-- chart -->\n";
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf("<!-- /chart -->");
    assertTrue(from >= begin.length() && to >= from, "the README marks the chart's place");
    if (Boolean.getBoolean("chart.write")) {
      String written = readme.substring(0, from) + ImplementationChart.markdown();
      Files.writeString(README, written + readme.substring(to));
      return;
    }
    assertEquals(ImplementationChart.markdown(), readme.substring(from, to));
  }

  @TestFactory
  Stream<DynamicTest> every_row_is_heard() {
    Map<String, Ear> ears = new LinkedHashMap<>();
    notes(ears);
    levels(ears);
    pedals(ears);
    sounds(ears);
    parameters(ears);
    modes(ears);
    effects(ears);
    systems(ears);
    List<String> rows =
        ImplementationChart.rows().stream().map(ImplementationChart.Row::message).sorted().toList();
    assertEquals(rows, ears.keySet().stream().sorted().toList(), "one test for each row");
    return ears.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), e.getValue()::listen));
  }

  private static Take play(Take take) {
    return take.play(new Settings().bank(folder), 1_200);
  }

  private static Take one() {
    return new Take().at(0);
  }

  private static void assertLouder(double factor, double before, double after) {
    assertEquals(factor, after / before, 0.03 * factor);
  }

  private static void assertCents(
      double cents, Take take, double fromMs, double toMs, double tolerance) {
    double hz = HZ * Math.pow(2, cents / 1_200);
    assertEquals(0, take.cents(hz, fromMs, toMs), tolerance, "from " + cents + " cents");
  }

  private static void assertCents(
      double cents, Take take, double fromMs, double toMs, double tolerance, String what) {
    double hz = HZ * Math.pow(2, cents / 1_200);
    assertEquals(0, take.cents(hz, fromMs, toMs), tolerance, what);
  }

  private static void notes(Map<String, Ear> ears) {
    ears.put(
        "note on, off",
        () -> {
          Take t = play(one().at(100).on(60).at(600).off(60));
          assertEquals(0, t.level(0, 99));
          assertTrue(t.level(200, 500) > 0.01);
          assertCents(0, t, 200, 500, 0.1);
          assertTrue(t.level(900, 1_100) < SILENT);
        });
    ears.put(
        "key pressure",
        () -> {
          Take t =
              play(
                  one()
                      .on(60)
                      .send(ShortMessage.POLY_PRESSURE, 61, 127)
                      .at(500)
                      .send(ShortMessage.POLY_PRESSURE, 60, 127));
          assertEquals(0, t.swing(HZ, 100, 450), 1);
          assertEquals(100, t.swing(HZ, 600, 1_100), 12);
        });
    ears.put(
        "channel pressure",
        () -> {
          Take t = play(one().on(60).at(500).send(ShortMessage.CHANNEL_PRESSURE, 127, 0));
          assertEquals(0, t.swing(HZ, 100, 450), 1);
          assertEquals(100, t.swing(HZ, 600, 1_100), 12);
        });
    ears.put(
        "pitch bend",
        () -> {
          Take t = play(one().on(60).at(400).bend(16_383).at(800).bend(0));
          assertCents(199.98, t, 450, 750, 0.1);
          assertCents(-200, t, 850, 1_150, 0.1);
        });
    ears.put(
        "program change",
        () -> {
          Take t = play(one().on(60).at(300).program(1).at(500).off(60).at(700).on(60));
          assertTrue(t.part(2 * HZ, 320, 480) < 0.01 * t.part(HZ, 320, 480), "held keeps its own");
          assertTrue(t.part(2 * HZ, 800, 1_100) > 0.2 * t.part(HZ, 800, 1_100));
        });
    ears.put(
        "0, 32 bank select",
        () -> {
          Settings two = new Settings().bank(Path.of("presets/bank.json")).bank(folder);
          Take t = one().cc(0, 0).cc(32, 1).program(0).on(60).play(two, 600);
          assertCents(0, t, 100, 500, 0.1);
          Settings gs = new Settings().bank(folder).bank(Path.of("presets/bank.json"));
          Take first = one().cc(0, 0).cc(32, 1).program(0).on(60);
          assertEquals(
              0,
              first.play(gs.bankSelect(Settings.BankSelect.GS), 600).cents(HZ, 100, 500),
              0.1,
              "GS has the bank in the first byte");
        });
  }

  private static void levels(Map<String, Ear> ears) {
    ears.put("2 breath", () -> assertSquare(2));
    ears.put("7 volume", () -> assertSquare(7));
    ears.put("11 expression", () -> assertSquare(11));
    ears.put(
        "10 pan",
        () -> {
          Take t = play(one().on(60).at(300).cc(10, 0).at(700).cc(10, 127));
          assertEquals(0, rms(t.right(400, 690)), SILENT);
          assertLouder(Math.sqrt(2), t.level(100, 290), t.level(400, 690));
          assertEquals(0, t.level(800, 1_100), SILENT);
        });
    ears.put(
        "16-19",
        () -> {
          Take t = play(one().on(60).at(500).cc(16, 127));
          assertLouder(0.01, t.level(100, 450), t.level(700, 1_100));
        });
    ears.put(
        "91 reverb, 93 chorus",
        () -> {
          for (int controller : new int[] {91, 93}) {
            Take dry = play(one().on(60).at(500).off(60));
            Take wet = play(one().cc(controller, 127).on(60).at(500).off(60));
            double[] difference = {0};
            float[] d = dry.left(100, 1_100);
            float[] w = wet.left(100, 1_100);
            for (int i = 0; i < d.length; i++) {
              difference[0] = Math.max(difference[0], Math.abs(d[i] - w[i]));
            }
            assertTrue(difference[0] > 0.005, "controller " + controller);
          }
        });
  }

  private static double rms(float[] wave) {
    return modpool.testing.Measure.rms(wave);
  }

  private static void assertSquare(int controller) {
    Take t = play(one().cc(controller, 127).on(60).at(500).cc(controller, 64));
    assertLouder(Math.pow(64 / 127.0, 2), t.level(100, 450), t.level(700, 1_100));
  }

  private static void pedals(Map<String, Ear> ears) {
    ears.put(
        "64 sustain",
        () -> {
          Take t = play(one().cc(64, 127).on(60).at(200).off(60).at(700).cc(64, 0));
          assertTrue(t.level(400, 690) > 0.01);
          assertTrue(t.level(1_000, 1_190) < SILENT);
        });
    ears.put(
        "66 sostenuto",
        () -> {
          Take t =
              play(
                  one()
                      .on(60)
                      .at(100)
                      .cc(66, 127)
                      .at(200)
                      .on(72)
                      .off(60)
                      .at(300)
                      .off(72)
                      .at(900)
                      .cc(66, 0));
          assertTrue(t.part(HZ, 600, 890) > 0.01, "it was down before the pedal");
          assertTrue(t.part(2 * HZ, 600, 890) < SILENT, "it came after");
          assertTrue(t.level(1_100, 1_190) < SILENT);
        });
    ears.put(
        "67 soft pedal",
        () -> {
          Take t = play(one().on(60).at(300).off(60).at(600).cc(67, 127).on(60));
          assertLouder(0.5, t.level(100, 290), t.level(700, 1_100));
        });
    ears.put(
        "68 legato",
        () -> {
          Take t = play(one().program(2).cc(68, 127).on(60).at(600).on(62).at(900).off(62));
          assertTrue(t.level(620, 640) < 1.2 * t.level(540, 590), "no new attack");
          assertCents(200, t, 650, 890, 30);
          assertCents(0, t, 920, 1_180, 30, "back to the key that is down");
        });
    ears.put(
        "65 portamento",
        () -> {
          Take t = play(one().cc(65, 127).cc(5, 64).on(60).at(300).on(63).off(60));
          assertTrue(t.part(HZ * 1.05, 300, 600) > t.part(HZ * 1.19, 300, 600));
          assertCents(300, t, 1_050, 1_190, 5);
        });
    ears.put(
        "5 portamento time",
        () -> {
          Take slow = play(one().cc(65, 127).cc(5, 80).on(60).at(300).off(60).at(500).on(62));
          Take quick = play(one().cc(65, 127).cc(5, 40).on(60).at(300).off(60).at(500).on(62));
          assertTrue(slow.cents(HZ, 700, 800) < 80);
          assertCents(200, quick, 700, 800, 1);
        });
    ears.put(
        "84 portamento control",
        () -> {
          Take t = play(one().cc(5, 64).on(60).at(300).cc(84, 60).on(62));
          double early = t.cents(HZ, 310, 350);
          assertTrue(early > 0 && early < 60, "from key 60: " + early);
          assertCents(200, t, 1_000, 1_190, 1);
          assertLouder(1, t.level(100, 290), t.level(1_000, 1_190));
        });
  }

  private static void sounds(Map<String, Ear> ears) {
    ears.put(
        "71 resonance",
        () -> {
          Take t = play(one().program(1).on(60).at(500).cc(71, 127));
          double before = t.part(4 * HZ, 100, 450);
          double after = t.part(4 * HZ, 700, 1_100);
          assertEquals(4, after / before, 0.5, "12 dB at the cut-off");
        });
    ears.put(
        "72 release time",
        () -> {
          Take t = play(one().cc(72, 127).on(60).at(200).off(60));
          Take rest = play(one().on(60).at(200).off(60));
          assertTrue(t.level(400, 500) > 100 * rest.level(400, 500));
        });
    ears.put(
        "73 attack time",
        () -> {
          Take t = play(one().cc(73, 127).on(60));
          assertTrue(t.level(0, 50) < 0.2 * t.level(500, 900));
        });
    ears.put(
        "74 brightness",
        () -> {
          Take t = play(one().program(1).on(60).at(500).cc(74, 32));
          double before = t.part(8 * HZ, 100, 450);
          assertTrue(t.part(8 * HZ, 700, 1_100) < 0.2 * before);
          Take open = play(one().on(72).at(500).cc(74, 0));
          assertTrue(open.part(2 * HZ, 700, 1_100) > 0.3 * open.part(2 * HZ, 100, 450));
        });
    ears.put(
        "75 decay time",
        () -> {
          Take t = play(one().program(2).cc(75, 127).on(60));
          Take rest = play(one().program(2).on(60));
          assertTrue(t.level(300, 400) > 3 * rest.level(300, 400));
        });
    ears.put(
        "76 vibrato rate",
        () -> {
          Take t = play(one().program(2).cc(75, 127).cc(76, 0).on(60));
          Take rest = play(one().program(2).cc(75, 127).on(60));
          assertTrue(t.swing(HZ, 30, 200) < 0.7 * rest.swing(HZ, 30, 200), "a quarter as fast");
        });
    ears.put(
        "77 vibrato depth",
        () -> {
          assertEquals(100, play(one().cc(77, 127).on(60)).swing(HZ, 100, 1_000), 12);
          assertEquals(0, play(one().program(2).cc(77, 0).on(60)).swing(HZ, 100, 600), 2);
        });
    ears.put(
        "78 vibrato delay",
        () -> {
          Take t = play(one().cc(77, 127).cc(78, 96).on(60)); // half of the way: 0.5 s
          assertEquals(0, t.swing(HZ, 50, 480), 1);
          assertTrue(t.swing(HZ, 560, 1_100) > 80);
        });
    ears.put(
        "1 modulation",
        () -> {
          Take t = play(one().on(60).at(500).cc(1, 127));
          assertEquals(0, t.swing(HZ, 100, 450), 1);
          assertEquals(100, t.swing(HZ, 600, 1_100), 12);
        });
    ears.put(
        "NRPN 1/8-10, 32, 33, 99, 100, 102",
        () -> {
          Take t = play(one().program(1).on(60).at(500).cc(99, 1).cc(98, 32).cc(6, 32));
          assertTrue(t.part(8 * HZ, 700, 1_100) < 0.2 * t.part(8 * HZ, 100, 450));
        });
  }

  private static void parameters(Map<String, Ear> ears) {
    ears.put("RPN 0 bend range", () -> assertBent(-150, one().rpn(0, 1, 50)));
    ears.put("96, 97 data steppers", () -> assertBent(-199, one().rpn(0, 2, 0).cc(97, 0)));
    ears.put(
        "RPN 1 fine tuning",
        () -> assertCents(50, play(one().rpn(1, 96, 0).on(60)), 100, 900, 0.1));
    ears.put(
        "RPN 2 coarse tuning",
        () -> assertCents(-200, play(one().rpn(2, 62, 0).on(60)), 100, 900, 0.1));
    ears.put(
        "RPN 5 modulation range",
        () -> {
          Take t = play(one().rpn(5, 1, 0).cc(1, 127).on(60));
          assertEquals(200, t.swing(HZ, 100, 1_000), 20);
        });
    ears.put(
        "RPN 6 MPE zones",
        () -> {
          Take t = play(one().rpn(6, 3, 0).program(1).channel(2).on(60));
          assertTrue(t.part(2 * HZ, 100, 900) > 0.2 * t.part(HZ, 100, 900), "its lead's program");
        });
    ears.put(
        "MPE member channels",
        () -> {
          Take zone = one().rpn(6, 3, 0).channel(2).on(60).channel(3).on(72);
          Take t = play(zone.at(500).channel(3).bend(8_192 + 8_192 * 12 / 48));
          assertTrue(t.part(HZ, 700, 1_100) > 0.9 * t.part(HZ, 100, 450), "the other stays");
          assertTrue(t.part(2 * HZ, 700, 1_100) < 0.01 * t.part(2 * HZ, 100, 450));
          assertTrue(t.part(4 * HZ, 700, 1_100) > 0.9 * t.part(2 * HZ, 100, 450), "an octave up");
        });
  }

  private static void assertBent(double cents, Take take) {
    assertCents(cents, play(take.on(60).bend(0)), 100, 900, 0.1);
  }

  private static void modes(Map<String, Ear> ears) {
    ears.put(
        "120 all sound off",
        () -> assertEquals(0, play(one().cc(72, 127).on(60).at(500).cc(120, 0)).level(510, 900)));
    ears.put(
        "121 reset controllers",
        () -> {
          Take t = one().cc(1, 127).cc(2, 10).cc(11, 10).cc(67, 127).bend(0).at(300).cc(121, 0);
          play(t.on(60));
          Take rest = play(one().at(300).on(60));
          assertEquals(0, t.swing(HZ, 500, 1_000), 1);
          assertCents(0, t, 500, 1_000, 0.1);
          assertLouder(1, rest.level(500, 1_000), t.level(500, 1_000));
        });
    ears.put(
        "123 all notes off",
        () -> {
          assertTrue(play(one().on(60).at(300).cc(123, 0)).level(600, 900) < SILENT);
          Take held = play(one().cc(64, 127).on(60).at(300).cc(123, 0));
          assertTrue(held.level(600, 900) > 0.01);
        });
    ears.put(
        "124, 125 omni off, on",
        () -> {
          Take t = one().cc(125, 0).channel(2).on(60).at(400).off(60).at(700);
          play(t.channel(1).cc(124, 0).channel(2).on(60));
          assertLouder(0.5, t.level(100, 390), t.level(800, 1_100));
        });
    ears.put(
        "126 mono",
        () -> {
          Take t = play(one().cc(126, 1).on(60).at(300).on(72).at(700).off(72));
          assertTrue(t.part(HZ, 400, 690) < 0.01 * t.part(2 * HZ, 400, 690));
          assertTrue(t.part(HZ, 800, 1_100) > 100 * t.part(2 * HZ, 800, 1_100));
        });
    ears.put(
        "127 poly",
        () -> {
          Take t = play(one().cc(126, 1).cc(127, 0).on(60).on(72));
          assertLouder(1, t.part(HZ, 400, 900), t.part(2 * HZ, 400, 900));
        });
  }

  /// A tick lasts 20 ms; one falls on the beginning.
  private static void effects(Map<String, Ear> ears) {
    ears.put(
        "102 arpeggio",
        () -> {
          Take t = play(one().cc(102, 0x47).on(60).at(610).cc(102, 0));
          double[] cents = {0, 400, 700};
          for (int tick = 0; tick < 30; tick++) {
            assertCents(cents[tick % 3], t, 20 * tick + 1, 20 * tick + 19, 10, "tick " + tick);
          }
          assertCents(0, t, 625, 1_100, 0.1);
        });
    ears.put(
        "103, 104 slide up, down",
        () -> {
          Take up = play(one().cc(103, 8).on(60));
          assertCents(periods(428 - 10 * 8), up, 201, 219, 5);
          assertCents(periods(428 - 20 * 8), up, 401, 419, 5);
          assertCents(periods(113), up, 900, 1_100, 0.1);
          Take down = play(one().cc(104, 8).on(60).at(610).cc(104, 0));
          assertCents(periods(428 + 20 * 8), down, 401, 419, 5);
          assertCents(periods(428 + 30 * 8), down, 650, 1_100, 0.1, "it stays there");
        });
    ears.put(
        "105 vibrato",
        () -> {
          Take t = play(one().cc(105, 0x4F).on(60).at(700).cc(105, 0));
          int most = 255 * 15 >> 7;
          assertCents(periods(428 + most), t, 101, 119, 5, "a quarter of 16 ticks");
          assertCents(periods(428 - most), t, 261, 279, 5, "three quarters");
          assertCents(0, t, 750, 1_100, 0.1);
        });
    ears.put(
        "106 tremolo",
        () -> {
          Take t = play(one().cc(106, 0x4F).on(60).at(700).cc(106, 0));
          double full = t.level(750, 1_100);
          assertEquals(full, t.level(102, 118), 0.02 * full, "no louder than 64");
          double least = (64 - (255 * 15 >> 6)) / 64.0;
          assertEquals(least, t.level(262, 278) / full, 0.1 * least);
        });
    ears.put(
        "107 sample offset",
        () -> {
          assertEquals(0, play(one().program(3).on(60)).level(0, 200));
          Take t = play(one().program(3).cc(107, 12_032 / 256).on(60));
          assertTrue(t.level(1, 200) > 0.05);
          assertEquals(
              0, play(one().program(3).cc(107, 127).on(60)).level(0, 900), "behind its end");
        });
    ears.put(
        "108 retrigger",
        () -> {
          Take t = play(one().program(4).cc(108, 3 * 8).on(60).at(310).off(60));
          for (int ms = 0; ms <= 300; ms += 60) {
            assertTrue(t.level(ms + 1, ms + 9) > 0.05, "at " + ms);
            assertTrue(t.level(ms + 20, ms + 50) < SILENT, "after " + ms);
          }
          assertEquals(0, t.level(330, 1_100), "the key is up");
        });
    ears.put(
        "109 note cut",
        () -> {
          Take t = play(one().cc(109, 10 * 8).on(60));
          assertTrue(t.level(150, 199) > 0.05);
          assertEquals(0, t.level(206, 1_100));
        });
    ears.put(
        "110 note delay",
        () -> {
          Take t = play(one().cc(110, 10 * 8).on(60).at(100).off(60));
          assertEquals(0, t.level(0, 199.9));
          assertTrue(t.level(201, 299) > 0.05);
          assertTrue(t.level(600, 1_100) < SILENT, "its end is as late");
        });
    ears.put(
        "111 invert loop",
        () -> {
          float[] plain = play(one().program(1).on(60)).left(0, 1_200);
          float[] turned =
              play(one().program(1).cc(111, 127).on(60).at(790).cc(111, 0)).left(0, 1_200);
          assertTrue(largestDifference(plain, turned, 400, 790) > 0.05);
          assertEquals(0, largestDifference(plain, turned, 802, 1_200), 1e-5, "turned back");
        });
  }

  /// How far a period lies above key 60's, in cents.
  private static double periods(int period) {
    return 1_200 * Math.log(428.0 / period) / Math.log(2);
  }

  private static double largestDifference(float[] one, float[] other, int fromMs, int toMs) {
    double largest = 0;
    for (int i = fromMs * Performance.RATE / 1000; i < toMs * Performance.RATE / 1000; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]));
    }
    return largest;
  }

  private static void systems(Map<String, Ear> ears) {
    ears.put(
        "master volume",
        () -> {
          Take t = play(one().on(60).at(500).sysex(0x7F, 0x7F, 4, 1, 0, 64));
          assertLouder(0.25, t.level(100, 450), t.level(700, 1_100));
        });
    ears.put(
        "master balance",
        () -> {
          Take t = play(one().on(60).at(500).sysex(0x7F, 0x7F, 4, 2, 0, 0));
          assertLouder(1, t.level(100, 450), t.level(700, 1_100));
          assertEquals(0, rms(t.right(700, 1_100)), SILENT);
        });
    ears.put(
        "master fine, coarse tuning",
        () -> {
          Take t = one().sysex(0x7F, 0x7F, 4, 3, 0, 96).sysex(0x7F, 0x7F, 4, 4, 0, 63);
          assertCents(-50, play(t.on(60)), 100, 900, 0.1);
        });
    ears.put(
        "GM, GM2, GS, XG reset; FF",
        () -> {
          assertResets(one().cc(7, 10).rpn(2, 70, 0).sysex(GM_ON));
          assertResets(one().cc(7, 10).rpn(2, 70, 0).sysex(0x7E, 0x7F, 9, 3).cc(91, 0));
          int[] gs = {0x41, 0x10, 0x42, 0x12, 0x40, 0, 0x7F, 0, 0x41};
          assertResets(one().cc(7, 10).rpn(2, 70, 0).sysex(gs).cc(91, 0));
          int[] xg = {0x43, 0x10, 0x4C, 0, 0, 0x7E, 0};
          assertResets(one().cc(7, 10).rpn(2, 70, 0).sysex(xg).cc(91, 0));
          assertResets(one().cc(7, 10).rpn(2, 70, 0).system(0xFF));
        });
    ears.put(
        "GS, XG drum part",
        () -> {
          int[] drums = {0x41, 0x10, 0x42, 0x12, 0x40, 0x11, 0x15, 1, 0x19};
          Take t = play(one().program(1).on(60).at(500).off(60).sysex(drums).at(700).on(60));
          assertTrue(t.part(2 * HZ, 100, 450) > 0.2 * t.part(HZ, 100, 450), "the program");
          assertTrue(t.part(2 * HZ, 800, 1_100) < 0.01 * t.part(HZ, 800, 1_100), "the kit");
        });
    ears.put(
        "active sensing",
        () -> {
          Take t = play(one().system(0xFE).on(60).at(280).system(0xFE));
          assertTrue(t.level(400, 600) > 0.01, "still there");
          assertTrue(t.level(800, 1_100) < SILENT);
        });
    ears.put(
        "device id",
        () -> {
          Take t = one().on(60).at(300).sysex(0x7F, 5, 4, 1, 0, 64);
          play(t.at(700).sysex(0x7F, 16, 4, 1, 0, 64));
          assertLouder(1, t.level(100, 290), t.level(400, 690));
          assertLouder(0.25, t.level(100, 290), t.level(800, 1_100));
        });
  }

  private static void assertResets(Take take) {
    Take rest = play(one().on(60));
    play(take.on(60));
    assertCents(0, take, 100, 900, 0.1);
    assertLouder(1, rest.level(100, 900), take.level(100, 900));
  }
}
