package modpool.recall;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.patch.Fields;

/// How a file names another: by its way from its own folder, by its place on this machine, and by
/// its content. So a folder that is moved as a whole keeps together.
///
/// @param file that names others
public record ContentFields(Path file) {
  private static final List<String> KEYS = List.of("file", "at", "sha256");
  private static final int LONGEST_PATH = 4_096;

  /// Names a content.
  public ObjectNode write(Content content) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Path at = content.path().toAbsolutePath().normalize();
    try {
      node.put("file", folder().relativize(at).toString().replace('\\', '/'));
    } catch (IllegalArgumentException e) {
      // On another drive there is no way there.
    }
    return node.put("at", at.toString()).put("sha256", content.sha256());
  }

  /// What is named, wherever it is found: by the way, else at its place.
  ///
  /// @param what it is, for people
  /// @return where it is now, with the hash that it had
  /// @throws BadFileException when it is nowhere, or badly named
  public Content read(Fields node, String what) throws BadFileException {
    node.only(KEYS);
    String sha256 = node.text("sha256");
    if (!sha256.matches("[0-9a-f]{" + Content.HASH_DIGITS + "}")) {
      throw node.bad("has a sha256 that is none");
    }
    List<Path> places = new ArrayList<>();
    for (String key : List.of("file", "at")) {
      if (node.has(key)) {
        places.add(place(node, node.text(key)));
      }
    }
    if (places.isEmpty()) {
      throw node.bad("lacks the key 'file'");
    }
    for (Path place : places) {
      if (Files.exists(place)) {
        return new Content(place, sha256);
      }
    }
    throw new BadFileException(
        file.toString(),
        "needs the " + what + " " + places.getLast() + ", which is not there; put it back");
  }

  private Path place(Fields node, String text) throws BadFileException {
    if (text.isEmpty() || text.length() > LONGEST_PATH || text.matches(".*\\p{Cntrl}.*")) {
      throw node.bad("names no file");
    }
    try {
      return folder().resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw node.bad("names no file that this system could have");
    }
  }

  private Path folder() {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
