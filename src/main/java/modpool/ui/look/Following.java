package modpool.ui.look;

/// Tells whether a control is just being set to how things stand, so that it is not taken for moved
/// by hand. It ends however the setting ends. On the event thread.
public final class Following {
  private boolean on;

  /// Whether it is being set so at this moment.
  public boolean isOn() {
    return on;
  }

  /// Sets the control.
  public void run(Runnable set) {
    boolean before = on;
    on = true;
    try {
      set.run();
    } finally {
      on = before;
    }
  }
}
