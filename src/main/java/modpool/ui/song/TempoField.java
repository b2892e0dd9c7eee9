package modpool.ui.song;

import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import modpool.learn.Knob;
import modpool.tracker.SongClock;
import modpool.ui.part.Hands;
import modpool.ui.part.LearnMenu;
import modpool.ui.part.Sizes;
import modpool.view.Scene;

/// How fast the song plays, in percent of what is written. It follows the song, unless it has just
/// been set.
final class TempoField {
  private static final int STEP = 5;
  private static final long HOLD_NANOS = 400_000_000; // until the session has heard of it

  private final JSpinner spinner =
      new JSpinner(
          new SpinnerNumberModel(SongClock.AS_WRITTEN, SongClock.SLOWEST, SongClock.FASTEST, STEP));
  private final Hands hands;
  private boolean following;
  private long setAt = System.nanoTime() - HOLD_NANOS;

  TempoField(Hands hands) {
    this.hands = hands;
    JSpinner.NumberEditor editor = new JSpinner.NumberEditor(spinner, "0 '%'");
    editor.getTextField().setColumns(5);
    spinner.setEditor(editor);
    spinner.setToolTipText("Tempo in percent of what is written; the pitch stays");
    spinner.getAccessibleContext().setAccessibleName("Tempo in percent");
    editor.getTextField().getAccessibleContext().setAccessibleName("Tempo in percent");
    Dimension size = spinner.getPreferredSize();
    spinner.setMaximumSize(new Dimension(Math.max(size.width, Sizes.px(84)), size.height));
    LearnMenu.on(spinner, hands, Knob.TEMPO, 0);
    editor.getTextField().setInheritsPopupMenu(true);
    editor.setInheritsPopupMenu(true);
    spinner.addChangeListener(e -> change());
  }

  private void change() {
    if (!following) {
      setAt = System.nanoTime();
      hands.line("tempo " + spinner.getValue());
    }
  }

  JComponent component() {
    return spinner;
  }

  /// @param scene null when nothing is loaded
  void look(Scene scene) {
    spinner.setEnabled(scene != null);
    int now = scene == null ? SongClock.AS_WRITTEN : scene.tempoPercent();
    boolean held = System.nanoTime() - setAt < HOLD_NANOS;
    if (!held && !spinner.getValue().equals(now)) {
      following = true;
      spinner.setValue(now);
      following = false;
    }
  }
}
