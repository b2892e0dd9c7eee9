package modpool.worklet;

import java.util.ArrayList;
import java.util.List;

/// The voices that the pool has lent to an instrument: one or more ranges. Immutable; says nothing
/// of what is played on them. A range never crosses an engine, unless it spans whole engines.
///
/// @param instrumentId to whom
/// @param ranges in the order of the instrument's local voices
public record VoiceAllocation(String instrumentId, List<Range> ranges) {

  /// Neighbouring voices of one worklet.
  ///
  /// @param workletIndex the worklet's number in the pool
  /// @param worklet the worklet itself
  /// @param firstVoice 0-15
  /// @param voices how many
  public record Range(int workletIndex, Worklet worklet, int firstVoice, int voices) {

    /// The last voice's number.
    public int lastVoice() {
      return firstVoice + voices - 1;
    }

    /// A bit per voice.
    int mask() {
      return (1 << voices) - 1 << firstVoice;
    }

    /// `4-7`, or `4` for a single voice.
    public String voicesText() {
      return voices == 1 ? "" + firstVoice : firstVoice + "-" + lastVoice();
    }
  }

  public VoiceAllocation {
    ranges = List.copyOf(ranges);
  }

  /// Voices in all ranges.
  public int voiceCount() {
    return ranges.stream().mapToInt(Range::voices).sum();
  }

  /// The local voices one by one: local voice `i` is the `i`-th of the ranges, in their order.
  public Placement placement() {
    List<Placement.Place> places = new ArrayList<>();
    for (Range range : ranges) {
      for (int voice = range.firstVoice(); voice <= range.lastVoice(); voice++) {
        places.add(new Placement.Place(range.worklet(), voice));
      }
    }
    return Placement.of(places);
  }
}
