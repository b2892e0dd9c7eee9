package modpool.ui;

import java.awt.BorderLayout;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import modpool.ui.part.View;

/// A place among the tabs whose view is made when it is first asked for, as the window's first look
/// is to wait for one page only.
final class Page {
  private final JPanel place = new JPanel(new BorderLayout());
  private final Supplier<? extends View> maker;
  private View view; // null: not made yet

  Page(Supplier<? extends View> maker) {
    this.maker = maker;
  }

  JComponent place() {
    return place;
  }

  boolean isMade() {
    return view != null;
  }

  View view() {
    if (view == null) {
      view = maker.get();
      place.add(view.component(), BorderLayout.CENTER);
      place.revalidate();
    }
    return view;
  }
}
