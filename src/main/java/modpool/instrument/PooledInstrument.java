package modpool.instrument;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import modpool.worklet.VoiceAllocation;

/// An instrument on voices that the pool lent it, in worklets that it shares.
public final class PooledInstrument extends WorkletInstrument {
  private static final Logger LOG = System.getLogger(PooledInstrument.class.getName());

  /// @param allocation the pool's; later ones arrive with racks
  public PooledInstrument(VoiceAllocation allocation, int rate) {
    this(allocation, rate, Sharing.NONE);
  }

  PooledInstrument(VoiceAllocation allocation, int rate, Sharing sharing) {
    super(allocation.instrumentId(), allocation.placement(), rate, sharing);
    LOG.log(
        Level.DEBUG,
        "[PooledInstrument] Created with {0} voices (global indices {1})",
        allocation.voiceCount(),
        String.join(
            ", ", allocation.ranges().stream().map(VoiceAllocation.Range::voicesText).toList()));
  }
}
