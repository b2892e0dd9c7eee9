package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import modpool.edit.EditedPatch;
import modpool.edit.Waveform;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Samples;
import org.junit.jupiter.api.Test;

class PeaksTest {
  @Test
  void any_stretch_has_the_peaks_that_looking_at_each_frame_finds() {
    Random random = new Random(7);
    float[] points = new float[1_000];
    for (int i = 0; i < points.length; i++) {
      points[i] = random.nextFloat() * 2 - 1;
    }
    Zone zone = Zone.of(Samples.oneShot("noise", 44_100, points), 60, Sound.PLAIN);
    Waveform wave =
        EditedPatch.of(new Patch("p", List.of(zone))).zones().getFirst().sample().wave();
    Peaks peaks = new Peaks(wave);
    for (int i = 0; i < 2_000; i++) {
      int from = random.nextInt(points.length);
      int to = from + random.nextInt(300);
      float low = points[from];
      float high = points[from];
      for (int frame = from; frame < Math.min(to, points.length); frame++) {
        low = Math.min(low, points[frame]);
        high = Math.max(high, points[frame]);
      }
      assertEquals(low, peaks.low(from, to));
      assertEquals(high, peaks.high(from, to));
    }
  }
}
