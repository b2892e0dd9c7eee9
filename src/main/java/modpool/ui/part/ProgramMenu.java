package modpool.ui.part;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.Palette;
import modpool.ui.look.PlainText;
import modpool.ui.look.Sizes;
import modpool.ui.part.ProgramChoices.Heading;
import modpool.ui.part.ProgramChoices.Line;
import modpool.ui.part.ProgramChoices.Program;

/// A menu of programs with a field to search by name or number. Arrows move, Enter chooses.
public final class ProgramMenu {
  private static final int WIDTH = 300;
  private static final int ROWS = 16;

  private final JPopupMenu popup = new JPopupMenu();
  private final JTextField search = new JTextField();
  private final JList<Line> list = new JList<>();
  private final ProgramChoices choices;
  private final Consumer<Program> chosen;

  /// @param current the program that plays, shown chosen where it is listed
  /// @param chosen takes the choice
  public ProgramMenu(ProgramChoices choices, int bank, int current, Consumer<Program> chosen) {
    this.choices = choices;
    this.chosen = chosen;
    search.putClientProperty("JTextField.placeholderText", "Search a name or number");
    search.putClientProperty("JTextField.showClearButton", true);
    search.getAccessibleContext().setAccessibleName("Search programs");
    list.getAccessibleContext().setAccessibleName("Programs");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setVisibleRowCount(ROWS);
    list.setCellRenderer(new Cells());
    list.setFocusable(false);
    show(choices.matching(""));
    select(bank, current);
    JScrollPane scroll = new JScrollPane(list);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    Dimension size = scroll.getPreferredSize();
    scroll.setPreferredSize(new Dimension(Math.max(Sizes.px(WIDTH), size.width), size.height));
    popup.setLayout(new BorderLayout(0, Sizes.px(4)));
    popup.add(search, BorderLayout.NORTH);
    popup.add(scroll, BorderLayout.CENTER);
    listen();
  }

  /// Shows it below a component.
  public void open(Component under) {
    KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    KeyEventDispatcher keys = event -> takeKey(focus, event);
    popup.addPopupMenuListener(
        new PopupMenuListener() {
          @Override
          public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
            focus.addKeyEventDispatcher(keys);
          }

          @Override
          public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {
            focus.removeKeyEventDispatcher(keys);
          }

          @Override
          public void popupMenuCanceled(PopupMenuEvent e) {}
        });
    popup.show(under, 0, under.getHeight());
    SwingUtilities.invokeLater(
        () -> {
          search.requestFocusInWindow();
          list.ensureIndexIsVisible(list.getSelectedIndex());
        });
  }

  /// A popup does not get the focus everywhere: while it is open, all keys are its field's.
  private boolean takeKey(KeyboardFocusManager focus, KeyEvent event) {
    if (event.getComponent() instanceof JTextField) {
      return false;
    }
    focus.redispatchEvent(search, event);
    return true;
  }

  private void listen() {
    search
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent e) {
                filter();
              }

              @Override
              public void removeUpdate(DocumentEvent e) {
                filter();
              }

              @Override
              public void changedUpdate(DocumentEvent e) {}
            });
    Keystrokes.onFocused(search, "UP", () -> move(-1));
    Keystrokes.onFocused(search, "DOWN", () -> move(1));
    Keystrokes.onFocused(search, "PAGE_UP", () -> move(-ROWS));
    Keystrokes.onFocused(search, "PAGE_DOWN", () -> move(ROWS));
    Keystrokes.onFocused(search, "ENTER", this::choose);
    Keystrokes.onFocused(search, "ESCAPE", () -> popup.setVisible(false));
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseReleased(MouseEvent e) {
            choose();
          }
        });
  }

  private void filter() {
    show(choices.matching(search.getText()));
    list.setSelectedIndex(-1);
    move(1);
  }

  private void show(List<Line> lines) {
    list.setListData(lines.toArray(Line[]::new));
  }

  private void select(int bank, int number) {
    for (int i = 0; i < list.getModel().getSize(); i++) {
      if (list.getModel().getElementAt(i) instanceof Program program
          && program.bank() == bank
          && program.number() == number) {
        list.setSelectedIndex(i);
      }
    }
  }

  /// To the nearest program that far away; headings are passed over.
  private void move(int by) {
    int last = list.getModel().getSize() - 1;
    if (last < 0) {
      return;
    }
    int direction = Integer.signum(by);
    int index = Math.clamp(list.getSelectedIndex() + by, 0, last);
    while (index >= 0 && index <= last && list.getModel().getElementAt(index) instanceof Heading) {
      index += direction;
    }
    if (index >= 0 && index <= last) {
      list.setSelectedIndex(index);
      list.ensureIndexIsVisible(index);
    }
  }

  private void choose() {
    if (list.getSelectedValue() instanceof Program program) {
      popup.setVisible(false);
      chosen.accept(program);
    }
  }

  private static final class Cells extends DefaultListCellRenderer {
    Cells() {
      PlainText.only(this);
    }

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      boolean heading = value instanceof Heading;
      super.getListCellRendererComponent(list, value, index, selected && !heading, false);
      setBorder(BorderFactory.createEmptyBorder(2, heading ? 6 : 14, 2, 10));
      setFont(list.getFont().deriveFont(heading ? Font.BOLD : Font.PLAIN));
      if (heading) {
        setForeground(Palette.quiet());
      }
      return this;
    }
  }
}
