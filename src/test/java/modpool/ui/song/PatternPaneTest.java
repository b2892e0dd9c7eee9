package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.tracker.clock.SongPosition;
import modpool.ui.part.Sights;
import modpool.view.Scene;
import org.junit.jupiter.api.Test;

class PatternPaneTest {
  private static final Module SONG =
      SongText.song("a song").pattern("C-2 01").orders(0, 0).module();

  private final PatternPane pane = new PatternPane();
  private final Asked muted = new Asked();

  /// No tracks, and how often anybody has asked for one.
  private static final class Asked extends AbstractSet<Integer> {
    private int times;

    @Override
    public boolean contains(Object track) {
      times++;
      return false;
    }

    @Override
    public Iterator<Integer> iterator() {
      return Collections.emptyIterator();
    }

    @Override
    public int size() {
      return 0;
    }
  }

  /// @return whether lines were written
  private boolean look(Module module, int order, int row) {
    int before = muted.times;
    pane.look(
        new Scene(
            "a song",
            module,
            SongPosition.pack(order, row, 6, 125),
            "playing",
            0,
            1,
            100,
            4,
            muted,
            Set.of(),
            Sights.load(),
            Sights.empty(),
            ""));
    return muted.times > before;
  }

  @Test
  void lines_are_written_when_there_are_others_to_be_seen() {
    assertTrue(look(SONG, 0, 0));
    assertFalse(look(SONG, 0, 0));
    assertTrue(look(SONG, 0, 1));
    assertTrue(look(SONG, 1, 1));
    pane.setSize(400, 400);
    assertTrue(look(SONG, 1, 1));
    assertFalse(look(SONG, 1, 1));
    assertTrue(look(SongText.song("another").pattern("D-2 01").orders(0, 0).module(), 1, 1));
  }
}
