package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modpool.bridge.Meters.Meter;
import modpool.dsp.Interpolation;
import modpool.instrument.Instrument;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.instrument.PooledInstrument;
import modpool.instrument.SongBank;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Songs;
import modpool.tracker.SongTiming;
import modpool.worklet.CapturedLog;
import modpool.worklet.EngineSettings;
import modpool.worklet.ParameterLayout;
import modpool.worklet.PoolStats.Row;
import modpool.worklet.WorkletPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The four troubles of the README, and what it says to look at: it must be there, and none of them
/// happens here.
class CommonTroublesTest {
  private static final EngineSettings SETTINGS = EngineSettings.of(8_000, Interpolation.LINEAR);

  private final WorkletPool pool = new WorkletPool(SETTINGS);
  private final SongBank bank = new SongBank(new InstrumentFactory(Kind.POOLED, SETTINGS, pool));

  @Test
  void no_gate_for_a_voice() {
    List<Instrument> instruments = bank.load(Songs.withInstruments(7, 4)).instruments();
    List<Row> rows = pool.getStats().allocations();

    for (int i = 0; i < 7; i++) {
      PooledInstrument instrument = (PooledInstrument) instruments.get(i);
      int first = Integer.parseInt(rows.get(i).voices().split("-")[0]);
      for (int voice = 0; voice < 4; voice++) {
        int inWorklet = first + voice;
        assertEquals(
            "gate_engine%d_voice%d".formatted(inWorklet / 8, inWorklet % 8),
            instrument.parameterName(ParameterLayout.Kind.GATE, voice),
            "voice %d of %s".formatted(voice, rows.get(i)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 17, 28, 32})
  void notes_disappear(int tracks) throws IOException {
    try (Modpool modpool = Modpool.open(new Settings().channels(0))) {
      modpool.control().songs().open(Songs.everywhere(tracks), SongTiming.AUTO, 0);
      new Performance().render(modpool, 4_800, 64);

      assertEquals(
          tracks, modpool.control().meters().get(Meter.VOICES), "each track has its voice");
      assertEquals(0, modpool.control().meters().get(Meter.STOLEN));
    }
  }

  @Test
  void all_is_silent() {
    Module song = SongText.song("x").sample(ModuleSample.EMPTY).pattern("C-2 01 | C-2 02").module();
    try (CapturedLog log = new CapturedLog(SongBank.class)) {
      bank.load(song);

      String line = log.lines().getFirst();
      assertTrue(line.contains("allocatedVoices=0"), line);
      assertTrue(line.contains("allocations=[]"), line);
    }
  }

  @Test
  void a_wrong_voice_sounds() throws IOException {
    bank.load(Songs.withInstruments(31, 4));
    List<Row> rows = pool.getStats().allocations();
    assertEquals(
        rows.size(),
        rows.stream().map(row -> row.workletIndex() + "/" + row.voices()).distinct().count(),
        rows.toString());

    // One after the other, each of seven instruments is heard by its own level and no other's.
    SongText text = SongText.song("levels");
    StringBuilder pattern = new StringBuilder();
    for (int number = 1; number <= 7; number++) {
      text.sample(level(16 * number));
      pattern.append("C-2 %02d\n".formatted(number));
    }
    try (Modpool modpool = Modpool.open(new Settings().channels(0))) {
      modpool.control().songs().open(text.pattern(pattern.toString()).module(), SongTiming.CIA, 0);
      int row = 5_760;
      float[] left = new Performance().render(modpool, 7 * row, 64)[0];
      for (int number = 1; number <= 7; number++) {
        float[] late = Measure.slice(left, number * row - 400, number * row - 100);
        assertEquals(number / 16.0, Measure.rms(late), 1e-5, "instrument " + number);
      }
    }
  }

  private static ModuleSample level(int value) {
    byte[] data = new byte[128];
    java.util.Arrays.fill(data, (byte) value);
    return new ModuleSample("level " + value, 0, 64, 0, 128, data);
  }

  @Test
  void the_readme_tells_of_all_four() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (String trouble :
        List.of(
            "no gate for a voice", "notes disappear", "all is silent", "a wrong voice sounds")) {
      assertTrue(readme.contains("| " + trouble + " |"), trouble);
    }
  }
}
