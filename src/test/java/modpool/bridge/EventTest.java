package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

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
}
