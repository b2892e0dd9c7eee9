package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EntryTest {
  @Test
  void one_is_let_in_at_a_time() {
    Entry entry = new Entry();

    assertTrue(entry.enter());
    assertFalse(entry.enter());
    entry.leave();
    assertTrue(entry.enter());
  }
}
