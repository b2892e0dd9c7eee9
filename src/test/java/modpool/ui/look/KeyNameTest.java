package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Names of keys.
class KeyNameTest {
  @Test
  void key_sixty_is_the_middle_c() {
    assertEquals("C4", KeyName.of(60));
    assertEquals("C-1", KeyName.of(0));
    assertEquals("G9", KeyName.of(127));
    assertEquals("A♯3", KeyName.of(58));
  }

  @Test
  void every_name_is_read_as_its_key() {
    for (int key = 0; key < 128; key++) {
      assertEquals(OptionalInt.of(key), KeyName.key(KeyName.of(key)));
      assertEquals(OptionalInt.of(key), KeyName.key(String.valueOf(key)));
    }
  }

  @Test
  void names_are_read_as_people_type_them() {
    assertEquals(OptionalInt.of(63), KeyName.key(" d#4 "));
    assertEquals(OptionalInt.of(63), KeyName.key("Eb4"));
    assertEquals(OptionalInt.of(63), KeyName.key("e♭4"));
    assertEquals(OptionalInt.of(71), KeyName.key("b4"));
    assertEquals(OptionalInt.of(70), KeyName.key("bb4"));
    assertEquals(OptionalInt.of(59), KeyName.key("Cb4"), "a semitone below C4");
    assertEquals(OptionalInt.of(60), KeyName.key("B#3"));
    assertEquals(OptionalInt.of(1), KeyName.key("C#−1"));
  }

  @Test
  void what_is_no_key_is_not_read() {
    for (String typed :
        List.of(
            "", "C", "H4", "C#", "#4", "C##4", "C 4", "128", "-1", "Cb-1", "G#9", "C10", "4C")) {
      assertEquals(OptionalInt.empty(), KeyName.key(typed), typed);
    }
  }
}
