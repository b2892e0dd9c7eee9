package modpool.ui.editor;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javax.swing.JComboBox;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.patch.Sound;
import modpool.ui.part.QuietLabel;

/// The chosen zone's vibrato and filter.
final class MotionControls {
  private static final double LONGEST_DELAY_MS = 3_000;

  private final EditDesk desk;
  private final Group group = new Group("Vibrato");
  private final JComboBox<String> shape =
      new JComboBox<>(new String[] {"Sine", "Triangle", "Square", "Saw", "Random"});
  private final java.util.List<Runnable> looks = new java.util.ArrayList<>();
  private boolean following;

  MotionControls(EditDesk desk) {
    this.desk = desk;
    shape.getAccessibleContext().setAccessibleName("Shape of the vibrato");
    shape.addActionListener(
        e -> {
          if (!following) {
            Lfo.Shape chosen = Lfo.Shape.values()[shape.getSelectedIndex()];
            desk.changeSound(
                s -> {
                  Lfo l = s.lfo1();
                  return s.withLfo1(
                      new Lfo(
                          chosen,
                          l.rateHz(),
                          l.delayMs(),
                          l.fadeMs(),
                          l.toPitchCents(),
                          l.toCutoffCents(),
                          l.toGainDb()));
                },
                null);
          }
        });
    group.put(new QuietLabel("Shape"), shape);
    put("Depth", 0, 200, false, "%.0f ct", s -> s.lfo1().toPitchCents(), MotionControls::deep);
    put("Rate", 0.1, 20, true, "%.2f Hz", s -> s.lfo1().rateHz(), MotionControls::fast);
    put(
        "Delay",
        0,
        LONGEST_DELAY_MS,
        false,
        "%.0f ms",
        s -> s.lfo1().delayMs(),
        MotionControls::late);
    group.addTitle("Filter");
    put(
        "Cut-off",
        20,
        Filter.OPEN_HZ,
        true,
        "%.0f Hz",
        s -> s.filter().cutoffHz(),
        MotionControls::open);
    put("Resonance", 0, 24, false, "%.1f dB", s -> s.filter().resonanceDb(), MotionControls::sharp);
    put(
        "By key",
        0,
        100,
        false,
        "%.0f ct",
        s -> s.filter().keyTrackCents(),
        MotionControls::tracking);
  }

  private static Sound deep(Sound s, double cents) {
    Lfo l = s.lfo1();
    return s.withLfo1(
        new Lfo(
            l.shape(),
            l.rateHz(),
            l.delayMs(),
            l.fadeMs(),
            cents,
            l.toCutoffCents(),
            l.toGainDb()));
  }

  private static Sound fast(Sound s, double hz) {
    Lfo l = s.lfo1();
    return s.withLfo1(
        new Lfo(
            l.shape(),
            hz,
            l.delayMs(),
            l.fadeMs(),
            l.toPitchCents(),
            l.toCutoffCents(),
            l.toGainDb()));
  }

  private static Sound late(Sound s, double ms) {
    Lfo l = s.lfo1();
    return s.withLfo1(
        new Lfo(
            l.shape(),
            l.rateHz(),
            ms,
            l.fadeMs(),
            l.toPitchCents(),
            l.toCutoffCents(),
            l.toGainDb()));
  }

  private static Sound open(Sound s, double hz) {
    Filter f = s.filter();
    return s.withFilter(
        new Filter(hz, f.resonanceDb(), f.keyTrackCents(), f.velocityToCutoffCents()));
  }

  private static Sound sharp(Sound s, double dB) {
    Filter f = s.filter();
    return s.withFilter(new Filter(f.cutoffHz(), dB, f.keyTrackCents(), f.velocityToCutoffCents()));
  }

  private static Sound tracking(Sound s, double cents) {
    Filter f = s.filter();
    return s.withFilter(
        new Filter(f.cutoffHz(), f.resonanceDb(), cents, f.velocityToCutoffCents()));
  }

  private void put(
      String name,
      double low,
      double high,
      boolean byRatio,
      String format,
      ToDoubleFunction<Sound> now,
      BiFunction<Sound, Double, Sound> with) {
    Dial dial =
        new Dial(
            name,
            low,
            high,
            byRatio,
            value -> String.format(Locale.ROOT, format, value),
            (value, by) -> desk.changeSound(sound -> with.apply(sound, value), by));
    looks.add(() -> dial.follow(now.applyAsDouble(desk.zone().sound())));
    group.put(dial);
  }

  Group group() {
    return group;
  }

  void look() {
    following = true;
    shape.setSelectedIndex(desk.zone().sound().lfo1().shape().ordinal());
    following = false;
    looks.forEach(Runnable::run);
  }
}
