package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveScaleTest {
  private static final WaveScale WHOLE = WaveScale.whole(500, 48_000);

  @Test
  void all_of_a_waveform_fills_the_pane() {
    assertEquals(0, WHOLE.x(0), 1e-9);
    assertEquals(500, WHOLE.x(48_000), 1e-9);
    assertEquals(24_000, WHOLE.frame(250));
  }

  @Test
  void the_frame_under_the_mouse_stays_there_when_it_zooms() {
    WaveScale closer = WHOLE.zoomed(4, 125);
    assertEquals(WHOLE.frame(125), closer.frame(125));
    assertEquals(12_000, closer.seen(), 1e-6);
    assertEquals(WHOLE, closer.zoomed(0.25, 125));
  }

  @Test
  void it_ends_where_the_waveform_ends() {
    assertEquals(WHOLE, WHOLE.zoomed(0.1, 30), "no farther than all of it");
    WaveScale last = WHOLE.zoomed(10, 0).at(1_000_000);
    assertEquals(48_000, last.first() + last.seen(), 1e-6);
    assertEquals(0, last.at(-5).first());
    assertEquals(1 / 32.0, WHOLE.zoomed(1e9, 250).framesPerPixel(), 1e-9);
  }

  @Test
  void a_pane_of_another_width_shows_the_same_frames() {
    WaveScale part = WHOLE.around(10_000, 20_000);
    assertTrue(part.first() < 10_000 && part.first() + part.seen() > 20_000);
    WaveScale wider = part.fitted(900, 48_000);
    assertEquals(part.first(), wider.first(), 1e-6);
    assertEquals(part.seen(), wider.seen(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"500, 48000", "784, 65536", "49, 1", "900, 100"})
  void all_of_another_waveform_is_seen_when_all_of_one_was(int width, int length) {
    WaveScale all = WaveScale.whole(width, length);
    assertEquals(WaveScale.whole(width, 100_000), all.fitted(width, 100_000));
    assertEquals(WaveScale.whole(901, 100), all.fitted(901, 100));
  }

  @Test
  void a_frame_out_of_sight_comes_to_the_middle() {
    WaveScale part = WHOLE.around(10_000, 20_000);
    assertTrue(part.shows(10_000) && part.shows(20_000) && !part.shows(9_000));
    WaveScale other = part.about(30_000);
    assertEquals(250, other.x(30_000), 1e-6);
    assertEquals(part.seen(), other.seen(), 1e-6);
    assertTrue(part.about(0).shows(0) && part.about(48_000).shows(48_000));
  }
}
