package modpool.ui.editor;

import java.util.function.BiFunction;
import java.util.function.Function;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.edit.MacroAmounts;
import modpool.patch.MacroRoute.Target;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Scale;
import modpool.ui.editor.desk.SoundGroup;
import modpool.ui.editor.desk.Unit;

/// The groups of controls for what a sound is, but for its level and tuning.
final class SoundControls {
  private static final Scale TIME = Scale.up(5_000).within(0, Sound.MOST_MS);
  private static final Scale TO_PITCH =
      Scale.both(1_200).within(-Sound.MOST_CENTS, Sound.MOST_CENTS);
  private static final Scale TO_CUTOFF = Scale.both(Sound.MOST_CENTS);
  private static final Scale TO_LEVEL =
      Scale.both(24).within(-Sound.MOST_SWING_DB, Sound.MOST_SWING_DB);
  private static final Scale BY_KEY =
      Scale.even(-200, 200).within(-Sound.MOST_CENTS, Sound.MOST_CENTS);

  private SoundControls() {}

  /// How keys play it, and how its sample is read.
  static SoundGroup playing(EditDesk desk) {
    SoundGroup group = new SoundGroup(desk, "Playing");
    group.dial("Pan", Scale.even(-1, 1), Unit.PAN, Sound::pan, (s, v) -> s.with(b -> b.pan(v)));
    group.dial(
        "Velocity",
        Scale.even(0, 1),
        Unit.PERCENT,
        Sound::velocityTracking,
        (s, v) -> s.with(b -> b.velocityTracking(v)));
    group.dial(
        "Pitch by key",
        BY_KEY,
        Unit.CENTS,
        Sound::keyTrackCents,
        (s, v) -> s.with(b -> b.keyTrackCents(v)));
    group
        .dial("Glide", TIME, Unit.MS, Sound::glideMs, (s, v) -> s.with(b -> b.glideMs(v)))
        .zero("none");
    group.flag(
        "Plays to its end",
        "A key-up is ignored, as for a drum; not with a loop",
        zone -> zone.sample().loop() == Loop.NONE,
        Sound::oneShot,
        Sound::withOneShot);
    String[] kinds = {"As the session", "Nearest: gritty", "Linear", "Cubic", "Sinc: clean"};
    group.choice(
        "Interpolation",
        kinds,
        s -> s.interpolation() == null ? 0 : s.interpolation().ordinal() + 1,
        (s, kind) -> s.with(b -> b.interpolation(interpolation(kind))));
    return group;
  }

  private static Interpolation interpolation(int kind) {
    return kind == 0 ? null : Interpolation.values()[kind - 1];
  }

  /// The first oscillator, or the second.
  static SoundGroup oscillator(EditDesk desk, boolean first) {
    SoundGroup group = new SoundGroup(desk, first ? "LFO 1, vibrato" : "LFO 2");
    Function<Sound, Lfo> part = first ? Sound::lfo1 : Sound::lfo2;
    BiFunction<Sound, Lfo, Sound> with =
        first ? Sound::withLfo1 : (s, lfo) -> s.with(b -> b.lfo2(lfo));
    String[] shapes = {"Sine", "Triangle", "Square", "Saw", "Random"};
    group.choice(
        "Shape",
        shapes,
        s -> part.apply(s).shape().ordinal(),
        (s, shape) -> with.apply(s, part.apply(s).withShape(Lfo.Shape.values()[shape])));
    group.dial(
        "Rate",
        Scale.ratio(0.1, 20).within(0.01, 40),
        Unit.HZ,
        s -> part.apply(s).rateHz(),
        (s, v) -> with.apply(s, part.apply(s).withRateHz(v)));
    group.dial(
        "Delay",
        TIME,
        Unit.MS,
        s -> part.apply(s).delayMs(),
        (s, v) -> with.apply(s, part.apply(s).withDelayMs(v)));
    group.dial(
        "Fade-in",
        TIME,
        Unit.MS,
        s -> part.apply(s).fadeMs(),
        (s, v) -> with.apply(s, part.apply(s).withFadeMs(v)));
    group.dial(
        "To pitch",
        TO_PITCH,
        Unit.CENTS,
        s -> part.apply(s).toPitchCents(),
        (s, v) -> with.apply(s, part.apply(s).withToPitchCents(v)));
    group.dial(
        "To cut-off",
        TO_CUTOFF,
        Unit.CENTS,
        s -> part.apply(s).toCutoffCents(),
        (s, v) -> with.apply(s, part.apply(s).withToCutoffCents(v)));
    group.dial(
        "To level",
        TO_LEVEL,
        Unit.DB,
        s -> part.apply(s).toGainDb(),
        (s, v) -> with.apply(s, part.apply(s).withToGainDb(v)));
    return group;
  }

  /// The second envelope, and what it moves.
  static SoundGroup secondEnvelope(EditDesk desk) {
    SoundGroup group = new SoundGroup(desk, "Second envelope");
    EnvelopePane pane =
        new EnvelopePane(
            desk,
            "Second envelope",
            "Second envelope: ",
            Sound::modulation,
            (s, envelope) -> s.with(b -> b.modulation(envelope)));
    group.add(pane, pane::look);
    group.dial(
        "To pitch",
        TO_PITCH,
        Unit.CENTS,
        Sound::modulationToPitchCents,
        (s, v) -> s.with(b -> b.modulationToPitchCents(v)));
    group.dial(
        "To cut-off",
        TO_CUTOFF,
        Unit.CENTS,
        Sound::modulationToCutoffCents,
        (s, v) -> s.with(b -> b.modulationToCutoffCents(v)));
    return group;
  }

  /// The low pass.
  static SoundGroup filter(EditDesk desk) {
    SoundGroup group = new SoundGroup(desk, "Filter");
    group.dial(
        "Cut-off",
        Scale.ratio(20, Filter.OPEN_HZ),
        Unit.HZ,
        s -> s.filter().cutoffHz(),
        (s, v) -> s.withFilter(s.filter().withCutoffHz(v)));
    group.dial(
        "Resonance",
        Scale.even(0, 24),
        Unit.DB,
        s -> s.filter().resonanceDb(),
        (s, v) -> s.withFilter(s.filter().withResonanceDb(v)));
    group.dial(
        "By key",
        BY_KEY,
        Unit.CENTS,
        s -> s.filter().keyTrackCents(),
        (s, v) -> s.withFilter(s.filter().withKeyTrackCents(v)));
    group.dial(
        "By velocity",
        TO_CUTOFF,
        Unit.CENTS,
        s -> s.filter().velocityToCutoffCents(),
        (s, v) -> s.withFilter(s.filter().withVelocityToCutoffCents(v)));
    return group;
  }

  /// What a macro moves when it is fully up.
  ///
  /// @param macro from 0
  static SoundGroup macro(EditDesk desk, int macro) {
    SoundGroup group = new SoundGroup(desk, "Macro %d, CC %d".formatted(macro + 1, macro + 16));
    route(group, macro, "To pitch", Target.PITCH_CENTS, TO_PITCH, Unit.CENTS);
    route(group, macro, "To cut-off", Target.CUTOFF_CENTS, TO_CUTOFF, Unit.CENTS);
    route(group, macro, "To level", Target.GAIN_DB, TO_LEVEL, Unit.DB);
    route(group, macro, "To vibrato", Target.VIBRATO_CENTS, TO_PITCH, Unit.CENTS);
    return group;
  }

  private static void route(
      SoundGroup group, int macro, String name, Target to, Scale scale, Unit unit) {
    group.dial(
        name,
        scale,
        unit,
        s -> MacroAmounts.of(s, macro, to),
        (s, v) -> MacroAmounts.with(s, macro, to, v));
  }
}
