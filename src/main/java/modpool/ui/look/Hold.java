package modpool.ui.look;

import java.util.function.LongSupplier;

/// Lets a control stay where hands have set it until what it follows has heard of that: a line
/// takes its time to the session, and an event to its block.
public final class Hold {
  private static final long NANOS = 400_000_000;

  private final LongSupplier clock; // of nanoseconds
  private long until;
  private final Following following = new Following();

  public Hold() {
    this(System::nanoTime);
  }

  Hold(LongSupplier clock) {
    this.clock = clock;
    end();
  }

  /// The control was set to something else: unless [#follow] did it, it is held from now on.
  ///
  /// @return whether it was set by hand
  public boolean begin() {
    if (!following.isOn()) {
      until = clock.getAsLong() + NANOS;
    }
    return !following.isOn();
  }

  /// It is not held any more: it is another thing's now.
  public void end() {
    until = clock.getAsLong();
  }

  public boolean isOn() {
    return clock.getAsLong() - until < 0;
  }

  /// Sets the control to how things stand, held or not.
  public void follow(Runnable set) {
    following.run(set);
  }
}
