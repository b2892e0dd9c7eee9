package modpool.ui.rack;

import java.awt.GridLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import modpool.bridge.Meters.Meter;
import modpool.bridge.board.MasterBoard;
import modpool.learn.Knob;
import modpool.ui.look.Ballistics;
import modpool.ui.look.Heading;
import modpool.ui.look.LevelMeter;
import modpool.ui.look.LineAbove;
import modpool.ui.look.Palette;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.LearnMenu;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;

/// The master: the volume of all channels, both sides' level, the highest peak since it was last
/// reset, and the limiter.
final class MasterStrip extends JPanel {
  private static final double LIMITER_STAY_SECONDS = 0.8;

  private final Stage stage;
  private final LevelMeter left = new LevelMeter("Level of the left output");
  private final LevelMeter right = new LevelMeter("Level of the right output");
  private final JButton peak = new JButton("peak −000.0 dB");
  private final JLabel limiter = new QuietLabel("limiter −00.0 dB");
  private final JLabel voices = new QuietLabel("000 voices, 000 most");
  private final Fader volume;
  private final JButton panic = new JButton("Panic");
  private double highest = Ballistics.FLOOR_DB;
  private double reductionDb;
  private double reductionAge;

  /// @param volumeMoved takes the volume that was set by hand
  MasterStrip(Stage stage, IntConsumer volumeMoved) {
    this.stage = stage;
    volume =
        new Fader(
            "Volume of all channels",
            127,
            Integer::toString,
            value -> {
              stage.hands().masterVolume(value);
              volumeMoved.accept(value);
            });
    volume.rename("Volume of all channels", "Volume of all channels; a song keeps its own");
    setLayout(new BoxLayout(this, BoxLayout.LINE_AXIS));
    setBorder(new LineAbove(6, 8));
    JPanel meters = new JPanel(new GridLayout(2, 1, 0, Sizes.px(3)));
    meters.add(left);
    meters.add(right);
    meters.setOpaque(false);
    meters.setMaximumSize(Sizes.of(2_000, 24));
    peak.setToolTipText("The highest level so far; press to begin anew");
    peak.addActionListener(e -> highest = Ballistics.FLOOR_DB);
    panic.setToolTipText("Silence everything at once and put all controllers at rest (F12)");
    panic.addActionListener(e -> stage.hands().line("panic"));
    LearnMenu.on(panic, stage.hands(), Knob.PANIC, 0);
    LearnMenu.on(volume.slider(), stage.hands(), Knob.MASTER, 0);
    volume.slider().setPreferredSize(Sizes.of(90, 20));
    volume.value().setText("0127"); // room for any
    panic.putClientProperty("FlatLaf.style", "foreground: $Actions.Red");
    Heading title = new Heading(4, "Master");
    for (JComponent part :
        List.of(title, volume.slider(), volume.value(), meters, peak, limiter, voices, panic)) {
      if (!part.equals(title)) {
        add(Box.createHorizontalStrut(Sizes.px(part.equals(volume.value()) ? 4 : 12)));
      }
      keepWidth(part, meters);
      add(part);
    }
    peak.setText("peak −∞ dB");
    limiter.setText("limiter 0.0 dB");
    voices.setText("0 voices, 0 most");
    volume.value().setText("127");
  }

  /// A number that changes moves nothing else.
  private static void keepWidth(JComponent part, JComponent growing) {
    if (!part.equals(growing)) {
      part.setPreferredSize(part.getPreferredSize());
      part.setMinimumSize(part.getPreferredSize());
      part.setMaximumSize(part.getPreferredSize());
    }
  }

  void refresh(Sight sight, double seconds) {
    volume.follow(stage.board().channels().master() >> 7);
    MasterBoard board = stage.board().master();
    float leftPeak = board.takeLeft();
    float rightPeak = board.takeRight();
    left.move(leftPeak, seconds, false);
    right.move(rightPeak, seconds, false);
    highest = Math.max(highest, Ballistics.toDb(Math.max(leftPeak, rightPeak)));
    peak.setText(highest <= Ballistics.FLOOR_DB ? "peak −∞ dB" : "peak " + db(highest));
    peak.setForeground(highest > -0.1 ? Palette.over() : Palette.text());
    double now = -Ballistics.toDb(1 - board.takeReduction());
    reductionAge += seconds;
    if (now >= reductionDb || reductionAge > LIMITER_STAY_SECONDS) {
      reductionDb = now;
      reductionAge = 0;
    }
    limiter.setText("limiter " + (reductionDb < 0.05 ? "0.0 dB" : db(-reductionDb)));
    limiter.setForeground(reductionDb < 0.05 ? Palette.quiet() : Palette.high());
    voices.setText(
        "%d voices, %d most"
            .formatted(stage.meters().get(Meter.VOICES), stage.meters().get(Meter.VOICES_PEAK)));
  }

  private static String db(double value) {
    return String.format(Locale.ROOT, "%.1f dB", value).replace('-', '−');
  }
}
