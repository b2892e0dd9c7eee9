package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import javax.swing.JLabel;
import modpool.ui.part.Sight;
import modpool.ui.part.View;
import org.junit.jupiter.api.Test;

class PageTest {
  private final AtomicInteger made = new AtomicInteger();

  private final class Words implements View {
    private final JLabel label = new JLabel("words");

    Words() {
      made.incrementAndGet();
    }

    @Override
    public JComponent component() {
      return label;
    }

    @Override
    public void refresh(Sight sight) {}
  }

  @Test
  void the_view_is_made_when_it_is_first_asked_for_and_only_then() {
    Page page = new Page(Words::new);
    assertFalse(page.isMade());
    assertEquals(0, page.place().getComponentCount());
    View view = page.view();
    assertTrue(page.isMade());
    assertSame(view, page.view());
    assertEquals(1, made.get());
    assertSame(view.component(), page.place().getComponent(0));
  }
}
