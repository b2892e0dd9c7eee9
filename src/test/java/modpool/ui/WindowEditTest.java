package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.patch.BankReader;
import modpool.patch.MacroRoute;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.WavReader;
import modpool.patch.Zone;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A patch is edited in the window by [EditTour]: it is heard so, and saved so.
class WindowEditTest {
  @TempDir private Path folder;

  /// A loop of 100 frames at 48 kHz sounds at 480 Hz; a shorter one as much higher. A key held
  /// while its end is dragged is heard at the new pitch, and so it is saved.
  @Test
  void a_dragged_loop_marker_changes_the_period_and_closing_asks_and_saves() throws Exception {
    Path bank = Files.createDirectories(folder.resolve("bank"));
    new BankFolder(bank)
        .wave("tone", 48_000, Waves.sine(80, 8_000))
        .program(
            """
            {"name": "Tone", "sound": {"amplitude": {"releaseMs": 50}},
             "zones": [{"keys": "0-127", "sample": {"file": "tone.wav", "rootKey": 60,
              "loop": "forward", "loopStart": 4000, "loopEnd": 4100}}]}
            """)
        .write();
    Path wav = folder.resolve("edited.wav");
    try (WindowRig rig = new WindowRig(folder)) {
      String[] words = {"live", "--audio", "wav:" + wav, "--midi", "none", "--bank", "" + bank};
      WindowRig.endsWell(rig.tour(Theme.LIGHT, 1, "edit", "light-1", words));
    }
    String state = Files.readString(WindowRig.PICTURES.resolve("editor-loop-end.txt"));
    int end = Integer.parseInt(state.replaceFirst("frame (\\d+).*", "$1"));
    assertTrue(end > 4_010 && end < 4_095, state);
    List<float[]> tones = Tones.of(WavReader.read(wav.toString(), Files.readAllBytes(wav)).left());
    assertEquals(2, tones.size());
    assertEquals(480, Measure.frequency(Tones.middle(tones.get(0)), 48_000, 480), 0.1);
    double hz = 48_000.0 / (end - 4_000);
    float[] last = tones.get(1); // what the tour hears of it once the marker is at its place
    float[] settled = Measure.slice(last, last.length - 38_400, last.length - 9_600);
    assertEquals(0, Measure.cents(Measure.frequency(settled, 48_000, hz), hz), 0.5);
    Patch saved = BankReader.read(folder.resolve("own")).program(0);
    assertEquals("Tone", saved.name());
    assertEquals(end, saved.zones().getFirst().sample().loopEnd());
    assertEquals(8_000, saved.zones().getFirst().sample().length());
    assertEquals(
        List.of("0-63", "64-95"),
        saved.zones().stream().map(z -> z.lowKey() + "-" + z.highKey()).toList());
    for (Zone zone : saved.zones()) {
      Sound sound = zone.sound();
      assertEquals(Interpolation.NEAREST, sound.interpolation());
      assertEquals(250, sound.glideMs());
      assertEquals(0.4, sound.pan());
      assertEquals(new Lfo(Lfo.Shape.SINE, 3.5, 0, 0, 0, 0, -2), sound.lfo2());
      assertEquals(1_200, sound.filter().velocityToCutoffCents());
      assertEquals(24, sound.modulationToPitchCents());
      assertTrue(sound.modulation().attackMs() > 0);
      assertEquals(
          List.of(new MacroRoute(1, MacroRoute.Target.CUTOFF_CENTS, -1_500)), sound.macros());
    }
  }
}
