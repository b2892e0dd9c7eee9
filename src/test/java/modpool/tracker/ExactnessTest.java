package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.tracker.TraceTable.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Real songs and songs made of quirks, tick by tick against what others hear in them.
///
/// Writes `target/reports/exactness.txt`: file, ticks, mismatches. The songs and traces are not
/// part of this tree; `-Dmodpool.corpus=DIR` says where they are.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactnessTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("modpool.corpus", "../shared/corpus"));

  private static final Path REPORT = Path.of("target/reports/exactness.txt");

  /// Songs of trackers that ProTracker does not play as they were meant.
  private static final List<String> OTHER_TRACKERS =
      List.of("lind", "Gaffeltruck", "flt_am_", "zob-the-zob");

  private final List<String> report = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void the_corpus_is_there() {
    assumeTrue(
        Files.isDirectory(CORPUS.resolve("ref-pt2")),
        "no corpus at " + CORPUS + "; set -Dmodpool.corpus");
    XzText.assumeReadable();
  }

  @AfterAll
  void write_the_report() throws IOException {
    if (!report.isEmpty()) {
      Collections.sort(report);
      Files.createDirectories(REPORT.getParent());
      Files.write(REPORT, report);
    }
  }

  /// The traces were made by a faithful port of ProTracker 2.3D.
  @TestFactory
  Stream<DynamicTest> every_tick_is_as_in_protracker() throws IOException {
    return files("ref-pt2", ".pt2.csv.xz").stream()
        .filter(name -> OTHER_TRACKERS.stream().noneMatch(name::startsWith))
        .map(name -> DynamicTest.dynamicTest(name, () -> compareWithProTracker(name)));
  }

  private void compareWithProTracker(String name) throws IOException, InterruptedException {
    List<Line> expected = proTracker(name);
    Module song = ModReader.read(song(name));
    int ticks = expected.size() / song.channels();
    List<Line> lines =
        TraceTable.ofSong(song, SongTiming.CIA, Replayer.ENDLESS, ticks).stream()
            .map(ExactnessTest::comparable)
            .toList();
    List<String> mismatches = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      Line line = comparable(expected.get(i));
      if (i >= lines.size() || !line.equals(lines.get(i))) {
        mismatches.add("expected " + line + (i < lines.size() ? " but was " + lines.get(i) : ""));
      }
    }
    report.add(
        "%s (ProTracker), %d ticks, %d mismatches".formatted(name, ticks, mismatches.size()));
    assertEquals(List.of(), mismatches.stream().limit(5).toList());
  }

  private static List<Line> proTracker(String name) throws IOException, InterruptedException {
    return TraceTable.read(XzText.open(CORPUS.resolve("ref-pt2/" + name + ".pt2.csv.xz")));
  }

  /// The port's own clock says at which frame of 48 kHz each tick begins.
  @TestFactory
  Stream<DynamicTest> every_tick_begins_when_it_does_in_protracker() throws IOException {
    return files("ref-pt2", ".pt2.csv.xz").stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compareTimes(name)));
  }

  private static void compareTimes(String name) throws IOException, InterruptedException {
    Module song = ModReader.read(song(name));
    Replayer replayer =
        new Replayer(song, SongTiming.CIA, 48_000, Replayer.ENDLESS, Silence.INSTANCE);
    long frame = 0;
    int next = 0;
    try (BufferedReader lines = XzText.open(CORPUS.resolve("ref-pt2/" + name + ".pt2.csv.xz"))) {
      assertTrue(lines.readLine().startsWith("tick,sample,"));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",", 3);
        if (Integer.parseInt(fields[0]) == next) {
          assertEquals(Long.parseLong(fields[1]), frame, "tick " + next);
          frame += replayer.tick();
          next++;
        }
      }
    }
  }

  /// A line without what ProTracker does not say.
  private static Line comparable(Line l) {
    return new Line(
        l.tick(),
        l.order(),
        l.row(),
        l.rowTick(),
        l.track(),
        l.period(),
        l.volume(),
        0,
        l.triggered(),
        0);
  }

  /// libxmp's traces leave out what is silent and apply a tempo at once; its periods are fractions.
  /// Where it differs, ProTracker's trace decides, and the report says why.
  @TestFactory
  Stream<DynamicTest> every_tick_is_as_in_libxmp() throws IOException {
    return files("quirk-mod", ".data.xz").stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compareWithLibxmp(name)));
  }

  private void compareWithLibxmp(String name) throws IOException, InterruptedException {
    Module song = ModReader.read(song(name + ".mod"));
    List<XmpTrace.Line> expected =
        XmpTrace.read(XzText.open(CORPUS.resolve("quirk-mod/" + name + ".data.xz")));
    int ticks = expected.getLast().tick() + 1;
    List<Line> lines = TraceTable.ofSong(song, SongTiming.CIA, Replayer.ENDLESS, ticks);
    List<Line> proTracker = proTracker(name + ".mod");
    XmpTrace.Doubt doubt = XmpTrace.Doubt.about(name);
    List<String> mismatches = new ArrayList<>();
    int doubted = 0;
    for (XmpTrace.Line line : expected) {
      int index = line.tick() * song.channels() + line.track();
      Line ours = lines.get(index);
      ModuleSample sample = song.sample(ours.sample());
      if (!line.agreesWith(ours, sample, doubt.positions())) {
        if (doubt.about(line, ours, proTracker.get(index), sample)) {
          doubted++;
        } else {
          mismatches.add("expected " + line + " but was " + ours);
        }
      }
    }
    report.add(
        "%s.mod (libxmp), %d ticks, %d mismatches%s"
            .formatted(
                name,
                ticks,
                mismatches.size(),
                doubt.reason().isEmpty()
                    ? ""
                    : "; %d lines are as in ProTracker, not in libxmp: %s"
                        .formatted(doubted, doubt.reason())));
    assertEquals(List.of(), mismatches.stream().limit(5).toList());
  }

  private static List<String> files(String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .sorted()
          .toList();
    }
  }

  private static Path song(String name) {
    return Stream.of("real-mod", "quirk-mod")
        .map(folder -> CORPUS.resolve(folder).resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
