package modpool.bridge;

/// The numbers that make up somebody's state, in the order in which their owner passes them: taken
/// from the owner, or given back to one. The same pass does both, so neither can forget a number
/// that the other knows.
///
/// Belongs to one thread at a time; [Imprints] carries it across.
public final class Imprint {
  /// The group of what belongs to no channel.
  public static final int ALL = 0;

  /// Added to the number of a tuning program, from 0, it is a group.
  public static final int TUNINGS = 100;

  /// In place of where a key lies: nobody has tuned it.
  public static final int UNTOUCHED = Integer.MIN_VALUE;

  /// A key lies less than this above or below its place, in 16384ths of a semitone.
  public static final int MOST_DETUNE = 1 << 23;

  private static final int CAPACITY = 1 << 15; // all channels and 128 tunings of 128 keys fit

  private final String[] names = new String[CAPACITY];
  private final int[] groups = new int[CAPACITY];
  private final int[] lows = new int[CAPACITY];
  private final int[] highs = new int[CAPACITY];
  private final int[] values = new int[CAPACITY];
  private int size;
  private int at;
  private int group;
  private boolean gives;

  /// What is passed from now on is kept.
  @RenderThread
  public void take() {
    gives = false;
    size = 0;
    at = 0;
    group = ALL;
  }

  /// What is passed from now on is replaced by what was kept.
  @RenderThread
  public void give() {
    gives = true;
    at = 0;
  }

  /// What follows belongs there: [#ALL], a channel from 1, or [#TUNINGS] and more.
  @RenderThread
  public void group(int number) {
    group = number;
  }

  /// Keeps a number, or has another in its place.
  ///
  /// @param name unique in its group, unless it is a row of numbers
  /// @param low least value it can have
  /// @param high greatest value
  @RenderThread
  public int pass(String name, int low, int high, int value) {
    if (at == CAPACITY) {
      return value;
    }
    int slot = at++;
    if (gives) {
      return slot < size ? values[slot] : value;
    }
    names[slot] = name;
    groups[slot] = group;
    lows[slot] = low;
    highs[slot] = high;
    values[slot] = value;
    size = at;
    return value;
  }

  /// Likewise for a switch.
  @RenderThread
  public boolean pass(String name, boolean on) {
    return pass(name, 0, 1, on ? 1 : 0) != 0;
  }

  /// How many numbers there are.
  public int size() {
    return size;
  }

  public String name(int index) {
    return names[index];
  }

  /// Where a number belongs.
  public int groupOf(int index) {
    return groups[index];
  }

  public int low(int index) {
    return lows[index];
  }

  public int high(int index) {
    return highs[index];
  }

  public int value(int index) {
    return values[index];
  }
}
