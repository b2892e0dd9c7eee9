package modpool.instrument;

import java.util.Arrays;
import java.util.List;
import modpool.dsp.Pitch;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Zone;

/// Makes a bank of a module's samples, so that they can be played from a keyboard: sample n is
/// program n - 1.
public final class ModuleBank {
  /// The key at which a sample sounds as note C-2 (period 428) of a song does.
  public static final int ROOT_KEY = 60;

  private static final double CENTS_PER_FINETUNE = 12.5; // an eighth of a semitone
  private static final double FULL_VOLUME = 64;

  private ModuleBank() {}

  /// The samples of a module as programs; empty ones are none. A patch without a name is called
  /// after its number.
  public static Bank bank(Module module) {
    Patch[] programs = new Patch[Bank.PROGRAMS];
    for (int number = 1; number <= Math.min(module.samples().size(), Bank.PROGRAMS); number++) {
      ModuleSample sample = module.sample(number);
      if (!sample.isEmpty()) {
        programs[number - 1] = patch(sample, number);
      }
    }
    return new Bank(module.title(), programs, new Patch[0]);
  }

  static Patch patch(ModuleSample sample, int number) {
    String name = sample.name().isBlank() ? "sample " + number : sample.name().strip();
    Zone zone =
        new Zone(
            0,
            127,
            waveform(name, sample),
            ROOT_KEY,
            sample.finetune() * CENTS_PER_FINETUNE,
            0,
            Sound.PLAIN.withGain(sample.volume() / FULL_VOLUME));
    return new Patch(name, List.of(zone));
  }

  private static Sample waveform(String name, ModuleSample sample) {
    int start = sample.loopStart();
    int length = sample.loopLength();
    byte[] data = sample.data();
    if (sample.isLooped() && start == 0 && length < data.length) {
      // ProTracker plays a sample to its end before a loop that begins at 0.
      start = data.length;
      data = Arrays.copyOf(data, start + length);
      System.arraycopy(data, 0, data, start, length);
    }
    float[] frames = new float[data.length];
    for (int i = 0; i < data.length; i++) {
      frames[i] = data[i] * 0x1p-7f;
    }
    Loop loop = sample.isLooped() ? Loop.FORWARD : Loop.NONE;
    return new Sample.Builder(name, frames, null)
        .rateHz(Pitch.AMIGA_C2_HZ)
        .bits(8)
        .loop(loop, start, start + length)
        .build();
  }
}
