package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import modpool.Settings.Instruments;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A steady sine, stopped in every way there is, at many points of its cycle: nowhere may the
/// output bend more than half as sharply again as the sine itself does.
class ClicklessStopsTest {
  private static final int RATE = Performance.RATE;
  private static final int STOP = 9_600;
  private static final int PHASES = 5;
  private static final int[] KEYS = {60, 74, 86, 100}; // about 100, 220, 440 and 1000 Hz
  private static final double LIMIT = 1.5;
  private static final int SILENT_AFTER = (int) (0.005 * RATE);

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(100, RATE))
        .wave("nothing", RATE, new float[64])
        .loop("sine", "")
        .loop("nothing", "")
        .loop("sine", "\"amplitude\": {\"releaseMs\": 0}")
        .write();
  }

  private interface Stop {
    void at(long frame, int key, Performance performance, Modpool modpool);
  }

  @ParameterizedTest
  @EnumSource
  void key_up(Instruments kind) throws IOException {
    assertSmooth(kind, 0, (frame, key, p, _) -> p.keyUp(frame, 1, key));
  }

  @ParameterizedTest
  @EnumSource
  void key_up_with_the_shortest_release(Instruments kind) throws IOException {
    assertSmooth(kind, 2, (frame, key, p, _) -> p.keyUp(frame, 1, key));
  }

  @ParameterizedTest
  @EnumSource
  void pedal_up(Instruments kind) throws IOException {
    assertSmooth(
        kind,
        0,
        (frame, key, p, _) ->
            p.control(0, 1, 64, 127).keyUp(STOP / 2, 1, key).control(frame, 1, 64, 0));
  }

  @ParameterizedTest
  @EnumSource
  void all_notes_off(Instruments kind) throws IOException {
    assertSmooth(kind, 0, (frame, _, p, _) -> p.control(frame, 1, 123, 0));
  }

  @ParameterizedTest
  @EnumSource
  void program_change_and_key_up(Instruments kind) throws IOException {
    assertSmooth(kind, 0, (frame, key, p, _) -> p.program(frame, 1, 1).keyUp(frame, 1, key));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_key_again(Instruments kind) throws IOException {
    assertSmooth(
        kind, 0, (frame, key, p, _) -> p.program(STOP / 2, 1, 1).keyDown(frame, 1, key, 127));
  }

  @ParameterizedTest
  @EnumSource
  void steal(Instruments kind) throws IOException {
    assertCut(
        kind,
        (frame, _, p, _) -> {
          p.program(STOP / 2, 1, 1); // the new notes are silent: only the old one is heard
          for (int i = 0; i < 4; i++) {
            p.keyDown(frame, 1, 10 + i, 127);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void all_sound_off(Instruments kind) throws IOException {
    assertCut(kind, (frame, _, p, _) -> p.control(frame, 1, 120, 0));
  }

  @ParameterizedTest
  @EnumSource
  void panic(Instruments kind) throws IOException {
    assertCut(kind, (frame, _, p, modpool) -> p.at(frame, modpool::panic));
  }

  @ParameterizedTest
  @EnumSource
  void channel_closed(Instruments kind) throws IOException {
    assertCut(kind, (frame, _, p, modpool) -> p.at(frame, () -> modpool.control().desk().close(1)));
  }

  @ParameterizedTest
  @EnumSource
  void channel_muted(Instruments kind) throws IOException {
    assertCut(
        kind, (frame, _, p, modpool) -> p.at(frame, () -> modpool.control().desk().mute(1, true)));
  }

  @ParameterizedTest
  @EnumSource
  void channel_heard_again(Instruments kind) throws IOException {
    assertSmooth(
        kind,
        0,
        (frame, _, p, modpool) ->
            p.at(frame - 960, () -> modpool.control().desk().mute(1, true))
                .at(frame, () -> modpool.control().desk().mute(1, false)));
  }

  @ParameterizedTest
  @EnumSource
  void voices_taken_away(Instruments kind) throws IOException {
    assertCut(
        kind,
        (frame, key, p, modpool) -> {
          // the sine moves to the second voice: the first key's note is silent
          p.keyUp(1, 1, key).program(1, 1, 1).keyDown(1000, 1, 10, 127);
          p.program(1001, 1, 0).keyDown(1001, 1, key, 127);
          p.at(frame, () -> modpool.voices(1, 1));
        });
  }

  private static void assertCut(Instruments kind, Stop stop) throws IOException {
    float[] rendered = assertSmooth(kind, 0, stop);
    float[] after = Measure.slice(rendered, SILENT_AFTER, rendered.length);
    assertEquals(0, Measure.peak(after), "not silent after 5 ms");
  }

  /// @return the last render, from its stop on
  private static float[] assertSmooth(Instruments kind, int program, Stop stop) throws IOException {
    float[] tail = {};
    for (int key : KEYS) {
      double worst = 0;
      for (int phase = 0; phase < PHASES; phase++) {
        long frame = STOP + 53 * phase;
        Settings settings = new Settings().bank(folder).instruments(kind).channels(1);
        try (Modpool modpool = Modpool.open(settings)) {
          Performance p = new Performance().program(0, 1, program).keyDown(0, 1, key, 127);
          stop.at(frame, key, p, modpool);
          float[] left = p.render(modpool, (int) frame + STOP, () -> blockUpTo(frame))[0];
          double steady = Measure.largestBend(Measure.slice(left, STOP / 2, STOP - 100));
          double stopped = Measure.largestBend(Measure.slice(left, STOP - 100, left.length));
          worst = Math.max(worst, stopped / steady);
          tail = Measure.slice(left, (int) frame, left.length);
        }
      }
      String where = key + " by " + kind + ": " + worst;
      assertTrue(worst <= LIMIT, where);
      assertTrue(worst >= 0.99, where);
    }
    return tail;
  }

  /// A block that divides the stop's frame, so that what is done between blocks is done there.
  private static int blockUpTo(long frame) {
    for (int block = 64; block > 1; block--) {
      if (frame % block == 0) {
        return block;
      }
    }
    return 1;
  }
}
