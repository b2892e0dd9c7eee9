package modpool.session;

import java.util.Set;
import java.util.TreeSet;
import modpool.control.Control;

/// Which MIDI channels are muted and soloed by hand. While any is soloed, only soloed ones are
/// heard. For the session's thread.
public final class ChannelMutes {
  private static final int CHANNELS = 16;

  private final Control control;
  private final Set<Integer> muted = new TreeSet<>(); // from 1
  private final Set<Integer> soloed = new TreeSet<>();
  private final Set<Integer> silenced = new TreeSet<>(); // what the instrument was told

  public ChannelMutes(Control control) {
    this.control = control;
  }

  /// Mutes a channel, or lets it be heard again.
  ///
  /// @param channel 1-16
  public void mute(int channel) {
    toggle(muted, channel);
  }

  /// Soloes a channel, or not any more.
  ///
  /// @param channel 1-16
  public void solo(int channel) {
    toggle(soloed, channel);
  }

  private void toggle(Set<Integer> channels, int channel) {
    if (channel < 1 || channel > CHANNELS) {
      throw new IllegalArgumentException("channels are 1-16: " + channel);
    }
    if (!channels.remove(channel)) {
      channels.add(channel);
    }
    tell();
  }

  /// Lets all be heard.
  public void clear() {
    muted.clear();
    soloed.clear();
    tell();
  }

  private void tell() {
    for (int channel = 1; channel <= CHANNELS; channel++) {
      boolean silent = muted.contains(channel) || !soloed.isEmpty() && !soloed.contains(channel);
      if (silent ? silenced.add(channel) : silenced.remove(channel)) {
        control.muteChannel(channel, silent);
      }
    }
  }

  /// Channels from 1.
  public Set<Integer> muted() {
    return Set.copyOf(muted);
  }

  /// Channels from 1.
  public Set<Integer> soloed() {
    return Set.copyOf(soloed);
  }

  /// Channels from 1 that are not heard.
  Set<Integer> silenced() {
    return Set.copyOf(silenced);
  }
}
