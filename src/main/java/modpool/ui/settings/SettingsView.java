package modpool.ui.settings;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;

/// The page of the settings.
public final class SettingsView implements View {
  private final JScrollPane page;
  private final SoundSection sound;
  private final LookSection look;
  private final LearnedSection learned;
  private final InputsSection inputs = new InputsSection();

  /// @param looks what can be chosen of the window itself
  public SettingsView(Stage stage, List<Choice> looks) {
    sound = new SoundSection(stage);
    look = new LookSection(looks);
    learned = new LearnedSection(stage.hands());
    JPanel columns = new JPanel(new GridLayout(1, 2));
    columns.add(column(sound.component()));
    columns.add(column(inputs.component(), learned.component(), look.component()));
    page = new JScrollPane(columns);
    page.setBorder(BorderFactory.createEmptyBorder());
    page.getVerticalScrollBar().setUnitIncrement(Sizes.px(16));
  }

  private static JComponent column(JComponent... sections) {
    JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.PAGE_AXIS));
    for (JComponent section : sections) {
      column.add(section);
    }
    JPanel top = new JPanel(new BorderLayout());
    top.add(column, BorderLayout.NORTH);
    return top;
  }

  @Override
  public JComponent component() {
    return page;
  }

  @Override
  public void seen(boolean visible) {
    if (visible) {
      sound.seen();
    }
  }

  @Override
  public void refresh(Sight sight) {
    sound.look(sight.gear());
    inputs.look(sight.gear());
    learned.look(sight.gear());
    look.look();
  }
}
