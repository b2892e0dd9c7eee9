package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.dsp.FilterTable;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.patch.Sound;

/// What all engines of one renderer have in common. Immutable.
///
/// Not a record: that would name its parts in a string, and the JVM makes a class's strings on the
/// thread that first has a method of it compiled, which here may be the one that renders.
public final class EngineSettings {
  private final int rate;
  private final Interpolation interpolation;
  private final FilterTable filterTable;
  private final Fade fade;

  private EngineSettings(
      int rate, Interpolation interpolation, FilterTable filterTable, Fade fade) {
    this.rate = rate;
    this.interpolation = interpolation;
    this.filterTable = filterTable;
    this.fade = fade;
  }

  public static EngineSettings of(int rate, Interpolation interpolation) {
    return of(rate, interpolation, Machine.CLEAN);
  }

  /// @param interpolation of a clean machine; an Amiga has its own
  public static EngineSettings of(int rate, Interpolation interpolation, Machine machine) {
    return of(rate, interpolation, machine, machine.isAmiga());
  }

  /// @param cutsHard whether what is cut ends as in an Amiga, whatever the machine
  public static EngineSettings of(
      int rate, Interpolation interpolation, Machine machine, boolean cutsHard) {
    return new EngineSettings(
        rate,
        machine.isAmiga() ? Interpolation.STEPS : interpolation,
        new FilterTable(rate),
        new Fade(rate, cutsHard ? Machine.A500.cutSeconds() : machine.cutSeconds()));
  }

  /// Output frames per second.
  @RenderThread
  public int rate() {
    return rate;
  }

  /// How samples are read of whose sound nothing else is said.
  @RenderThread
  public Interpolation interpolation() {
    return interpolation;
  }

  /// Coefficients at that rate.
  @RenderThread
  public FilterTable filterTable() {
    return filterTable;
  }

  /// The shape of a cut at that rate.
  @RenderThread
  public Fade fade() {
    return fade;
  }

  /// How a sound's samples are read: as it says, or else as all. An Amiga reads everything in its
  /// own way.
  @RenderThread
  public Interpolation interpolationOf(Sound sound) {
    Interpolation own = sound.interpolation();
    return own == null || interpolation == Interpolation.STEPS ? interpolation : own;
  }
}
