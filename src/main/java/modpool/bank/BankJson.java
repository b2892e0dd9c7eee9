package modpool.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;
import modpool.io.file.JsonTree;
import modpool.patch.Fields;

/// The files of a bank as trees to be changed, whatever is in them kept.
final class BankJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BankJson() {}

  /// A file that is there.
  static ObjectNode read(Path file) throws BadFileException {
    byte[] bytes = InputFile.read(file, Fields.MAX_BYTES);
    try {
      if (JsonTree.read(bytes) instanceof ObjectNode node) {
        return node;
      }
    } catch (IOException e) {
      throw new BadFileException(file.toString(), "is not valid JSON", e);
    }
    throw new BadFileException(file.toString(), "is no bank");
  }

  /// A file as it is written.
  static byte[] bytes(ObjectNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
