package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.dsp.FilterTable;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.patch.Sound;

/// What all engines of one renderer have in common. Immutable.
///
/// @param rate output frames per second
/// @param interpolation how samples are read of whose sound nothing else is said
/// @param filterTable coefficients at that rate
/// @param fade the shape of a cut at that rate
public record EngineSettings(
    int rate, Interpolation interpolation, FilterTable filterTable, Fade fade) {

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

  /// How a sound's samples are read: as it says, or else as all. An Amiga reads everything in its
  /// own way.
  @RenderThread
  public Interpolation interpolationOf(Sound sound) {
    Interpolation own = sound.interpolation();
    return own == null || interpolation == Interpolation.STEPS ? interpolation : own;
  }
}
