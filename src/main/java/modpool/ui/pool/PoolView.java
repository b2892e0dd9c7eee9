package modpool.ui.pool;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.KeyboardFocusManager;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import modpool.ui.look.Hold;
import modpool.ui.look.LineAbove;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.look.SpinnerField;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;
import modpool.worklet.PoolStats;

/// The page of the pool: its voices, its books, and what changes them.
public final class PoolView implements View {
  private final Stage stage;
  private final JPanel page = new JPanel(new BorderLayout());
  private final PoolGrid grid;
  private final LoanTable loans = new LoanTable();
  private final JTable table = new JTable(loans);
  private final JLabel figures = new JLabel(" ");
  private final JLabel whose = new QuietLabel("Voices of channel 16");
  private final JSpinner voices = new JSpinner(new VoiceCount());
  private final Hold hold = new Hold();
  private int shownChannel = -1;

  public PoolView(Stage stage) {
    this.stage = stage;
    grid = new PoolGrid(stage.board());
    JScrollPane voicesPane = new JScrollPane(grid);
    voicesPane.setBorder(BorderFactory.createEmptyBorder(Sizes.px(8), 0, 0, Sizes.px(8)));
    voicesPane.getVerticalScrollBar().setUnitIncrement(Sizes.px(16));
    prepareTable();
    JScrollPane books = new JScrollPane(table);
    books.setPreferredSize(Sizes.of(340, 200));
    books.setBorder(BorderFactory.createEmptyBorder(Sizes.px(8), 0, 0, 0));
    page.add(voicesPane, BorderLayout.CENTER);
    page.add(books, BorderLayout.EAST);
    page.add(foot(), BorderLayout.SOUTH);
  }

  /// Arrow keys go through its rows, and the Tab key leaves it.
  private void prepareTable() {
    table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    table.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent e) {
            chooseRow(Math.max(0, table.getSelectedRow()));
          }
        });
    table.getAccessibleContext().setAccessibleName("Who has which voices");
    table.setShowHorizontalLines(true);
    table.getColumnModel().getColumn(0).setPreferredWidth(Sizes.px(110));
  }

  /// Or the last one.
  private void chooseRow(int row) {
    int last = table.getRowCount() - 1;
    if (last >= 0) {
      table.setRowSelectionInterval(Math.min(row, last), Math.min(row, last));
    }
  }

  private JComponent foot() {
    JPanel foot = new JPanel(new BorderLayout());
    foot.setBorder(new LineAbove(6, 10));
    JPanel actions = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.px(8), 0));
    SpinnerField.of(voices, "Voices of the chosen channel");
    voices.addChangeListener(e -> change());
    JButton compact = new JButton("Compact");
    compact.setToolTipText("Move all loans together, while their notes sound");
    compact.addActionListener(e -> stage.hands().line("compact"));
    actions.add(whose);
    actions.add(voices);
    actions.add(compact);
    JPanel left = new JPanel();
    left.setLayout(new BoxLayout(left, BoxLayout.LINE_AXIS));
    left.add(figures);
    foot.add(left, BorderLayout.CENTER);
    foot.add(actions, BorderLayout.EAST);
    return foot;
  }

  private void change() {
    if (hold.begin()) {
      stage.hands().line("voices " + (stage.selection().channel() + 1) + " " + voices.getValue());
    }
  }

  @Override
  public JComponent component() {
    return page;
  }

  @Override
  public void refresh(Sight sight) {
    grid.look(sight);
    showLoans(sight.pool());
    PoolStats pool = sight.pool();
    figures.setText(
        "%d worklets   %d voices   %d lent   %d free"
            .formatted(
                pool.workletCount(),
                pool.totalVoices(),
                pool.allocatedVoices(),
                pool.freeVoices()));
    int channel = stage.selection().channel();
    whose.setText("Voices of channel " + (channel + 1));
    if (channel != shownChannel) {
      shownChannel = channel;
      hold.end();
    }
    int slot = sight.slotOf(channel);
    if (slot >= 0 && !hold.isOn()) {
      follow(sight.strips().get(slot).voices());
    }
  }

  /// The row that is chosen stays.
  private void showLoans(PoolStats pool) {
    int row = table.getSelectedRow();
    loans.show(pool.allocations());
    if (row >= 0 && table.getSelectedRow() < 0) {
      chooseRow(row);
    }
  }

  private void follow(int count) {
    if (!voices.getValue().equals(count)) {
      hold.follow(() -> voices.setValue(Math.clamp(count, 1, PoolCells.VOICES)));
    }
  }
}
