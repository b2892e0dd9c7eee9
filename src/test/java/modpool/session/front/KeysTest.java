package modpool.session.front;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Keys of the view become the lines that stdin takes.
class KeysTest {
  private static List<String> lines(String pressed) {
    Keys keys = new Keys();
    return pressed.chars().mapToObj(keys::press).filter(Objects::nonNull).toList();
  }

  @Test
  void single_keys_are_lines() {
    assertEquals(List.of("pause", "restart", "quit"), lines(" rq"));
    assertEquals(List.of("seek +1", "seek -1"), lines("np"));
  }

  @Test
  void arrows_go_from_order_to_order_in_both_keypad_modes() {
    assertEquals(List.of("seek +1", "seek -1"), lines("\u001b[C\u001b[D"));
    assertEquals(List.of("seek +1", "seek -1"), lines("\u001bOC\u001bOD"));
    assertEquals(List.of(), lines("\u001b[A"));
  }

  @Test
  void digits_mute_and_after_s_or_with_shift_they_solo() {
    assertEquals(List.of("mute 1", "mute 10"), lines("10"));
    assertEquals(List.of("solo 2", "mute 2"), lines("s22"));
    assertEquals(List.of("solo 1", "solo 10"), lines("!)"));
  }

  @Test
  void a_prefix_is_forgotten_when_another_key_follows() {
    assertEquals(List.of("pause", "mute 3"), lines("s 3"));
    assertEquals(List.of("quit"), lines("\u001bq"));
  }
}
