package modpool.cli;

/// A list of channels as people write it: `1,3,10`, numbered from 1.
final class ChannelList {
  private ChannelList() {}

  /// A bit per channel.
  ///
  /// @throws IllegalArgumentException for anything else than numbers from 1 to 16
  static int parse(String text) {
    int mask = 0;
    for (String part : text.split(",")) {
      try {
        int channel = Integer.parseInt(part.strip());
        if (channel < 1 || channel > 16) {
          throw new IllegalArgumentException("channel must be 1-16: " + channel);
        }
        mask |= 1 << channel - 1;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "channels are numbers like 1,3,10, not '" + text + "'", e);
      }
    }
    return mask;
  }
}
