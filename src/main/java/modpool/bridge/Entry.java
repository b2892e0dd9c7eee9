package modpool.bridge;

import java.util.concurrent.atomic.AtomicBoolean;

/// Lets one thread in at a time and sends others away without waiting: two outputs that called the
/// renderer at once, by mistake, would tear every voice.
public final class Entry {
  private final AtomicBoolean taken = new AtomicBoolean();

  /// @return false when somebody is inside
  @RenderThread
  public boolean enter() {
    return taken.compareAndSet(false, true);
  }

  @RenderThread
  public void leave() {
    taken.setRelease(false);
  }
}
