package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import modpool.Settings;
import modpool.control.Audition;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.edit.EditedPatch;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.edit.History;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Patches that were edited under held keys while a take was recorded are in it.
class EditedTakeTest {
  private static final Interpolation[] KINDS = { // null: the session's
    null, Interpolation.NEAREST, Interpolation.LINEAR, Interpolation.SINC
  };

  @TempDir private Path folder;
  private Path take;
  private Path heard;
  private Path bank;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void writeBank() throws IOException {
    take = folder.resolve("take.mid");
    heard = folder.resolve("heard.wav");
    bank =
        new BankFolder(Files.createDirectory(folder.resolve("bank")))
            .wave("saw", 24_000, Waves.saw(4_000))
            .loop("saw", "\"amplitude\": {\"releaseMs\": 300}")
            .write();
  }

  private RecordedSession session() throws Exception {
    return new RecordedSession(new Settings().bank(bank), take, heard, said::add);
  }

  private static EditedPatch patchOf(RecordedSession session) {
    return EditedPatch.of(session.modpool.control().banks().programs().program(0, 0));
  }

  private static void edit(RecordedSession session, EditedPatch patch) {
    session.modpool.control().audition().play(patch);
    session.modpool.control().poolStats(); // control has put it into a rack by then
  }

  private void assertHeardAgain(Object... options) throws IOException {
    Path again = folder.resolve("again.wav");
    List<Object> words = new ArrayList<>(List.of("render", take, "-o", again, "--bits", "32f"));
    words.addAll(List.of(options));
    CommandLineRun run = CommandLineRun.of(words.toArray());
    assertEquals(0, run.exitCode(), run.err());
    assertArrayEquals(Files.readAllBytes(heard), Files.readAllBytes(again));
    Files.delete(again);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void all_that_is_done_to_a_patch_renders_to_the_same_bytes(int seed) throws Exception {
    Random random = new Random(seed);
    try (RecordedSession session = session()) {
      Audition audition = session.modpool.control().audition();
      EditedPatch opened = patchOf(session);
      History history = new History(opened);
      edit(session, opened);
      audition.takeKeysOf(1);
      for (int step = 0; step < 60; step++) {
        if (step % 15 == 0) {
          session.send(0, 0x90, 48 + random.nextInt(24), 100);
        }
        if (step % 4 == 0) { // as a learned knob does
          session.modpool.control().desk().controller(1, 1, random.nextInt(128));
        }
        switch (random.nextInt(6)) {
          case 0 -> history.undo();
          case 1 -> history.change(opened, null);
          default -> history.change(changed(history.present(), random), null);
        }
        edit(session, history.present());
        session.render(200 + random.nextInt(1_500), random);
      }
      audition.giveKeysBack();
      session.send(0, 0x90, 60, 100);
      audition.end();
      session.render(24_000, random);
      edit(session, opened);
      session.render(2_000, random);
      session.finish();
    }
    assertEquals(List.of(), said);
    assertHeardAgain();
    assertHeardAgain("--block", 17);
  }

  private static EditedPatch changed(EditedPatch patch, Random random) {
    EditedZone zone = patch.zones().getFirst();
    EditedSample sample = zone.sample();
    return switch (random.nextInt(9)) {
      case 0 -> {
        int start = random.nextInt(3_000);
        Loop kind = Loop.values()[random.nextInt(3)];
        int end = start + 50 + random.nextInt(900);
        yield patch.withZone(0, zone.withSample(sample.withLoop(kind, start, end)));
      }
      case 1 -> {
        EditedSample loop = sample.withLoop(Loop.FORWARD, 1_000, 1_500 + random.nextInt(900));
        int frames = 100 + random.nextInt(400);
        yield patch.withZone(0, zone.withSample(loop.withCrossfade(frames)));
      }
      case 2 -> patch.withZone(0, zone.withTuning(55 + random.nextInt(10), random.nextInt(100)));
      case 3 -> patch.withZone(0, zone.withStart(random.nextInt(500)));
      case 4 -> {
        Interpolation kind = KINDS[random.nextInt(KINDS.length)];
        double pitch = random.nextInt(300);
        yield patch.withSounds(
            s ->
                s.with(
                    b ->
                        b.interpolation(kind)
                            .lfo2(s.lfo2().withToPitchCents(pitch))
                            .modulationToCutoffCents(-pitch)
                            .modulation(s.modulation().withAttackMs(pitch))));
      }
      case 5 -> {
        Trigger keys = zone.trigger();
        int width = keys.highKey() - keys.lowKey();
        yield width == 0 ? patch : patch.withSplit(0, keys.lowKey() + 1 + random.nextInt(width));
      }
      case 6 ->
          patch.zones().size() < Trigger.LAYERS
              ? patch.withCopy(random.nextInt(patch.zones().size()))
              : patch;
      case 7 ->
          patch.zones().size() == 1
              ? patch
              : patch.withoutZone(random.nextInt(patch.zones().size()));
      default -> {
        Filter filter = new Filter(300 + random.nextInt(5_000), random.nextInt(12), 0, 0);
        yield patch.withSounds(sound -> sound.withFilter(filter));
      }
    };
  }

  @Test
  void a_patch_that_no_file_holds_is_in_the_take() throws Exception {
    try (RecordedSession session = session()) {
      Sample wave = Waves.loop(Loop.FORWARD, 0, 3_000, 24_000, Waves.sine(20, 3_000));
      Zone zone = new Zone(Trigger.keys(0, 127), wave, 60, 0, 0, Sound.PLAIN);
      edit(session, EditedPatch.of(new Patch("of nowhere", List.of(zone))));
      session.modpool.control().audition().takeKeysOf(3);
      session.send(0, 0x92, 60, 100);
      session.render(9_600, null);
      session.finish();
    }
    assertHeardAgain();
  }
}
