package modpool.bridge;

import java.util.concurrent.atomic.AtomicReference;

/// The newest of a series of immutable objects: published with release, read with acquire. One that
/// is overtaken before anybody looks is never seen.
public final class Snapshot<T> {
  private final AtomicReference<T> latest;

  public Snapshot(T first) {
    latest = new AtomicReference<>(first);
  }

  /// Makes a completely built object the newest; its builder must not touch it again.
  public void publish(T next) {
    latest.setRelease(next);
  }

  /// The newest object.
  @RenderThread
  public T latest() {
    return latest.getAcquire();
  }
}
