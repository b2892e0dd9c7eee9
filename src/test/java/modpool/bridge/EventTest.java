package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventTest {
  @Property(edgeCases = EdgeCasesMode.NONE)
  void every_part_comes_back_as_it_was(
      @ForAll @IntRange(max = 255) int kind,
      @ForAll @IntRange(max = 255) int source,
      @ForAll @IntRange(max = 255) int channel,
      @ForAll @IntRange(max = 255) int key,
      @ForAll int value) {
    long event = Event.of(kind, source, channel, key, value);

    assertEquals(kind, Event.kind(event));
    assertEquals(source, Event.source(event));
    assertEquals(channel, Event.channel(event));
    assertEquals(key, Event.key(event));
    assertEquals(value, Event.value(event));
  }

  /// Values of [Event#RESET] and [Event#MASTER], and how many sources there are, are no kinds.
  @Test
  void no_two_kinds_have_one_number() throws IllegalAccessException {
    Map<Integer, String> kinds = new HashMap<>();
    for (Field field : Event.class.getFields()) {
      if (!field.getName().matches("RESET_.*|MASTER_.*|SOURCES")) {
        assertNull(kinds.put(field.getInt(null), field.getName()), field.getName());
      }
    }
    assertTrue(kinds.containsValue("NOTE_ON"));
  }
}
