package modpool.ui.part;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import modpool.bridge.Meters;
import modpool.bridge.board.ChannelBoard;
import modpool.bridge.board.VoiceBoard;
import modpool.testing.FakeDevice;
import modpool.ui.part.Sight.Steal;
import modpool.ui.part.Sight.StripSight;
import modpool.view.Scene;
import modpool.worklet.PoolStats;

/// Moments of a session, and stages for views that nobody sees.
public final class Sights {
  private Sights() {}

  /// A session that has such channels and books, and plays this.
  ///
  /// @param song null for none
  public static Sight of(List<StripSight> strips, PoolStats pool, Scene song) {
    return new Sight(
        0,
        strips,
        null,
        Set.of(),
        Set.of(),
        Collections.nCopies(ChannelBoard.CHANNELS, Steal.NONE),
        pool,
        load(),
        "",
        48_000,
        song,
        null,
        "");
  }

  public static Scene.Load load() {
    return new Scene.Load(0, 0, 0, 0, 0, 0, 0, null);
  }

  /// Books of a pool that lends nothing.
  public static PoolStats empty() {
    return new PoolStats(0, 0, 0, 0, List.of());
  }

  /// A stage whose hands reach a device and give lines to a list.
  public static Stage stage(FakeDevice midi, List<String> lines) {
    Hands hands = new Hands(midi.getReceiver());
    hands.connect(lines::add);
    return new Stage(new Meters(), new VoiceBoard(), hands, new Selection());
  }
}
