package modpool.ui.keys;

import java.awt.Rectangle;

/// Where the keys of a piano lie in a rectangle, in whole pixels: sharp edges, and no smoothing to
/// be drawn with. Pure.
///
/// @param first the lowest key, a white one
/// @param last the highest, likewise
record PianoLayout(int first, int last, int width, int height) {
  private static final int OCTAVE = 12;
  private static final int WHITES = 7; // of an octave
  private static final double BLACK_WIDTH = 0.6; // of a white key
  private static final double BLACK_HEIGHT = 0.62;
  private static final int SOFTEST = 30;
  private static final int LOUDEST = 127;

  static boolean isBlack(int key) {
    return switch (key % OCTAVE) {
      case 1, 3, 6, 8, 10 -> true;
      default -> false;
    };
  }

  /// White keys below a key.
  private static int whitesBelow(int key) {
    int whites = 0;
    for (int semitone = 0; semitone < key % OCTAVE; semitone++) {
      whites += isBlack(semitone) ? 0 : 1;
    }
    return key / OCTAVE * WHITES + whites;
  }

  private double whiteWidth() {
    return (double) width / (whitesBelow(last) - whitesBelow(first) + 1);
  }

  /// Where the nth white key begins.
  private int left(int white) {
    return (int) Math.round(white * whiteWidth());
  }

  /// What a key covers; a black one lies on its neighbours.
  Rectangle bounds(int key) {
    int white = whitesBelow(key) - whitesBelow(first);
    int left = left(white);
    if (isBlack(key)) {
      int wide = (int) Math.round(whiteWidth() * BLACK_WIDTH);
      return new Rectangle(left - wide / 2, 0, wide, (int) Math.round(height * BLACK_HEIGHT));
    }
    return new Rectangle(left, 0, left(white + 1) - left, height);
  }

  /// The key at a place, or -1.
  int keyAt(int x, int y) {
    if (x < 0 || x >= width || y < 0 || y >= height) {
      return -1;
    }
    int white = -1;
    for (int key = first; key <= last; key++) {
      if (bounds(key).contains(x, y)) {
        if (isBlack(key)) {
          return key;
        }
        white = key;
      }
    }
    return white;
  }

  /// How hard a key is struck there: the nearer to its lower end, the harder.
  int velocityAt(int key, int y) {
    double part = Math.clamp((double) y / bounds(key).height, 0.0, 1.0);
    return (int) Math.round(SOFTEST + (LOUDEST - SOFTEST) * part);
  }
}
