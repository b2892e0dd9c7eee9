package modpool.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import modpool.dsp.Interpolation;
import modpool.io.RealTime;
import modpool.io.jack.JackServer;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static final Lateness PUNCTUAL = new Lateness(7_500, 20_000, 60_000, 200_000, 400_000);
  private static final KeyToSound QUICK = new KeyToSound(20, 0, 0, 128, true);
  private static final Permissions GIVEN =
      new Permissions(
          RealTime.GRANTED, OptionalLong.of(95), OptionalLong.of(1 << 20), List.of("audio"));
  private static final Permissions REFUSED =
      new Permissions(RealTime.REFUSED, OptionalLong.of(0), OptionalLong.of(1 << 20), List.of());

  @Test
  void a_machine_that_plays_well_is_left_alone() {
    assertEquals(List.of(), advice(linux(true, GIVEN), check(PUNCTUAL, 0, true, QUICK), 500));
  }

  @Test
  void a_refused_priority_names_the_limit_to_raise() {
    String line = only(advice(linux(true, REFUSED), check(PUNCTUAL, 0, false, QUICK), 500));
    assertTrue(line.contains("@audio - rtprio 95"), line);
    assertTrue(line.contains("usermod -aG audio"), line);
  }

  @Test
  void late_blocks_ask_for_a_block_that_bridges_them() {
    Lateness late = new Lateness(7_500, 20_000, 1_000_000, 5_000_000, 9_000_000);
    KeyToSound own = new KeyToSound(20, 64, 70, 256, false);
    String line = only(advice(linux(true, GIVEN), check(late, 7, true, own), 500));
    assertEquals("7 blocks came too late in 10 s: use --block 256, or close other programs", line);
    String inCycle = only(advice(linux(true, GIVEN), check(late, 7, true, QUICK), 500));
    assertTrue(inCycle.contains("give the server periods of 256"), inCycle);
  }

  @Test
  void an_output_that_stands_still_does_not_play_well() {
    Lateness none = Lateness.of(new long[0], 1e6);
    KeyToSound unheard = new KeyToSound(0, 0, 0, 128, true);
    String line = only(advice(linux(true, GIVEN), check(none, 0, true, unheard), 500));
    assertTrue(line.startsWith("the output asked for nothing in 10 s: "), line);
    line = only(advice(linux(true, GIVEN), check(PUNCTUAL, 0, true, unheard), 500));
    assertTrue(line.startsWith("no note came through the output: "), line);
  }

  @Test
  void without_a_server_linux_is_told_of_one() {
    String line = only(advice(linux(false, GIVEN), check(PUNCTUAL, 0, true, QUICK), 500));
    assertTrue(line.startsWith("start JACK"), line);
  }

  @Test
  void a_long_way_to_the_ear_asks_for_shorter_blocks_or_a_buffer_sought_anew() {
    KeyToSound longBlocks = new KeyToSound(20, 512, 520, 1_024, false);
    OutputCheck slow = check(PUNCTUAL, 0, true, longBlocks);
    assertTrue(only(advice(linux(true, GIVEN), slow, 500)).contains("delete "));
    KeyToSound server = new KeyToSound(20, 0, 0, 2_048, true);
    String line = only(advice(linux(true, GIVEN), check(PUNCTUAL, 0, true, server), 500));
    assertEquals("a key sounds after 43 ms: give the server shorter periods", line);
  }

  @Test
  void too_few_voices_ask_for_less_work() {
    String line = only(advice(linux(true, GIVEN), check(PUNCTUAL, 0, true, QUICK), 40));
    assertTrue(line.contains("--interpolation linear"), line);
  }

  private static List<String> advice(Surroundings here, OutputCheck check, int voices) {
    return Advice.of(
        here, check, List.of(new VoiceCapacity(Interpolation.CUBIC, voices, false, 5)));
  }

  private static String only(List<String> lines) {
    assertEquals(1, lines.size(), lines.toString());
    assertEquals(-1, lines.getFirst().indexOf('\n'));
    return lines.getFirst();
  }

  private static OutputCheck check(
      Lateness lateness, long xruns, boolean realTime, KeyToSound wait) {
    return new OutputCheck(
        "an output", 48_000, 64, 10, 32, lateness, xruns, realTime, "", true, wait, List.of());
  }

  private static Surroundings linux(boolean jack, Permissions permissions) {
    return new Surroundings(
        "Linux 6",
        2,
        "25",
        "ZGC",
        "performance",
        jack ? Optional.of(new JackServer(48_000, 64)) : Optional.empty(),
        jack ? "" : "no server answers",
        false,
        List.of(),
        List.of(),
        "",
        Path.of("javasound.json"),
        permissions);
  }
}
