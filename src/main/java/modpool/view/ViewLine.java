package modpool.view;

/// A line of the view.
///
/// @param text no longer than the view is wide
/// @param look how a terminal that can sets it off
public record ViewLine(String text, Look look) {
  /// Ways to set a line off.
  public enum Look {
    PLAIN,
    TITLE,
    /// The row that plays.
    CURRENT,
    DIM
  }

  static ViewLine plain(String text) {
    return new ViewLine(text, Look.PLAIN);
  }

  static ViewLine dim(String text) {
    return new ViewLine(text, Look.DIM);
  }

  ViewLine cutTo(int width) {
    return text.length() <= width ? this : new ViewLine(text.substring(0, width), look);
  }
}
