package modpool.patch.gravis;

import java.util.HashMap;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.foreign.Unmapped;
import modpool.patch.foreign.ZoneStack;

/// The zones of a patch's keys: which of them play which wave, and at which pitch.
final class GravisZones {
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
    int note = treatment.note();
    for (GravisLayer layer : patch.layers()) {
      int low = within.lowKey();
      for (int key = low; key <= within.highKey(); key++) {
        GravisWave wave = layer.wave(note < 0 ? key : note);
        boolean ends = key == within.highKey() || layer.wave(note < 0 ? key + 1 : note) != wave;
        if (ends && wave != null) {
          add(wave, keys(within, low, key), treatment);
        }
        low = ends ? key + 1 : low;
      }
    }
  }

  private static Trigger keys(Trigger within, int low, int high) {
    return Trigger.keys(low, high).choking(within.chokes(), within.chokedBy());
  }

  private void add(GravisWave wave, Trigger trigger, Treatment treatment) throws BadFileException {
    Sample sample = samples.sample(wave, treatment.loops());
    boolean loops = sample.loop() != Loop.NONE;
    if (!wave.hasPitch()) {
      unmapped.add("root frequency that is none: " + wave.name() + " is taken for middle C");
    }
    if (wave.scaleFactor() > WIDEST) {
      unmapped.add("scale factor " + wave.scaleFactor() + ": keys as on a piano");
    }
    double exactRoot = wave.rootKey();
    int root = Math.clamp(Math.round(exactRoot), 0, GravisLayer.KEYS - 1);
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
    int fixed = Math.min(wave.scaleKey(), GravisLayer.KEYS - 1);
    return 100.0 * (fixed + (key - fixed) * scale(wave) / (double) PIANO);
  }

  private static int scale(GravisWave wave) {
    return wave.scaleFactor() <= WIDEST ? wave.scaleFactor() : PIANO;
  }
}
