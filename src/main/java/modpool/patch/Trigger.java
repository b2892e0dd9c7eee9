package modpool.patch;

/// When a zone sounds: at which keys, at which velocities, in which turn of a round robin; beside
/// which other layers; and who ends whom.
///
/// @param lowKey first key, 0..127
/// @param highKey last key, inclusive
/// @param lowVelocity softest key press, 1..127
/// @param highVelocity hardest key press, inclusive
/// @param layer 0..3: zones of different layers sound together, each on a voice of its own
/// @param turn which of the turns is this zone's, 0 to `turns` - 1
/// @param turns a key press is answered by each turn once, then by the first again; 1 for no round
///   robin
/// @param chokes beginning, the zone ends what sounds and is choked by this number; 0 for nothing
/// @param chokedBy what ends this zone with the shortest fade; 0 for nothing
public record Trigger(
    int lowKey,
    int highKey,
    int lowVelocity,
    int highVelocity,
    int layer,
    int turn,
    int turns,
    int chokes,
    int chokedBy) {

  /// Layers that one key press can sound: as many as an instrument has voices for certain.
  public static final int LAYERS = 4;

  /// Most turns of a round robin.
  public static final int MAX_TURNS = 64;

  /// Highest number of a choke group; 0 is none.
  public static final int MAX_CHOKE = 127;

  private static final int KEYS = 128;

  public Trigger {
    if (lowKey < 0 || highKey >= KEYS || lowKey > highKey) {
      throw new IllegalArgumentException("keys must rise within 0-127: " + lowKey + "-" + highKey);
    }
    if (lowVelocity < 1 || highVelocity > 127 || lowVelocity > highVelocity) {
      throw new IllegalArgumentException(
          "velocities must rise within 1-127: " + lowVelocity + "-" + highVelocity);
    }
    if (layer < 0 || layer >= LAYERS) {
      throw new IllegalArgumentException("layer must be 0-3: " + layer);
    }
    if (turns < 1 || turns > MAX_TURNS || turn < 0 || turn >= turns) {
      throw new IllegalArgumentException("there is no turn " + (turn + 1) + " of " + turns);
    }
    if (chokes < 0 || chokes > MAX_CHOKE || chokedBy < 0 || chokedBy > MAX_CHOKE) {
      throw new IllegalArgumentException("choke groups are 1-127: " + chokes + ", " + chokedBy);
    }
  }

  /// A range of keys at any velocity, at each press.
  public static Trigger keys(int low, int high) {
    return new Trigger(low, high, 1, 127, 0, 0, 1, 0, 0);
  }

  /// The same at other keys.
  public Trigger atKeys(int low, int high) {
    return new Trigger(low, high, lowVelocity, highVelocity, layer, turn, turns, chokes, chokedBy);
  }

  /// True when a key is one of its keys.
  public boolean hasKey(int key) {
    return lowKey <= key && key <= highKey;
  }

  /// The same for these velocities only.
  public Trigger velocities(int low, int high) {
    return new Trigger(lowKey, highKey, low, high, layer, turn, turns, chokes, chokedBy);
  }

  /// The same in another layer, 0..3.
  public Trigger inLayer(int other) {
    return new Trigger(
        lowKey, highKey, lowVelocity, highVelocity, other, turn, turns, chokes, chokedBy);
  }

  /// The same in one turn of a round robin only.
  ///
  /// @param which 0 to `of` - 1
  public Trigger inTurn(int which, int of) {
    return new Trigger(
        lowKey, highKey, lowVelocity, highVelocity, layer, which, of, chokes, chokedBy);
  }

  /// The same, ending others and ended by others.
  public Trigger choking(int others, int by) {
    return new Trigger(lowKey, highKey, lowVelocity, highVelocity, layer, turn, turns, others, by);
  }

  /// True when the zone answers a key's press number `count`, counted from 0.
  public boolean isDue(int count) {
    return turns == 1 || count % turns == turn;
  }

  /// True when some press of some key sounds both, whatever their layers.
  public boolean meets(Trigger other) {
    return lowKey <= other.highKey
        && other.lowKey <= highKey
        && lowVelocity <= other.highVelocity
        && other.lowVelocity <= highVelocity
        && (turn - other.turn) % greatestDivisor(turns, other.turns) == 0;
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}
