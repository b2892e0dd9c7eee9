package modpool.io.file;

import java.io.IOException;
import java.nio.file.Path;

/// What is not to outlive the program.
public final class AtExit {
  private AtExit() {}

  /// Has something removed when the program ends, whatever it is doing then, but after what it
  /// wants to finish; the last that was named goes first, a folder only if it is empty. Best asked
  /// before it is made. Java remembers the name until then: some bytes for each.
  ///
  /// @throws IOException when the program is ending already
  public static void remove(Path path) throws IOException {
    try {
      path.toFile().deleteOnExit();
    } catch (IllegalStateException e) {
      throw new IOException("the program is ending", e);
    }
  }
}
