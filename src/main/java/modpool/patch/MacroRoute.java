package modpool.patch;

/// What one of a patch's four macro controls (CC 16-19) moves.
///
/// @param macro 0..3
/// @param to what it moves
/// @param amount deviation at full macro, in the unit of `to`
public record MacroRoute(int macro, Target to, double amount) {

  /// How many macros an instrument has.
  public static final int MACROS = 4;

  /// What a macro can move; the unit is in the name.
  public enum Target {
    PITCH_CENTS,
    CUTOFF_CENTS,
    GAIN_DB,
    VIBRATO_CENTS
  }
}
