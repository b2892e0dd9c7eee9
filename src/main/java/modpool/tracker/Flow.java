package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.module.Module;
import modpool.module.Pattern;

/// Where a song is, where it goes next, and how fast.
///
/// `order` and `row` are those to be read next: like ProTracker's, they move on as soon as a row
/// has been read.
@RenderThread
final class Flow {
  private static final int MAX_ORDERS = 128;
  private static final int INITIAL_SPEED = 6;

  private final Pattern[] patterns; // by order
  private final int restart;

  int order;
  int row;
  int readOrder; // of the present row
  int readRow;
  int tick;
  int speed = INITIAL_SPEED;
  int tempo;
  int nextTempo; // 0: no change
  boolean stopped;
  boolean wrapped; // past the last order, to the first row of the one that follows
  boolean filterOn;

  private int breakRow;
  private boolean loops;
  private boolean jumps;
  private int delay;
  private int delayLeft;

  Flow(Module song, FormatProfile profile) {
    patterns = new Pattern[song.orders().size()];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = song.patternAt(i);
    }
    restart = profile.usesRestart() ? song.restart() : 0;
    tempo = song.tempo();
    tick = speed - 1; // so the first tick reads a row
  }

  int orders() {
    return patterns.length;
  }

  /// Begins the next row.
  Pattern beginRow() {
    readOrder = order;
    readRow = row;
    return patterns[order];
  }

  /// Whether the next tick reads a row.
  boolean isRowNext() {
    return tick + 1 >= speed && delayLeft == 0;
  }

  void setSpeed(int ticks) {
    speed = ticks;
    tick = 0;
  }

  /// Effect B. A jump cancels the row of a break before it in the same row.
  void jumpTo(int target) {
    order = target - 1;
    breakRow = 0;
    jumps = true;
  }

  /// Effect D.
  void breakTo(int target) {
    breakRow = target < Pattern.MOD_ROWS ? target : 0;
    jumps = true;
  }

  /// Effect E6. ProTracker bug, kept: it shares its row with the break, so a break with it in one
  /// row goes wherever the later track says.
  void loopTo(int target) {
    breakRow = target;
    loops = true;
  }

  /// Effect EE. What counts is the last in a row, and none while a delay is going on.
  void delayBy(int rows) {
    if (delayLeft == 0) {
      delay = rows + 1;
    }
  }

  /// Moves on once a row has been read or repeated.
  void endRow() {
    row++;
    if (delay > 0) {
      delayLeft = delay;
      delay = 0;
    }
    if (delayLeft > 0) {
      delayLeft--;
      if (delayLeft > 0) {
        row--;
      }
    }
    // ProTracker bug, kept: all of this happens at every repetition of a delayed row, so a break in
    // one moves on a row too far.
    if (loops) {
      row = breakRow;
      breakRow = 0;
      loops = false;
    }
    if (row >= Pattern.MOD_ROWS) {
      nextOrder();
    }
    if (jumps) {
      nextOrder();
    }
  }

  private void nextOrder() {
    row = breakRow;
    breakRow = 0;
    jumps = false;
    order = order + 1 & MAX_ORDERS - 1;
    if (order >= patterns.length) {
      order = restart;
      wrapped = row == 0;
    }
  }
}
