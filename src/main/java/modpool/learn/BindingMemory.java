package modpool.learn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import modpool.io.file.ConfigFolder;
import modpool.io.file.JsonMemory;
import modpool.io.file.OutputException;

/// What is bound, from one start to the next: `controllers.json` in the user's config folder.
public final class BindingMemory {
  private final JsonMemory file;

  public BindingMemory(JsonMemory file) {
    this.file = file;
  }

  /// This user's.
  public static BindingMemory ofUser() {
    return new BindingMemory(
        new JsonMemory(ConfigFolder.file("controllers.json"), "no controller is learned"));
  }

  /// @param say takes a line when the file is broken, it has been set aside then; and one when it
  ///   binds what cannot be bound
  public Bindings read(Consumer<String> say) {
    return Bindings.of(
        file.read(say), why -> say.accept("%s: left out: %s".formatted(file.file(), why)));
  }

  /// @param say takes a line when it cannot be kept
  public void write(Bindings bindings, Consumer<String> say) {
    try {
      ObjectNode root = file.read(say);
      bindings.into(root);
      file.write(root);
    } catch (OutputException e) {
      say.accept(e.getMessage());
    }
  }
}
