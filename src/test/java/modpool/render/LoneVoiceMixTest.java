package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import modpool.bridge.Meters;
import modpool.bridge.board.VoiceBoard;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.Instrument;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Player;
import modpool.testing.Player.Kind;
import modpool.testing.Waves;
import modpool.tuning.Tuning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What sounds alone on its instrument is added to the mix without a bus between. Nobody can tell.
class LoneVoiceMixTest {
  private static final int PIECES = 200;
  private static final Patch PATCH =
      new Patch("sine", List.of(Zone.of(Waves.sineLoop(441, Player.RATE), 60, Sound.PLAIN)));

  /// Up to a note, its tail and a chord at a time, and often nothing at all.
  private static void play(Instrument instrument, int part, int piece, long frame) {
    int step = piece * 7 + part * 3;
    switch (step % 12) {
      case 0, 5 -> instrument.noteOn(frame, 1, 48 + step % 24, 100);
      case 2 -> instrument.noteOn(frame, 2, 60, 90);
      case 7 -> instrument.allSoundOff(frame);
      case 10 -> instrument.controls().setPan(piece % 3 - 1);
      default -> {}
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aMixIsTheSumOfAllBuses(Kind kind) {
    List<Player> mixed = players(kind);
    List<Player> alone = players(kind);
    Mixer mixer =
        new Mixer(
            new MixSettings(Player.RATE, 1, 1, false, Machine.CLEAN),
            new Meters(),
            new VoiceBoard());
    Rack rack = rackOf(mixed);
    float[][] mix = new float[2][Grid.PIECE];
    Set<Integer> counts = new HashSet<>();
    for (int piece = 0; piece < PIECES; piece++) {
      int frames = 1 + piece * 37 % Grid.PIECE;
      long frame = alone.getFirst().frame();
      float[][] sum = new float[2][Grid.PIECE];
      for (int part = 0; part < mixed.size(); part++) {
        play(mixed.get(part).instrument(), part, piece, frame);
        play(alone.get(part).instrument(), part, piece, frame);
        counts.add(mixed.get(part).instrument().sounds());
        Mixer.moveInto(sum[0], alone.get(part).play(frames), frames);
        Mixer.moveInto(sum[1], alone.get(part).right(), frames);
      }
      mixer.mix(rack, frame, mix[0], mix[1], null, 0, frames);
      assertSame(sum[0], mix[0], frames, "left, piece " + piece);
      assertSame(sum[1], mix[1], frames, "right, piece " + piece);
    }
    assertTrue(counts.containsAll(List.of(0, 1, 2, 3)), "all kinds of bus: " + counts);
  }

  private static List<Player> players(Kind kind) {
    return List.of(
        Player.of(kind, Interpolation.LINEAR, 4, PATCH),
        Player.of(kind, Interpolation.LINEAR, 4, PATCH),
        Player.of(kind, Interpolation.LINEAR, 4, PATCH));
  }

  private static Rack rackOf(List<Player> players) {
    List<Strip> strips =
        players.stream().map(p -> Strip.playing(p.instrument(), null, 0, Origin.CHANNELS)).toList();
    return new Rack(1, 0, strips, RackRig.programs(), null, null, 0, Tuning.EQUAL, null, 0);
  }

  private static void assertSame(float[] expected, float[] actual, int frames, String what) {
    for (int i = 0; i < frames; i++) {
      assertEquals(Float.floatToRawIntBits(expected[i]), Float.floatToRawIntBits(actual[i]), what);
    }
  }
}
