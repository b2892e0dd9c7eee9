package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.accessibility.AccessibleRole;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final class Counted extends Drawing {
    private int repaints;

    Counted() {
      super("A dial", AccessibleRole.SLIDER);
      takeFocus();
    }

    @Override
    public void repaint() {
      repaints++;
    }
  }

  @Test
  void a_drawing_that_takes_the_focus_shows_when_it_gets_and_loses_it() {
    Counted drawing = new Counted();
    assertTrue(drawing.isFocusable());
    int before = drawing.repaints;
    for (FocusListener listener : drawing.getFocusListeners()) {
      listener.focusGained(new FocusEvent(drawing, FocusEvent.FOCUS_GAINED));
    }
    assertEquals(before + 1, drawing.repaints);
    for (FocusListener listener : drawing.getFocusListeners()) {
      listener.focusLost(new FocusEvent(drawing, FocusEvent.FOCUS_LOST));
    }
    assertEquals(before + 2, drawing.repaints);
  }
}
