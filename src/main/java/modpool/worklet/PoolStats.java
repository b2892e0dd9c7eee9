package modpool.worklet;

import java.util.List;

/// A picture of the pool's books.
///
/// @param workletCount worklets that exist
/// @param totalVoices 16 for each
/// @param allocatedVoices lent to instruments
/// @param freeVoices ready to be lent; voices that the renderer has yet to let go of are neither
/// @param allocations a row per range, in the order of allocation
public record PoolStats(
    int workletCount, int totalVoices, int allocatedVoices, int freeVoices, List<Row> allocations) {

  /// One range.
  ///
  /// @param voices as text, `4-7`
  /// @param firstLocalVoice the instrument's number of the range's first voice
  public record Row(String instrumentId, int workletIndex, String voices, int firstLocalVoice) {}

  public PoolStats {
    allocations = List.copyOf(allocations);
  }
}
