package modpool.worklet;

import modpool.dsp.Fade;
import modpool.dsp.FilterTable;
import modpool.dsp.Interpolation;

/// What all engines of one renderer have in common. Immutable.
///
/// @param rate output frames per second
/// @param interpolation how samples are read
/// @param filterTable coefficients at that rate
/// @param fade the shape of a cut at that rate
public record EngineSettings(
    int rate, Interpolation interpolation, FilterTable filterTable, Fade fade) {

  public static EngineSettings of(int rate, Interpolation interpolation) {
    return new EngineSettings(rate, interpolation, new FilterTable(rate), new Fade(rate));
  }
}
