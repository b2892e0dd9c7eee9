package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import modpool.module.Module;
import modpool.module.Module.Tracker;
import modpool.module.ModuleSample;
import modpool.module.Pattern;
import modpool.patch.Bank;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Zone;
import org.junit.jupiter.api.Test;

class ModuleBankTest {
  private static final byte[] DATA = {64, -64, 32, -32, 127, -128};

  @Test
  void sample_n_is_program_n_minus_1() {
    Bank bank =
        bank(
            new ModuleSample("lead", 0, 64, 0, 0, DATA),
            ModuleSample.EMPTY,
            new ModuleSample("", 0, 64, 0, 0, DATA));

    assertEquals("song", bank.name());
    assertEquals("lead", bank.program(0).name());
    assertNull(bank.program(1), "an empty sample is no program");
    assertEquals("sample 3", bank.program(2).name());
    assertNull(bank.program(3));
    assertNull(bank.kit(0));
  }

  @Test
  void key_60_plays_at_the_rate_of_period_428() {
    Zone zone = zone(new ModuleSample("s", 0, 64, 0, 0, DATA));

    assertEquals(3_546_895.0 / 428, zone.sample().rateHz());
    assertEquals(0, zone.centsAt(60));
    assertEquals(1200, zone.centsAt(72));
  }

  @Test
  void finetune_is_exact_and_volume_linear() {
    Zone zone = zone(new ModuleSample("s", -8, 16, 0, 0, DATA));

    assertEquals(-100, zone.centsAt(60));
    assertEquals(12.5, zone(new ModuleSample("s", 1, 64, 0, 0, DATA)).centsAt(60));
    assertEquals(0.25, zone.sound().gain());
  }

  @Test
  void eight_bits_become_minus_1_to_1() {
    Sample sample = zone(new ModuleSample("s", 0, 64, 0, 0, DATA)).sample();

    assertArrayEquals(new float[] {0.5f, -0.5f, 0.25f, -0.25f, 127 / 128f, -1}, sample.recorded(0));
    assertEquals(8, sample.bits());
    assertEquals(Loop.NONE, sample.loop());
  }

  @Test
  void a_loop_inside_goes_forward() {
    Sample sample = zone(new ModuleSample("s", 0, 64, 2, 4, DATA)).sample();

    assertEquals(Loop.FORWARD, sample.loop());
    assertEquals(2, sample.loopStart());
    assertEquals(6, sample.loopEnd());
  }

  @Test
  void a_loop_at_the_start_waits_for_the_end_of_the_sample() {
    Sample sample = zone(new ModuleSample("s", 0, 64, 0, 4, DATA)).sample();

    assertEquals(6, sample.loopStart());
    assertEquals(10, sample.loopEnd());
    assertArrayEquals(
        new float[] {0.5f, -0.5f, 0.25f, -0.25f, 127 / 128f, -1, 0.5f, -0.5f, 0.25f, -0.25f},
        sample.recorded(0));
  }

  @Test
  void a_loop_over_the_whole_sample_is_just_that() {
    Sample sample = zone(new ModuleSample("s", 0, 64, 0, 6, DATA)).sample();

    assertEquals(0, sample.loopStart());
    assertEquals(6, sample.loopEnd());
  }

  private static Zone zone(ModuleSample sample) {
    return bank(sample).program(0).zoneFor(60);
  }

  private static Bank bank(ModuleSample... samples) {
    return ModuleBank.bank(
        new Module(
            "song",
            Tracker.PROTRACKER,
            "M.K.",
            4,
            Module.DEFAULT_TEMPO,
            0,
            List.of(0),
            List.of(Pattern.empty(Pattern.MOD_ROWS, 4)),
            List.of(samples),
            List.of()));
  }
}
