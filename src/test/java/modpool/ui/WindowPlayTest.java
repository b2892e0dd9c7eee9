package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.patch.WavReader;
import modpool.testing.Measure;
import modpool.testing.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window is an instrument: [PlayTour] plays it, and what typed keys sound is listened to.
class WindowPlayTest {
  @TempDir private Path folder;
  private WindowRig rig;

  @BeforeEach
  void openScreen() throws IOException {
    rig = new WindowRig(folder);
  }

  @AfterEach
  void closeScreen() {
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void it_is_played_by_mouse_and_keys_alone() throws Exception {
    Program tour =
        rig.tour(Theme.DARK, 1, "play", "dark-1", "live", "--audio", "null", "--midi", "none");
    WindowRig.endsWell(tour);
    assertEquals("{\"block\":64}", rig.remembered("start.json"));
    String window = rig.remembered("window.json");
    assertTrue(window.contains("\"masterVolume\":110"), window);
  }

  /// A wave of 32 frames sounds on key 60 at 3546895 / 428 / 32 Hz.
  @Test
  void typed_keys_sound_at_their_pitch() throws Exception {
    Path bank =
        Files.write(
            folder.resolve("square.mod"),
            SongText.song("square")
                .sample(new ModuleSample("square", 0, 64, 0, 64, SongText.square(64)))
                .pattern("C-2 01")
                .mod());
    Path wav = folder.resolve("typed.wav");
    String[] words = {"live", "--audio", "wav:" + wav, "--midi", "none", "--bank", "" + bank};
    WindowRig.endsWell(rig.tour(Theme.DARK, 1, "tones", "tones", words));
    float[] wave = WavReader.read(wav.toString(), Files.readAllBytes(wav)).left();
    List<float[]> tones = Tones.of(wave);
    assertEquals(2, tones.size());
    double low = 3_546_895.0 / 428 / 32;
    double high = low * Math.pow(2, 4 / 12.0);
    assertEquals(
        0, Measure.cents(Measure.frequency(Tones.middle(tones.get(0)), 48_000, low), low), 0.5);
    assertEquals(
        0, Measure.cents(Measure.frequency(Tones.middle(tones.get(1)), 48_000, high), high), 0.5);
  }
}
