package modpool.ui.editor;

/// Which frames of a waveform lie at which pixels of a pane. Immutable.
///
/// @param first frame at the left edge
/// @param framesPerPixel how much is drawn into a pixel
/// @param width of the pane
/// @param length of the waveform
record WaveScale(double first, double framesPerPixel, int width, int length) {
  private static final double CLOSEST = 1 / 32.0; // frames per pixel

  WaveScale {
    double whole = (double) length / Math.max(1, width);
    framesPerPixel = Math.clamp(framesPerPixel, Math.min(CLOSEST, whole), whole);
    first = Math.clamp(first, 0, Math.max(0, length - framesPerPixel * width));
  }

  /// All of a waveform.
  static WaveScale whole(int width, int length) {
    return new WaveScale(0, Double.MAX_VALUE, width, length);
  }

  double x(double frame) {
    return (frame - first) / framesPerPixel;
  }

  /// The nearest frame.
  int frame(double x) {
    return (int) Math.clamp(Math.round(first + x * framesPerPixel), 0L, length);
  }

  /// How many frames are seen.
  double seen() {
    return framesPerPixel * width;
  }

  /// Closer (above 1) or farther, with the frame at a pixel staying there.
  WaveScale zoomed(double factor, double aroundX) {
    double fixed = first + aroundX * framesPerPixel;
    WaveScale next = new WaveScale(first, framesPerPixel / factor, width, length);
    return next.at(fixed - aroundX * next.framesPerPixel);
  }

  /// The same from another frame on.
  WaveScale at(double frame) {
    return new WaveScale(frame, framesPerPixel, width, length);
  }

  /// Whether a frame lies in the pane, or at its edge.
  boolean shows(int frame) {
    return x(frame) > -1 && x(frame) < width + 1;
  }

  /// The same with a frame in its middle, as far as there is something on both sides.
  WaveScale about(int frame) {
    return at(frame - seen() / 2);
  }

  /// These frames and a little around them.
  WaveScale around(int from, int to) {
    double room = (to - from) * 0.05;
    return new WaveScale(from - room, (to - from + 2 * room) / Math.max(1, width), width, length);
  }

  /// For another pane or waveform; all that was seen stays so.
  WaveScale fitted(int nextWidth, int nextLength) {
    if (nextWidth == width && nextLength == length) {
      return this;
    }
    boolean all = seen() > length - 0.5; // as one pixel's share times their number is rounded
    return all
        ? whole(nextWidth, nextLength)
        : new WaveScale(first, seen() / Math.max(1, nextWidth), nextWidth, nextLength);
  }
}
