package modpool.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
