package modpool.patch;

/// A range of keys of a patch, with its sample and how that is played.
///
/// @param lowKey first key, 0..127
/// @param highKey last key, inclusive
/// @param sample the waveform
/// @param rootKey the key at which the sample plays at its own rate
/// @param tuneCents fine tuning
/// @param startFrame where in the sample a note begins
/// @param sound how it is played
public record Zone(
    int lowKey,
    int highKey,
    Sample sample,
    int rootKey,
    double tuneCents,
    int startFrame,
    Sound sound) {

  public Zone {
    if (lowKey < 0 || highKey > 127 || lowKey > highKey) {
      throw new IllegalArgumentException("keys must lie in 0-127: " + lowKey + "-" + highKey);
    }
    if (startFrame < 0 || startFrame > sample.length()) {
      throw new IllegalArgumentException("startFrame is outside the sample: " + startFrame);
    }
  }

  /// A sample over all keys.
  public static Zone of(Sample sample, int rootKey, Sound sound) {
    return new Zone(0, 127, sample, rootKey, 0, 0, sound);
  }

  /// Cents between the sample's own rate and this key.
  public double centsAt(int key) {
    return (key - rootKey) * sound.keyTrackCents() + tuneCents;
  }
}
