package modpool.learn;

/// Soft takeover: a knob that stands elsewhere than its control moves it only once it has come to
/// where the control is, so that nothing jumps. From then on it leads, until the control is moved
/// by somebody else.
public final class Takeover {
  private static final int CLOSE = 2;
  private static final int UNKNOWN = -1;

  /// So long the control may not yet have heard of the last move.
  private static final long HEARING_MS = 250;

  private int last = UNKNOWN; // where the knob was
  private boolean leads;
  private int given; // to the control last
  private long givenAt;

  /// The knob has been moved.
  ///
  /// @param value 0-127
  /// @param reached where the control will stand once it has followed, as near as it can be told
  /// @param current where the control stands
  /// @param nowMs any clock that goes on
  /// @return whether the control is to follow
  public boolean move(int value, int reached, int current, long nowMs) {
    boolean heard = current == given || nowMs - givenAt < HEARING_MS;
    leads = leads && heard || comesTo(value, current);
    last = value;
    if (leads) {
      given = reached;
      givenAt = nowMs;
    }
    return leads;
  }

  private boolean comesTo(int value, int current) {
    boolean crosses =
        last != UNKNOWN
            && (last <= current && current <= value || value <= current && current <= last);
    return crosses || Math.abs(value - current) <= CLOSE;
  }
}
