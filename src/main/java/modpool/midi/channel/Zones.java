package modpool.midi.channel;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;
import modpool.midi.controller.ParameterNumbers;

/// The two zones of MIDI Polyphonic Expression (MMA RP-053): a lead channel whose program and
/// controllers its member channels share, each of which has its own wheel, pressure and brightness
/// for the notes on it. The lower zone's lead is channel 1, its members go up from there; the upper
/// one's is channel 16, its members go down.
@RenderThread
final class Zones {
  private static final int LOWER = 0;
  private static final int UPPER = Channels.COUNT - 1;
  private static final int MOST_IN_TWO = Channels.COUNT - 2;
  private static final int LEAD_BEND_SEMITONES = 2;

  private final ChannelState[] channels;
  private int lower;
  private int upper;

  Zones(ChannelState[] channels) {
    this.channels = channels;
  }

  /// Gives a zone another number of members; 0 ends it. What the other zone then lacks it loses.
  ///
  /// @param lead ignored unless it is channel 1 or 16
  void configure(int lead, int members) {
    if (lead == LOWER) {
      lower = members;
      upper = Math.min(upper, mostBeside(members));
    } else if (lead == UPPER) {
      upper = members;
      lower = Math.min(lower, mostBeside(members));
    } else {
      return;
    }
    for (int number = 0; number < Channels.COUNT; number++) {
      ChannelState next = leadOf(number);
      if (next != channels[number].lead() || next == channels[lead]) {
        channels[number].releaseAll();
        channels[number].rest();
        channels[number].setBendSemitones(
            next == channels[number]
                ? LEAD_BEND_SEMITONES
                : ParameterNumbers.MEMBER_BEND_SEMITONES);
      }
    }
    regroup();
  }

  /// Hands the zones to an imprint, or takes them from there: at most 15 members, 14 of two zones.
  void pass(Imprint state) {
    lower = state.pass("lowerZone", 0, UPPER, lower);
    upper = Math.min(state.pass("upperZone", 0, UPPER, upper), mostBeside(lower));
    regroup();
  }

  /// How many members one zone has room for beside the other; alone it has that one's lead, too.
  private static int mostBeside(int members) {
    return members == 0 ? UPPER : Math.max(0, MOST_IN_TWO - members);
  }

  /// No zones: every channel is its own.
  void clear() {
    lower = 0;
    upper = 0;
    regroup();
  }

  /// What a zone's lead has, its members have.
  ///
  /// @param flags a bit for each channel
  int zoneWide(int flags) {
    int all = flags;
    for (int number = 1; number <= lower; number++) {
      all = all & ~(1 << number) | (flags & 1) << number;
    }
    for (int number = UPPER - upper; number < UPPER; number++) {
      all = all & ~(1 << number) | (flags >> UPPER & 1) << number;
    }
    return all;
  }

  private void regroup() {
    for (ChannelState channel : channels) {
      channel.clearMembers();
    }
    for (int number = 0; number < Channels.COUNT; number++) {
      ChannelState lead = leadOf(number);
      if (lead != channels[number]) {
        lead.addMember(channels[number]);
      }
      channels[number].follow(lead);
    }
  }

  private ChannelState leadOf(int number) {
    if (lower > 0 && number <= lower) {
      return channels[LOWER];
    }
    return number >= UPPER - upper ? channels[UPPER] : channels[number];
  }
}
