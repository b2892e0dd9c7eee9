package modpool.patch.gravis;

/// How a patch is to be played beside what it says itself: the options of a line in a
/// configuration.
///
/// @param gain linear; NaN for as loud as its waves can be, which is what TiMidity makes of a line
///   without `amp`
/// @param note the key that all keys sound as, -1 for each its own
/// @param pan -1 left to 1 right, NaN for what the patch says
/// @param loop whether loops are played
/// @param envelope whether envelopes are
record Treatment(double gain, int note, double pan, Part loop, Part envelope) {
  /// Whether a part of a patch is played.
  enum Part {
    /// Yes, whatever is usual.
    KEEP,
    /// No.
    STRIP,
    /// Where it makes sense.
    USUAL
  }

  /// A patch on its own.
  static final Treatment NONE = new Treatment(1, -1, Double.NaN, Part.USUAL, Part.USUAL);

  /// Whether loops are played.
  boolean loops() {
    return loop != Part.STRIP;
  }

  /// The same with all keys sounding as one.
  Treatment withNote(int key) {
    return new Treatment(gain, key, pan, loop, envelope);
  }
}
