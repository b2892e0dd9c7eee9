package modpool.ui.editor.desk;

import java.util.function.LongSupplier;

/// What belongs together as one step of the history: a drag, or a row of key presses without a
/// pause.
public final class Gesture {
  private static final long PAUSE_NANOS = 700_000_000;

  private final LongSupplier clock; // of nanoseconds
  private Object current = new Object();
  private boolean dragging;
  private long last;

  public Gesture() {
    this(System::nanoTime);
  }

  Gesture(LongSupplier clock) {
    this.clock = clock;
  }

  /// A drag begins.
  public void begin() {
    current = new Object();
    dragging = true;
  }

  /// The drag, or the row, has ended.
  public void end() {
    current = new Object();
    dragging = false;
  }

  /// What a movement of this moment belongs to.
  public Object now() {
    long nanos = clock.getAsLong();
    if (!dragging && nanos - last > PAUSE_NANOS) {
      current = new Object();
    }
    last = nanos;
    return current;
  }
}
