package modpool.tracker.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MidiClockTest {
  private static final int RATE = 48_000;
  private static final int SOURCE = 1;
  private static final int OTHER = 2;
  private static final double BPM_125 = RATE * 60 / (125.0 * 24); // 960 frames

  private final MidiClock clock = new MidiClock(RATE);

  /// Sends pulses and plays what is due, frame by frame as a renderer does; the frames of the
  /// ticks.
  private List<Long> play(List<Long> pulses, long until) {
    List<Long> ticks = new ArrayList<>();
    int next = 0;
    for (long frame = 0; frame < until; frame++) {
      while (next < pulses.size() && pulses.get(next) <= frame) {
        clock.pulse(frame, SOURCE);
        next++;
      }
      while (clock.nextTick() <= frame) {
        clock.ticked();
        ticks.add(frame);
      }
      clock.endIfLost(frame);
    }
    return ticks;
  }

  private static List<Long> pulses(int count, double first, double apart) {
    List<Long> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(Math.round(first + i * apart));
    }
    return frames;
  }

  @Test
  void a_steady_clock_ticks_with_its_pulses() {
    clock.start(0, SOURCE);
    List<Long> pulses = pulses(100, 500, 960);
    assertEquals(pulses, play(pulses, 500 + 99 * 960 + 1));
    assertEquals(125, clock.tempo(), 1e-9);
  }

  @Test
  void nothing_ticks_before_the_start_or_after_the_stop() {
    assertEquals(List.of(), play(pulses(50, 0, 960), 48_000));
    clock.start(48_000, SOURCE);
    clock.stop(48_001, SOURCE);
    assertEquals(Long.MAX_VALUE, clock.nextTick());
  }

  @Test
  void the_first_tick_is_the_first_pulse_after_the_start() {
    clock.pulse(0, SOURCE);
    clock.pulse(960, SOURCE);
    clock.start(1_000, SOURCE);
    assertEquals(Long.MAX_VALUE, clock.nextTick());
    clock.pulse(1_920, SOURCE);
    assertEquals(1_920, clock.nextTick());
  }

  /// Input jitter is uniform; figures of a run are printed.
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void ticks_are_steadier_than_the_pulses(double jitterMs) {
    Random random = new Random(5);
    List<Long> pulses = new ArrayList<>();
    double sum = 0;
    int count = 2_000;
    for (int i = 0; i < count; i++) {
      double off = (2 * random.nextDouble() - 1) * jitterMs * RATE / 1000;
      pulses.add(Math.round(1_000 + i * BPM_125 + off));
      sum += off * off;
    }
    double pulsesOff = Math.sqrt(sum / count);
    clock.start(0, SOURCE);
    List<Long> ticks = play(pulses, Math.round(1_000 + count * BPM_125));

    double ticksOff = 0;
    int settled = 100;
    for (int i = settled; i < count; i++) {
      double off = ticks.get(i) - (1_000 + i * BPM_125);
      ticksOff += off * off;
    }
    ticksOff = Math.sqrt(ticksOff / (count - settled));
    System.out.printf(
        "[MidiClockTest] jitter of pulses %.1f frames rms, of ticks %.1f%n", pulsesOff, ticksOff);
    assertTrue(ticksOff < 0.33 * pulsesOff + 0.5, ticksOff + " of " + pulsesOff);
  }

  @Test
  void no_tick_is_ever_left_out_or_played_twice() {
    Random random = new Random(6);
    List<Long> pulses = new ArrayList<>();
    double frame = 0;
    for (int i = 0; i < 3_000; i++) {
      double bpm = 100 + 60 * Math.sin(i / 300.0);
      frame += RATE * 60 / (bpm * 24);
      pulses.add(Math.round(frame + random.nextInt(60)));
    }
    clock.start(0, SOURCE);
    int ticks = play(pulses, pulses.getLast() + 1).size();
    assertTrue(Math.abs(ticks - 3_000) <= 2, "ticks: " + ticks);
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 90, 119, 131, 180, 250})
  void a_jump_of_the_tempo_is_followed_within_a_beat(double bpm) {
    double apart = RATE * 60 / (bpm * 24);
    List<Long> pulses = pulses(200, 0, BPM_125);
    double last = pulses.getLast();
    List<Long> then = pulses(200, last + apart, apart);
    pulses.addAll(then);
    clock.start(0, SOURCE);
    List<Long> ticks = play(pulses, then.getLast() + 1);

    for (int i = 224; i < 399; i++) {
      assertEquals(pulses.get(i), ticks.get(i), 0.2 * apart, "tick " + i);
    }
    assertEquals(bpm, clock.tempo(), 0.02 * bpm);
  }

  @Test
  void a_lost_pulse_does_not_change_the_tempo() {
    List<Long> pulses = pulses(200, 0, BPM_125);
    pulses.remove(100);
    clock.start(0, SOURCE);
    play(pulses, 150 * 960);
    assertEquals(125, clock.tempo(), 0.5);
  }

  @Test
  void ticks_run_on_over_a_gap_but_not_far() {
    clock.start(0, SOURCE);
    List<Long> ticks = play(pulses(48, 0, 960), 47 * 960 + 20_000);
    assertEquals(48 + 6, ticks.size());
    assertTrue(clock.isRunning());
  }

  @Test
  void a_clock_that_falls_silent_has_stopped() {
    clock.start(0, SOURCE);
    play(pulses(48, 0, 960), 47 * 960 + 24_100);
    assertFalse(clock.isRunning());
  }

  @Test
  void another_source_is_heard_only_once_the_master_is_silent() {
    assertTrue(clock.start(0, SOURCE));
    clock.pulse(0, SOURCE);
    assertFalse(clock.stop(100, OTHER));
    clock.pulse(100, OTHER);
    assertEquals(0, clock.nextTick());
    assertTrue(clock.isRunning());

    assertTrue(clock.stop(30_000, OTHER));
    assertFalse(clock.isRunning());
  }

  @Test
  void what_was_missed_while_stopped_by_hand_is_left_out() {
    clock.start(0, SOURCE);
    for (int i = 0; i < 20; i++) {
      clock.pulse(i * 960, SOURCE);
    }
    clock.align();
    assertEquals(20 * 960, clock.nextTick());
  }

  @Test
  void pulses_at_one_frame_do_no_harm() {
    clock.start(0, SOURCE);
    for (int i = 0; i < 100; i++) {
      clock.pulse(5, SOURCE);
    }
    assertTrue(clock.nextTick() >= 0);
    assertFalse(Double.isNaN(clock.tempo()));
  }

  @Test
  void at_another_rate_it_goes_on_with_the_next_pulse() {
    clock.start(0, SOURCE);
    clock.pulse(0, SOURCE);
    MidiClock next = new MidiClock(44_100, clock);
    assertTrue(next.isRunning());
    assertEquals(Long.MAX_VALUE, next.nextTick());
    next.pulse(700, SOURCE);
    assertEquals(700, next.nextTick());
  }
}
