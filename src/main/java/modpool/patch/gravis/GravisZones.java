package modpool.patch.gravis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.foreign.Unmapped;
import modpool.patch.foreign.ZoneStack;

/// Which keys play which wave of a patch, and at which pitch. A key takes the first wave that is
/// meant for its pitch, else the one of the nearest root: so every key sounds, as in TiMidity.
final class GravisZones {
  private static final int KEYS = 128;
  private static final double MIDDLE_C_HZ = 261.6256;
  private static final int PIANO = 1024;
  private static final int WIDEST = 4 * PIANO;

  private final GravisSamples samples;
  private final Unmapped unmapped;
  private final ZoneStack stack = new ZoneStack();
  private final Map<Sound, Sound> sounds = new HashMap<>(); // most waves sound alike

  GravisZones(GravisSamples samples, Unmapped unmapped) {
    this.samples = samples;
    this.unmapped = unmapped;
  }

  ZoneStack stack() {
    return stack;
  }

  /// Adds what a patch plays on some keys.
  ///
  /// @param within which keys, and who chokes them
  /// @throws BadFileException when all samples together are too long
  void add(GravisFile patch, Trigger within, Treatment treatment) throws BadFileException {
    for (List<GravisWave> layer : patch.layers()) {
      List<GravisWave> waves = layer.stream().filter(samples::sounds).toList();
      GravisWave[] byKey = new GravisWave[KEYS];
      if (!waves.isEmpty()) {
        Arrays.setAll(byKey, key -> waveFor(waves, treatment.note() < 0 ? key : treatment.note()));
      }
      int low = within.lowKey();
      for (int key = low; key <= within.highKey(); key++) {
        boolean ends = key == within.highKey() || byKey[key + 1] != byKey[key];
        if (ends && byKey[key] != null) {
          add(byKey[key], keys(within, low, key), treatment);
        }
        low = ends ? key + 1 : low;
      }
    }
  }

  private static Trigger keys(Trigger within, int low, int high) {
    return Trigger.keys(low, high).choking(within.chokes(), within.chokedBy());
  }

  private static GravisWave waveFor(List<GravisWave> waves, int key) {
    double hz = 440 * Math.pow(2, (key - 69) / 12.0);
    long milliHz = Math.round(1000 * hz);
    GravisWave nearest = null;
    for (GravisWave wave : waves) {
      if (wave.lowMilliHz() <= milliHz && milliHz <= wave.highMilliHz()) {
        return wave;
      }
      if (nearest == null || distance(wave, key) < distance(nearest, key)) {
        nearest = wave;
      }
    }
    return nearest;
  }

  private static double distance(GravisWave wave, int key) {
    return Math.abs(rootKey(wave) - key);
  }

  private void add(GravisWave wave, Trigger trigger, Treatment treatment) throws BadFileException {
    Sample sample = samples.sample(wave, treatment.loops());
    boolean loops = sample.loop() != Loop.NONE;
    if (!isPitch(wave)) {
      unmapped.add("root frequency that is none: " + wave.name() + " is taken for middle C");
    }
    if (wave.scaleFactor() > WIDEST) {
      unmapped.add("scale factor " + wave.scaleFactor() + ": keys as on a piano");
    }
    double exactRoot = rootKey(wave);
    int root = Math.clamp(Math.round(exactRoot), 0, KEYS - 1);
    double track = treatment.note() < 0 ? 100.0 * scale(wave) / PIANO : 0;
    int sounding = treatment.note() < 0 ? root : treatment.note();
    double tune = centsOf(wave, sounding) - 100 * exactRoot;
    Sound sound =
        new GravisSound(wave, treatment, unmapped).toSound(loops, samples.peak(wave), track);
    sound = sounds.merge(sound, sound, (old, _) -> old);
    if (!stack.add(trigger, sample, root, tune, 0, sound)) {
      unmapped.add("wave beyond the " + Trigger.LAYERS + " layers that sound at once");
    }
  }

  /// The pitch of a key on the wave's own scale, in cents of a piano's keys.
  private static double centsOf(GravisWave wave, int key) {
    int fixed = Math.min(wave.scaleKey(), KEYS - 1);
    return 100.0 * (fixed + (key - fixed) * scale(wave) / (double) PIANO);
  }

  private static int scale(GravisWave wave) {
    return wave.scaleFactor() <= WIDEST ? wave.scaleFactor() : PIANO;
  }

  private static boolean isPitch(GravisWave wave) {
    return wave.rootMilliHz() >= 1000 && wave.rootMilliHz() <= 100_000_000;
  }

  /// The key at which a wave plays at its own rate, with its fraction.
  private static double rootKey(GravisWave wave) {
    double hz = isPitch(wave) ? wave.rootMilliHz() / 1000.0 : MIDDLE_C_HZ;
    return 69 + 12 * Math.log(hz / 440) / Math.log(2);
  }
}
