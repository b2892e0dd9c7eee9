package modpool.io.midi;

/// How a MIDI input stands, as of the last look.
///
/// @param name as people know it
public record InputState(String name, Kind kind) {
  /// What may be said of an input.
  public enum Kind {
    /// Its messages are played.
    OPEN("open"),
    /// It is there and wanted, and somebody else holds it; it is tried again.
    REFUSED("held by another program; trying again"),
    /// It is there, and nobody asked for it.
    UNWANTED("not asked for (--midi)"),
    /// It was open; it comes back by its name.
    GONE("unplugged; it comes back by itself");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}
