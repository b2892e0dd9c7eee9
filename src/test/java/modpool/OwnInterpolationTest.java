package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.Settings.Machine;
import modpool.testing.BankFolder;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A preset may say how its samples are read, whatever the session says for all.
class OwnInterpolationTest {
  private static final int PLAIN = 4; // behind those of each kind

  @TempDir private Path folder;

  @BeforeEach
  void writeBank() throws IOException {
    BankFolder bank = new BankFolder(folder).wave("saw", 20_000, Waves.saw(60));
    for (Interpolation kind : Interpolation.values()) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      bank.loop("saw", "\"interpolation\": \"%s\"".formatted(word));
    }
    bank.loop("saw", "").write();
  }

  private Settings settings() {
    return new Settings().bank(folder);
  }

  private static float[] play(Settings settings, int... programs) throws IOException {
    Performance keys = new Performance();
    for (int i = 0; i < programs.length; i++) {
      keys.program(0, i + 1, programs[i]).keyDown(10, i + 1, 50 + 7 * i, 100);
      keys.keyUp(9_000, i + 1, 50 + 7 * i);
    }
    try (Modpool modpool = Modpool.open(settings)) {
      return keys.render(modpool, 12_000, 64)[0];
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_sounds_as_if_the_session_said_so(Interpolation kind) throws IOException {
    for (Instruments instruments : Instruments.values()) {
      Settings all = settings().instruments(instruments).interpolation(kind);
      float[] wanted = play(all, PLAIN);
      for (Interpolation session : Interpolation.values()) {
        Settings other = settings().instruments(instruments).interpolation(session);
        assertArrayEquals(wanted, play(other, kind.ordinal()), instruments + " within " + session);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_kind_sounds_otherwise(Interpolation kind) throws IOException {
    assumeFalse(kind == Interpolation.CUBIC, "which is the session's here");
    assertFalse(Arrays.equals(play(settings(), PLAIN), play(settings(), kind.ordinal())));
  }

  @Test
  void others_beside_it_are_read_as_the_session_says() throws IOException {
    int nearest = Interpolation.NEAREST.ordinal();
    float[] both = play(settings(), nearest, PLAIN);
    float[] allNearest = play(settings().interpolation(Interpolation.NEAREST), PLAIN, PLAIN);
    float[] one = play(settings(), nearest);
    float[] lonely = play(settings().interpolation(Interpolation.NEAREST), PLAIN);
    assertArrayEquals(lonely, one);
    double differs = 0;
    for (int i = 0; i < both.length; i++) {
      differs = Math.max(differs, Math.abs(both[i] - allNearest[i]));
    }
    float[] second = play(settings(), PLAIN, PLAIN);
    float[] first = play(settings(), PLAIN);
    for (int i = 0; i < both.length; i++) {
      assertEquals(one[i] + second[i] - first[i], both[i], 1e-5, "frame " + i);
    }
    assertFalse(differs < 1e-4, "the second is not read as the first");
  }

  @ParameterizedTest
  @EnumSource(names = {"A500", "A1200"})
  void an_amiga_reads_all_in_its_own_way(Machine machine) throws IOException {
    Settings amiga = settings().machine(machine);
    assertArrayEquals(
        play(amiga, PLAIN), play(settings().machine(machine), Interpolation.SINC.ordinal()));
  }
}
