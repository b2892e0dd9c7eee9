package modpool.io.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/// A small JSON object that is remembered in a file from one start to the next. A file that can't
/// be understood is set aside, and said; one that can't be read is left where it is. Not for the
/// render thread.
public final class JsonMemory {
  private static final int MAX_BYTES = 1 << 16;
  private static final int MOST_ASIDE = 9; // files

  private final Path file;
  private final String consequence;

  /// @param file need not exist, nor its folder; null to remember nothing
  /// @param consequence what happens without it, said when it is broken
  public JsonMemory(Path file, String consequence) {
    this.file = file;
    this.consequence = consequence;
  }

  /// Where it is kept, or null.
  public Path file() {
    return file;
  }

  /// What is remembered; an empty object when there is nothing.
  ///
  /// @param say takes a line when the file is broken
  public ObjectNode read(Consumer<String> say) {
    if (file == null || !Files.exists(file)) {
      return JsonNodeFactory.instance.objectNode();
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (JsonTree.read(InputFile.read(file.toString(), in, MAX_BYTES))
          instanceof ObjectNode root) {
        return root;
      }
      setAside("it is no JSON object", say);
    } catch (JacksonException e) {
      setAside(e.getOriginalMessage(), say);
    } catch (BadFileException e) {
      setAside(e.getMessage(), say);
    } catch (IOException e) {
      String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
      say.accept("%s cannot be read (%s), so %s".formatted(file, reason, consequence));
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private void setAside(String reason, Consumer<String> say) {
    Path aside = aside();
    String what = "%s cannot be understood (%s)".formatted(file, reason.replaceAll("\\R", " "));
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      say.accept(what + "; it is now " + aside.getFileName() + ", and " + consequence);
    } catch (IOException e) {
      say.accept(what + " and cannot be set aside; delete it: " + e.getMessage());
    }
  }

  /// The first name that is free; the last one when none is.
  private Path aside() {
    String name = file.getFileName() + ".broken";
    Path aside = file.resolveSibling(name);
    for (int number = 2; number <= MOST_ASIDE && Files.exists(aside); number++) {
      aside = file.resolveSibling(name + number);
    }
    return aside;
  }

  /// Keeps it for next time.
  ///
  /// @throws OutputException when it cannot be written; what was there is still there
  public void write(ObjectNode root) throws OutputException {
    if (file == null) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ObjectWriter writer = new ObjectMapper().writerWithDefaultPrettyPrinter();
      OutputFile.write(file, writer.writeValueAsBytes(root));
    } catch (IOException e) {
      throw new OutputException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
