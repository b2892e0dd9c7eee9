package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.FakeDevice;
import modpool.tracker.clock.SongPosition;
import modpool.ui.part.Sight;
import modpool.ui.part.Sights;
import modpool.view.Scene;
import org.junit.jupiter.api.Test;

class SongPageTest {
  private final SongPage page =
      new SongPage(Sights.stage(new FakeDevice("any", false), new ArrayList<>()));

  /// Hears what is to be painted anew.
  private static final class Ground extends RepaintManager {
    private final List<Component> dirty = new ArrayList<>();

    @Override
    public void addDirtyRegion(JComponent part, int x, int y, int width, int height) {
      if (width > 0 && height > 0) {
        dirty.add(part);
      }
    }
  }

  private void look(String tag, int tracks) {
    Module module = SongText.song("a song").tag(tag, tracks).pattern("C-2 01").module();
    Scene scene =
        new Scene(
            "a song",
            module,
            SongPosition.pack(0, 0, 6, 125),
            "paused",
            0,
            1,
            100,
            tracks,
            Set.of(),
            Set.of(),
            Sights.load(),
            Sights.empty(),
            "");
    Sight sight = Sights.of(List.of(), Sights.empty(), scene);
    page.look(sight, 0, 0);
  }

  private static List<TrackHead> heads(Container within) {
    List<TrackHead> heads = new ArrayList<>();
    for (Component part : within.getComponents()) {
      if (part instanceof TrackHead head) {
        heads.add(head);
      } else if (part instanceof Container container) {
        heads.addAll(heads(container));
      }
    }
    return heads;
  }

  @Test
  void heads_of_a_song_with_fewer_tracks_leave_nothing_painted_where_there_were_more()
      throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          RepaintManager before = RepaintManager.currentManager(page.component());
          Ground ground = new Ground();
          RepaintManager.setCurrentManager(ground);
          try {
            look("8CHN", 8);
            assertEquals(8, heads(page.component()).size());
            Container row = heads(page.component()).getFirst().getParent();
            row.setSize(row.getPreferredSize());
            ground.dirty.clear();
            look("M.K.", 4);
            assertEquals(4, heads(page.component()).size());
            assertTrue(ground.dirty.contains(row), "the ground beneath them is painted anew");
          } finally {
            RepaintManager.setCurrentManager(before);
          }
        });
  }
}
