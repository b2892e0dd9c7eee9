package modpool.ui.editor;

import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.Timer;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.edit.PitchEstimate;
import modpool.edit.PresetNumbers;
import modpool.ui.editor.desk.Dial;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Group;
import modpool.ui.editor.desk.Scale;
import modpool.ui.editor.desk.Stepper;
import modpool.ui.editor.desk.Unit;
import modpool.ui.look.KeyName;
import modpool.ui.look.QuietLabel;

/// The chosen zone's level and tuning, and a tuner that hears which note its root key sounds.
final class TuningControls {
  private static final int A4 = 69;
  private static final double A4_HZ = 440;
  private static final double OCTAVE = 1_200;
  private static final double SEMITONE = 100;
  private static final int MEASURE_AFTER_MS = 120; // since the last change: a drag does not wait

  private final EditDesk desk;
  private final Group group = new Group("Level and tuning");
  private final Dial level;
  private final Dial fine;
  private final Stepper root;
  private final JLabel heard = new JLabel(" ");
  private final JButton tune = new JButton("Tune");
  private final Timer later = new Timer(MEASURE_AFTER_MS, e -> measure());
  private EditedSample measured;
  private double measuredHz = Double.NaN;

  TuningControls(EditDesk desk) {
    this.desk = desk;
    later.setRepeats(false);
    level =
        new Dial(
            "Level",
            "Level",
            Scale.even(-48, 12).within(-60, 24),
            Unit.DB,
            desk::say,
            (dB, by) -> desk.changeSound(s -> s.withGain(PresetNumbers.linear(dB)), by));
    fine =
        new Dial(
            "Fine tune",
            "Fine tune",
            Scale.even(-SEMITONE, SEMITONE)
                .within(-EditedZone.MOST_TUNE_CENTS, EditedZone.MOST_TUNE_CENTS),
            Unit.CENTS,
            desk::say,
            (cents, by) -> desk.change(z -> z.withTuning(z.rootKey(), cents), by));
    root =
        Stepper.keys(
            "Root key",
            desk::say,
            (key, by) -> desk.change(z -> z.withTuning(key, z.tuneCents()), by));
    heard.getAccessibleContext().setAccessibleName("Tuner");
    tune.setToolTipText("Tune the root key to the note it is nearest to");
    tune.addActionListener(e -> tune());
    group.put(level);
    group.put(new QuietLabel("Root key"), root);
    group.put(fine);
    group.put(heard, tune);
  }

  Group group() {
    return group;
  }

  private void measure() {
    if (!desk.zone().sample().equals(measured)) {
      measured = desk.zone().sample();
      measuredHz = PitchEstimate.hz(measured);
    }
    showPitch();
  }

  /// What the zone's root key sounds, in cents above A4; NaN when it has no pitch.
  private double soundsCents() {
    return OCTAVE * Math.log(measuredHz / A4_HZ) / Math.log(2) + desk.zone().tuneCents();
  }

  private void tune() {
    if (!desk.turnToEdited(null)) { // what is edited is tuned, and so what is measured
      return;
    }
    measure();
    double cents = soundsCents();
    if (!Double.isNaN(cents)) {
      double off = cents - Math.rint(cents / SEMITONE) * SEMITONE;
      desk.change(z -> z.withTuning(z.rootKey(), z.tuneCents() - off), null);
    }
  }

  void look() {
    EditedZone zone = desk.zone();
    root.follow(zone.rootKey());
    level.follow(PresetNumbers.dB(zone.sound().gain()));
    fine.follow(zone.tuneCents());
    if (zone.sample().equals(measured)) {
      showPitch();
    } else {
      tune.setEnabled(false);
      later.restart();
    }
  }

  private void showPitch() {
    double cents = soundsCents();
    tune.setEnabled(!Double.isNaN(cents));
    if (Double.isNaN(cents)) {
      heard.setText("No clear pitch");
      return;
    }
    int note = (int) Math.rint(cents / SEMITONE);
    heard.setText(
        String.format(
            Locale.ROOT, "Sounds %s %+.1f ct", KeyName.of(A4 + note), cents - note * SEMITONE));
  }
}
