package modpool.ui.song;

import java.awt.Component;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import modpool.module.Module;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.RowList;
import modpool.ui.look.Sizes;
import modpool.ui.part.Hands;

/// The orders of a song: which pattern each plays, and which it is at, in bold. That one is chosen,
/// too, unless somebody is choosing another: a double click, or Enter, goes to it.
final class OrderList {
  private final Hands hands;
  private final DefaultListModel<String> rows = new DefaultListModel<>();
  private final JList<String> list = new RowList<>(rows);
  private final JScrollPane pane = new JScrollPane(list);
  private Module module;
  private int shown = -1;

  OrderList(Hands hands) {
    this.hands = hands;
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.getAccessibleContext().setAccessibleName("Orders");
    list.setToolTipText("A double click or Enter goes there");
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent e) {
            if (e.getClickCount() == 2) {
              go();
            }
          }
        });
    list.setCellRenderer(new Cells());
    Keystrokes.onFocused(list, "ENTER", this::go);
    pane.setPreferredSize(Sizes.of(130, 100));
    pane.setBorder(null);
  }

  JComponent component() {
    return pane;
  }

  private void go() {
    if (list.getSelectedIndex() >= 0) {
      hands.line("seek " + list.getSelectedIndex());
    }
  }

  void look(Module next, int order) {
    if (!next.equals(module)) {
      module = next;
      shown = -1;
      List<String> all = new ArrayList<>();
      for (int i = 0; i < next.orders().size(); i++) {
        all.add("%02d   pattern %02d".formatted(i, next.orders().get(i)));
      }
      rows.clear();
      rows.addAll(all);
    }
    if (order != shown) {
      int chosen = list.getSelectedIndex();
      boolean choosing = shown >= 0 && chosen >= 0 && chosen != shown;
      shown = order;
      list.repaint();
      if (!choosing) {
        list.setSelectedIndex(order);
        list.ensureIndexIsVisible(order);
      }
    }
  }

  private final class Cells extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> of, Object value, int index, boolean selected, boolean focused) {
      super.getListCellRendererComponent(of, value, index, selected, focused);
      setFont(of.getFont().deriveFont(index == shown ? Font.BOLD : Font.PLAIN));
      return this;
    }
  }
}
