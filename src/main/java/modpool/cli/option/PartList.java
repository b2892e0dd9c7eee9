package modpool.cli.option;

/// A list of channels or tracks as people write it: `1,3,10`, numbered from 1.
public final class PartList {
  /// Most parts there can be.
  public static final int MOST = 32;

  private PartList() {}

  /// A bit per part.
  ///
  /// @throws IllegalArgumentException for anything else than numbers from 1 to [#MOST]
  public static long parse(String text) {
    long mask = 0;
    for (String word : text.split(",")) {
      try {
        int part = Integer.parseInt(word.strip());
        if (part < 1 || part > MOST) {
          throw new IllegalArgumentException("channels and tracks are 1-" + MOST + ": " + part);
        }
        mask |= 1L << part - 1;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "channels and tracks are numbers like 1,3,10, not '" + text + "'", e);
      }
    }
    return mask;
  }
}
