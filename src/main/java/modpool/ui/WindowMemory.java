package modpool.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import modpool.io.file.ConfigFolder;
import modpool.io.file.JsonMemory;
import modpool.io.file.OutputException;

/// The window's settings and their file, `window.json` in the user's config folder. Read and
/// written by the session's thread; changed by the event thread.
final class WindowMemory {
  private final JsonMemory file;
  private final AtomicReference<WindowSettings> changed = new AtomicReference<>();
  private final AtomicReference<WindowSettings> settings = new AtomicReference<>();

  WindowMemory(JsonMemory file) {
    this.file = file;
  }

  static WindowMemory ofUser() {
    return new WindowMemory(
        new JsonMemory(ConfigFolder.file("window.json"), "the window looks as it did at first"));
  }

  /// @param say takes a line when the file is broken
  WindowSettings read(Consumer<String> say) {
    settings.set(WindowSettings.of(file.read(say)));
    return settings.get();
  }

  /// As they are now.
  WindowSettings settings() {
    return settings.get();
  }

  /// To be kept at the next [#keep].
  void change(WindowSettings next) {
    settings.set(next);
    changed.set(next);
  }

  /// Writes what has changed.
  ///
  /// @param say takes a line when that fails
  void keep(Consumer<String> say) {
    WindowSettings next = changed.getAndSet(null);
    if (next == null) {
      return;
    }
    try {
      ObjectNode root = file.read(say);
      next.into(root);
      file.write(root);
    } catch (OutputException e) {
      say.accept(e.getMessage());
    }
  }
}
