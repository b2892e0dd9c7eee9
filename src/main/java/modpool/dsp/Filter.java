package modpool.dsp;

/// The description of a voice's two-pole low pass.
///
/// @param cutoffHz 20..[#OPEN_HZ]; the latter means no filter
/// @param resonanceDb height of the peak over a Butterworth response, 0..24
/// @param keyTrackCents cut-off movement per key away from key 60; 100 follows the pitch
/// @param velocityToCutoffCents cut-off movement at velocity 127, in proportion below
public record Filter(
    double cutoffHz, double resonanceDb, double keyTrackCents, double velocityToCutoffCents) {

  /// From here on the filter is out of the path.
  public static final double OPEN_HZ = 20_000;

  /// No filter.
  public static final Filter OPEN = new Filter(OPEN_HZ, 0, 0, 0);

  /// True when nothing could bring the cut-off below [#OPEN_HZ] by the filter's own settings.
  public boolean isOpen() {
    return cutoffHz >= OPEN_HZ && keyTrackCents == 0 && velocityToCutoffCents >= 0;
  }

  public Filter withCutoffHz(double other) {
    return new Filter(other, resonanceDb, keyTrackCents, velocityToCutoffCents);
  }

  public Filter withResonanceDb(double other) {
    return new Filter(cutoffHz, other, keyTrackCents, velocityToCutoffCents);
  }

  public Filter withKeyTrackCents(double other) {
    return new Filter(cutoffHz, resonanceDb, other, velocityToCutoffCents);
  }

  public Filter withVelocityToCutoffCents(double other) {
    return new Filter(cutoffHz, resonanceDb, keyTrackCents, other);
  }
}
