package modpool.patch.soundfont;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulatorsTest {
  @Test
  void modulators_by_velocity_are_played_and_others_told_once() throws Exception {
    SoundFont font =
        SoundFontReader.read(
            "x.sf2",
            sample()
                .instrument("i")
                .play(Generator.FILTER_CUTOFF, 6900, Generator.REVERB, 100, Generator.SAMPLE, 0)
                .modulator(0x0502, Generator.ATTENUATION, 0)
                .modulator(0x0002, Generator.FILTER_CUTOFF, 1200)
                .modulator(0x0081, Generator.VIB_LFO_TO_PITCH, 50)
                .modulator(0x00CA, Generator.FILTER_CUTOFF, 100)
                .preset("p", 0, 0)
                .use(Generator.KEY_RANGE, 59 << 8, Generator.INSTRUMENT, 0)
                .use(Generator.KEY_RANGE, 127 << 8 | 60, Generator.INSTRUMENT, 0)
                .bytes());

    Sound sound = font.banks().get(0).program(0).zones().getFirst().sound();
    assertEquals(0, sound.velocityTracking());
    assertEquals(1200, sound.filter().velocityToCutoffCents());
    assertEquals(
        List.of(
            "reverbEffectsSend (2 times)", "modulator: controller 74 to initialFilterFc (2 times)"),
        font.unmapped());
  }

  @ParameterizedTest
  @CsvSource({"-480, 0.5", "-960, 0", "480, 1"})
  void a_preset_s_modulator_adds_to_the_standard_one(int amount, double tracking) throws Exception {
    byte[] file =
        sample()
            .instrument("i")
            .play(Generator.SAMPLE, 0)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0)
            .modulator(0x0502, Generator.ATTENUATION, amount)
            .bytes();

    assertEquals(tracking, sound(file).velocityTracking());
  }

  @Test
  void a_preset_s_modulator_adds_to_its_instrument_s() throws Exception {
    byte[] file =
        sample()
            .instrument("i")
            .play(Generator.FILTER_CUTOFF, 6900, Generator.SAMPLE, 0)
            .modulator(0x0502, Generator.ATTENUATION, 240)
            .modulator(0x0002, Generator.FILTER_CUTOFF, 1200)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0)
            .modulator(0x0502, Generator.ATTENUATION, 480)
            .modulator(0x0002, Generator.FILTER_CUTOFF, -500)
            .bytes();

    Sound sound = sound(file);
    assertEquals(0.75, sound.velocityTracking());
    assertEquals(700, sound.filter().velocityToCutoffCents());
  }

  private static SoundFontBytes sample() {
    return new SoundFontBytes().sample("step", 48_000, 60, 0, 1, 0, 0, 100, new short[100]);
  }

  private static Sound sound(byte[] file) throws BadFileException {
    return SoundFontReader.read("x.sf2", file).banks().get(0).program(0).zones().getFirst().sound();
  }
}
