package modpool.ui.song;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.GridBagLayout;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import modpool.tracker.clock.SongPosition;
import modpool.ui.look.Heading;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;
import modpool.view.Scene;

/// The page of the song.
public final class SongView implements View {
  private static final String NOTHING = "nothing";
  private static final String MODULE = "module";
  private static final String MIDI = "midi";

  private final JPanel page = new JPanel(new BorderLayout());
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private final SongPage song;
  private final TransportBar transport;
  private String shown = "";
  private long before = System.nanoTime();

  /// @param open asks for a song's file
  public SongView(Stage stage, Runnable open) {
    song = new SongPage(stage);
    transport = new TransportBar(stage.hands());
    JButton choose = new JButton("Open song …");
    choose.addActionListener(e -> open.run());
    middle.add(
        words(
            "No song is loaded.",
            "Drop a module or a MIDI file on the window, or open one.",
            choose),
        NOTHING);
    middle.add(song.component(), MODULE);
    middle.add(
        words(
            "A MIDI file plays on the 16 channels.",
            "They are on the page Rack, with their mutes and solos.",
            null),
        MIDI);
    page.add(transport.component(), BorderLayout.NORTH);
    page.add(middle, BorderLayout.CENTER);
  }

  private static JComponent words(String first, String second, JButton button) {
    JPanel words = new JPanel();
    words.setLayout(new BoxLayout(words, BoxLayout.PAGE_AXIS));
    Heading head = new Heading(3, first);
    for (JComponent part : new JComponent[] {head, new QuietLabel(second), button}) {
      if (part != null) {
        part.setAlignmentX(0.5f);
        words.add(part);
        words.add(javax.swing.Box.createVerticalStrut(Sizes.px(10)));
      }
    }
    JPanel centred = new JPanel(new GridBagLayout());
    centred.add(words);
    return centred;
  }

  @Override
  public JComponent component() {
    return page;
  }

  @Override
  public void refresh(Sight sight) {
    long now = System.nanoTime();
    double seconds = (now - before) * 1e-9;
    before = now;
    Scene scene = sight.song();
    String card = scene == null ? NOTHING : scene.module() == null ? MIDI : MODULE;
    if (!card.equals(shown)) {
      shown = card;
      cards.show(middle, card);
    }
    transport.look(scene);
    if (card.equals(MODULE)) {
      song.look(sight, SongPosition.order(scene.position()), seconds);
    }
  }
}
