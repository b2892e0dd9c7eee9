package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modpool.bank.BankFiles;
import modpool.dsp.Fade;
import modpool.dsp.Interpolation;
import modpool.instrument.DedicatedInstrument;
import modpool.instrument.Instrument;
import modpool.instrument.ModInstrument;
import modpool.instrument.PooledInstrument;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.testing.Heap;
import modpool.worklet.Engine;
import modpool.worklet.EngineSettings;
import modpool.worklet.PoolStats;
import modpool.worklet.VoiceAllocation;
import modpool.worklet.Worklet;
import modpool.worklet.WorkletPool;
import org.junit.jupiter.api.Test;

/// What pooling saves: seven instruments of four voices share two worklets instead of having seven.
/// The figures are printed: the README has them.
class MemoryTest {
  private static final int INSTRUMENTS = 7;
  private static final EngineSettings SETTINGS = EngineSettings.of(48_000, Interpolation.CUBIC);

  @Test
  void seven_instruments_need_two_worklets_instead_of_seven() {
    WorkletPool pool = new WorkletPool(SETTINGS);
    List<Instrument> pooled = new ArrayList<>();
    List<Instrument> dedicated = new ArrayList<>();
    for (int i = 1; i <= INSTRUMENTS; i++) {
      String id = "0" + i;
      pooled.add(new PooledInstrument(pool.allocateVoices(id), SETTINGS.rate()));
      dedicated.add(new DedicatedInstrument(id, WorkletPool.DEFAULT_VOICES, SETTINGS));
    }
    PoolStats stats = pool.getStats();

    assertEquals(2, stats.workletCount());
    assertEquals(4, engines(pooled));
    assertEquals(14, engines(dedicated));

    long perWorklet = bytes(new Worklet(SETTINGS));
    assertEquals(2 * perWorklet, workletBytes(pooled));
    assertEquals(7 * perWorklet, workletBytes(dedicated));

    long perInstrument = bytes(new ModInstrument("01", 4, SETTINGS));
    long ofPooled = (bytes(pooled.toArray()) - 2 * perWorklet) / INSTRUMENTS;
    long ofDedicated = (bytes(dedicated.toArray()) - 7 * perWorklet) / INSTRUMENTS;
    report("bytes of a worklet", perWorklet);
    report("bytes of 7 dedicated instruments' worklets", 7 * perWorklet);
    report("bytes of 7 pooled instruments' worklets", 2 * perWorklet);
    report("bytes of a pooled instrument beside", ofPooled);
    report("bytes of a dedicated instrument beside", ofDedicated);
    report("bytes of a simple instrument", perInstrument);
    assertTrue(perWorklet < 18_600, "a fatter worklet is no saving: " + perWorklet);
    // Most of it is the counters of round robins, one for each key and range of velocity; then what
    // a tracker's effects have made of each note.
    assertTrue(ofPooled < 7_000, "nor a fatter instrument: " + ofPooled);
  }

  @Test
  void samples_exist_once_however_many_play_them() throws IOException {
    Bank bank = BankFiles.factory();
    List<Patch> patches =
        IntStream.range(0, Bank.PROGRAMS)
            .boxed()
            .flatMap(n -> Stream.of(bank.program(n), bank.kit(n)))
            .filter(patch -> patch != null)
            .toList();
    Set<float[]> waveforms = Collections.newSetFromMap(new IdentityHashMap<>());
    long bytes = 0;
    for (Patch patch : patches) {
      for (Zone zone : patch.zones()) {
        Sample sample = zone.sample();
        if (waveforms.add(sample.left())) {
          bytes += sample.bytes();
        }
      }
    }
    report("bytes of the factory bank's samples", bytes);
    report("samples of the factory bank", waveforms.size());
    long all = Heap.bytes(o -> false, bank);
    report("bytes of the factory bank in all", all);
    assertTrue(all - bytes < 1_000_000, "presets weigh little beside samples: " + (all - bytes));
  }

  private static void report(String what, long figure) {
    System.out.println("[MemoryTest] " + what + ": " + figure);
  }

  private static int engines(List<Instrument> instruments) {
    Set<Object> engines = Collections.newSetFromMap(new IdentityHashMap<>());
    Heap.bytes(o -> o instanceof Engine && engines.add(o) && false, instruments.toArray());
    return engines.size();
  }

  private static long workletBytes(List<Instrument> instruments) {
    Set<Object> worklets = Collections.newSetFromMap(new IdentityHashMap<>());
    Heap.bytes(o -> o instanceof Worklet && worklets.add(o) && false, instruments.toArray());
    return bytes(worklets.toArray());
  }

  /// Without what all engines share: their settings, the shape of a cut, and descriptions of
  /// sounds.
  private static long bytes(Object... roots) {
    return Heap.bytes(
        o ->
            o instanceof EngineSettings
                || o instanceof Fade
                || o instanceof Patch
                || o instanceof String
                || o instanceof VoiceAllocation,
        roots);
  }
}
