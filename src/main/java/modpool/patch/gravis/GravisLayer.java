package modpool.patch.gravis;

import java.util.List;

/// Which wave of a layer a key plays: the first that is meant for its pitch, else the one of the
/// nearest root. So every key sounds, as in TiMidity.
final class GravisLayer {
  /// How many keys there are.
  static final int KEYS = 128;

  private final GravisWave[] byKey = new GravisWave[KEYS];

  /// @param waves those of the layer that sound
  GravisLayer(List<GravisWave> waves) {
    double[] roots = waves.stream().mapToDouble(GravisWave::rootKey).toArray();
    for (int key = 0; key < KEYS; key++) {
      byKey[key] = waves.isEmpty() ? null : waveFor(key, waves, roots);
    }
  }

  /// What a key plays; null when no wave sounds.
  GravisWave wave(int key) {
    return byKey[key];
  }

  private static GravisWave waveFor(int key, List<GravisWave> waves, double[] roots) {
    double hz = 440 * Math.pow(2, (key - 69) / 12.0);
    long milliHz = Math.round(1000 * hz);
    int nearest = 0;
    for (int i = 0; i < roots.length; i++) {
      GravisWave wave = waves.get(i);
      if (wave.lowMilliHz() <= milliHz && milliHz <= wave.highMilliHz()) {
        return wave;
      }
      nearest = Math.abs(roots[i] - key) < Math.abs(roots[nearest] - key) ? i : nearest;
    }
    return waves.get(nearest);
  }
}
