package modpool.ui;

import java.util.ArrayList;
import java.util.List;
import modpool.testing.Measure;

/// What a recording of single notes holds.
final class Tones {
  private Tones() {}

  /// A tone without its beginning and end.
  static float[] middle(float[] tone) {
    return Measure.slice(tone, tone.length / 4, tone.length - tone.length / 4);
  }

  /// What sounds between silences.
  static List<float[]> of(float[] wave) {
    List<float[]> tones = new ArrayList<>();
    int quiet = 4_800;
    int from = -1;
    int last = 0; // frame that sounded
    for (int frame = 0; frame < wave.length; frame++) {
      if (Math.abs(wave[frame]) > 0.001) {
        from = from < 0 ? frame : from;
        last = frame;
      } else if (from >= 0 && frame - last > quiet) {
        tones.add(Measure.slice(wave, from, last));
        from = -1;
      }
    }
    return tones;
  }
}
