package modpool.ui.song;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import modpool.learn.Knob;
import modpool.tracker.clock.SongPosition;
import modpool.ui.look.Heading;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.Hands;
import modpool.ui.part.LearnMenu;
import modpool.view.Scene;

/// The hands on a song, and where it is.
final class TransportBar {
  private static final String PLAY = "Play";
  private static final String PAUSE = "Pause";

  private final JPanel bar = new JPanel();
  private final JButton play;
  private final JButton restart;
  private final JButton back;
  private final JButton on;
  private final TempoField tempo;
  private final Heading title = Heading.upTo(240, 4);
  private final JLabel place = new QuietLabel(" ");
  private final JLabel time = new JLabel("00:00 / 00:00");

  TransportBar(Hands hands) {
    bar.setLayout(new BoxLayout(bar, BoxLayout.LINE_AXIS));
    bar.setBorder(
        BorderFactory.createEmptyBorder(Sizes.px(8), Sizes.px(10), Sizes.px(8), Sizes.px(10)));
    play = button(PAUSE, "Play, or pause (F5)", hands, "pause");
    play.setPreferredSize(play.getPreferredSize());
    play.setText(PLAY);
    restart = button("From the start", "Play from the beginning", hands, "restart");
    back = button("‹ Order", "To the order before", hands, "seek -1");
    on = button("Order ›", "To the next order", hands, "seek +1");
    LearnMenu.on(play, hands, Knob.PLAY, 0);
    LearnMenu.on(restart, hands, Knob.RESTART, 0);
    LearnMenu.on(back, hands, Knob.BACK, 0);
    LearnMenu.on(on, hands, Knob.NEXT, 0);
    tempo = new TempoField(hands);
    JLabel tempoName = new QuietLabel("Tempo");
    JComponent[] parts = {play, restart, back, on, tempoName, tempo.component()};
    for (JComponent part : parts) {
      bar.add(part);
      bar.add(Box.createHorizontalStrut(Sizes.px(6)));
    }
    bar.add(Box.createHorizontalStrut(Sizes.px(10)));
    bar.add(title);
    bar.add(Box.createHorizontalGlue());
    bar.add(place);
    bar.add(Box.createHorizontalStrut(Sizes.px(16)));
    bar.add(time);
  }

  private static JButton button(String text, String tip, Hands hands, String line) {
    JButton button = new JButton(text);
    button.setToolTipText(tip);
    button.addActionListener(e -> hands.line(line));
    return button;
  }

  JComponent component() {
    return bar;
  }

  /// @param scene null when nothing is loaded
  void look(Scene scene) {
    boolean loaded = scene != null;
    boolean module = loaded && scene.module() != null;
    play.setEnabled(loaded);
    restart.setEnabled(loaded);
    back.setEnabled(module);
    on.setEnabled(module);
    tempo.look(scene);
    if (!loaded) {
      title.setText(" ");
      title.setToolTipText(null);
      place.setText(" ");
      time.setText(" ");
      return;
    }
    play.setText(scene.state().equals("playing") ? PAUSE : PLAY);
    title.setText(scene.title());
    title.setToolTipText(scene.title());
    long position = scene.position();
    place.setText(
        module
            ? "order %02d of %02d   row %02d   speed %d   tempo %d"
                .formatted(
                    SongPosition.order(position),
                    scene.module().orders().size(),
                    SongPosition.row(position),
                    SongPosition.speed(position),
                    SongPosition.tempo(position))
            : scene.state());
    time.setText(time(scene.seconds()) + " / " + time(scene.lengthSeconds()));
  }

  private static String time(double seconds) {
    long whole = (long) seconds;
    return "%d:%02d".formatted(whole / 60, whole % 60);
  }
}
