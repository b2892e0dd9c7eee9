package modpool.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON as a tree.
class JsonTreeTest {
  private static JsonNode read(String json) throws IOException {
    return JsonTree.read(json.getBytes(UTF_8));
  }

  private static String complaint(String json) {
    return assertThrows(JsonProcessingException.class, () -> read(json)).getOriginalMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        " \n ",
        "'a \\u00e9 é'",
        "{'a': {'b': [1, -2, {'c': true}], 'd': false}, 'e': null, '': ''}",
        "[0, 2147483647, 2147483648, -9223372036854775808, 9223372036854775808, 1e2, 0.5, -0.0]",
        "[1e999, 1.7976931348623157e308, 0.1e-400]"
      })
  void a_tree_is_as_the_object_mapper_reads_it(String text) throws IOException {
    String json = text.replace('\'', '"');
    assertEquals(new ObjectMapper().readTree(json), read(json));
  }

  @Test
  void what_is_no_json_is_refused() {
    for (String json : new String[] {"{", "[1", "{\"a\"}", "{\"a\": }", "nul", "]", "01", "NaN"}) {
      assertThrows(JsonProcessingException.class, () -> read(json), json);
    }
  }

  @Test
  void a_key_may_be_there_once() {
    assertEquals("Duplicate field 'a'", complaint("{\"a\": 1, \"a\": 2}"));
  }

  @Test
  void nothing_may_follow() {
    assertEquals("there is more after its end", complaint("{} {}"));
    assertEquals("there is more after its end", complaint("1 2"));
  }

  @Test
  void nesting_ends_with_a_message_before_the_stack_does() {
    String told = complaint("[".repeat(100_000));
    assertTrue(told.contains("nesting depth"), told);
  }
}
