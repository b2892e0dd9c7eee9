package modpool.session.song;

import modpool.control.Control;

/// Which MIDI channels are muted and soloed by hand.
public final class ChannelMutes extends PartMutes {
  private static final int CHANNELS = 16;

  public ChannelMutes(Control control) {
    super("channels", CHANNELS, control.desk()::mute);
  }
}
