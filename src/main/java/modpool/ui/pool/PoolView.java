package modpool.ui.pool;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.SpinnerNumberModel;
import modpool.ui.part.LineAbove;
import modpool.ui.part.QuietLabel;
import modpool.ui.part.Sight;
import modpool.ui.part.Sizes;
import modpool.ui.part.Stage;
import modpool.ui.part.View;
import modpool.worklet.PoolStats;

/// The page of the pool: its voices, its books, and what changes them.
public final class PoolView implements View {
  private static final int MOST_VOICES = 16;

  private final Stage stage;
  private final JPanel page = new JPanel(new BorderLayout());
  private final PoolGrid grid;
  private final LoanTable loans = new LoanTable();
  private final JLabel figures = new JLabel(" ");
  private final JLabel whose = new QuietLabel("Voices of channel 16");
  private final JSpinner voices = new JSpinner(new SpinnerNumberModel(4, 1, MOST_VOICES, 1));
  private boolean following;

  public PoolView(Stage stage) {
    this.stage = stage;
    grid = new PoolGrid(stage.board());
    JScrollPane voicesPane = new JScrollPane(grid);
    voicesPane.setBorder(BorderFactory.createEmptyBorder(Sizes.px(8), 0, 0, Sizes.px(8)));
    voicesPane.getVerticalScrollBar().setUnitIncrement(Sizes.px(16));
    JTable table = new JTable(loans);
    table.setFocusable(false);
    table.getAccessibleContext().setAccessibleName("Who has which voices");
    table.setShowHorizontalLines(true);
    table.getColumnModel().getColumn(0).setPreferredWidth(Sizes.px(110));
    JScrollPane books = new JScrollPane(table);
    books.setPreferredSize(Sizes.of(340, 200));
    books.setBorder(BorderFactory.createEmptyBorder(Sizes.px(8), 0, 0, 0));
    page.add(voicesPane, BorderLayout.CENTER);
    page.add(books, BorderLayout.EAST);
    page.add(foot(), BorderLayout.SOUTH);
  }

  private JComponent foot() {
    JPanel foot = new JPanel(new BorderLayout());
    foot.setBorder(new LineAbove(6, 10));
    JPanel actions = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.px(8), 0));
    voices.getAccessibleContext().setAccessibleName("Voices of the chosen channel");
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
    if (!following) {
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
    loans.show(sight.pool().allocations());
    PoolStats pool = sight.pool();
    String text =
        "%d worklets   %d voices   %d lent   %d free"
            .formatted(
                pool.workletCount(), pool.totalVoices(), pool.allocatedVoices(), pool.freeVoices());
    if (!text.equals(figures.getText())) {
      figures.setText(text);
    }
    int channel = stage.selection().channel();
    String channelText = "Voices of channel " + (channel + 1);
    if (!channelText.equals(whose.getText())) {
      whose.setText(channelText);
    }
    int slot = sight.slotOf(channel);
    if (slot >= 0 && !voices.hasFocus()) {
      follow(sight.strips().get(slot).voices());
    }
  }

  private void follow(int count) {
    if (!voices.getValue().equals(count)) {
      following = true;
      voices.setValue(Math.clamp(count, 1, MOST_VOICES));
      following = false;
    }
  }
}
