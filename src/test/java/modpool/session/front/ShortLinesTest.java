package modpool.session.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ShortLinesTest {
  @Test
  void lines_end_as_on_any_system_and_empty_ones_are_left_out() throws IOException {
    ShortLines lines = new ShortLines(new StringReader("a b\n\n\r\nc\r\nd\re"));
    for (String expected : new String[] {"a b", "c", "d", "e"}) {
      assertEquals(expected, lines.next());
    }
    assertNull(lines.next());
  }

  @Test
  void the_longest_line_is_whole_and_a_longer_one_is_known_by_one_character_more()
      throws IOException {
    String longest = "x".repeat(ShortLines.MOST);
    ShortLines lines = new ShortLines(new StringReader(longest + "\n" + longest + "yz\npanic\n"));
    assertEquals(longest, lines.next());
    assertEquals(longest + "y", lines.next());
    assertEquals("panic", lines.next());
  }
}
