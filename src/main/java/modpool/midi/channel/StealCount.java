package modpool.midi.channel;

import modpool.bridge.Meters;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.bridge.StealReason;
import modpool.instrument.StealListener;

/// Counts the voices that are taken from a channel's notes, and tells control of each.
@RenderThread
final class StealCount implements StealListener {
  private final int channel;
  private final Meters meters;
  private final Notices notices;

  StealCount(int channel, Meters meters, Notices notices) {
    this.channel = channel;
    this.meters = meters;
    this.notices = notices;
  }

  @Override
  public void stolen(StealReason reason, int key) {
    meters.countSteal(channel, reason);
    notices.offer(Notices.STEAL, channel, key);
  }
}
