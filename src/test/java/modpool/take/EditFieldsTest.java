package modpool.take;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import modpool.dsp.Envelope;
import modpool.edit.EditedPatch;
import modpool.edit.EditedZone;
import modpool.io.file.BadFileException;
import modpool.patch.Fields;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditFieldsTest {
  private final EditFields writer = new EditFields();
  private final EditFields reader = new EditFields();

  private ObjectNode written(EditedPatch patch) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    writer.write(patch, node);
    return node;
  }

  private EditedPatch read(ObjectNode node) throws BadFileException {
    return reader.read(Fields.parse("a take", TakeFormat.bytes(node)));
  }

  /// Two zones that play one stereo sample of noise.
  private static EditedPatch patch(int frames) {
    Random random = new Random(1);
    float[] left = new float[frames];
    float[] right = new float[frames];
    for (int i = 0; i < frames; i++) {
      left[i] = random.nextFloat(-1, 1);
      right[i] = random.nextFloat(-1, 1);
    }
    Sample sample =
        new Sample.Builder("noise", left, right)
            .rateHz(22_050)
            .loop(Loop.PING_PONG, 10, 90)
            .build();
    Sound sound = Sound.PLAIN.withAmplitude(new Envelope(1, 2.5, 3, 400, 0.7, 55.125));
    Zone low = new Zone(Trigger.keys(0, 59), sample, 60, -12.5, 3, sound);
    Zone high = new Zone(Trigger.keys(60, 127), sample, 72, 0, 0, Sound.PLAIN);
    return EditedPatch.of(new Patch("two", List.of(low, high)));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_500_000})
  void a_patch_comes_back_to_the_last_bit(int frames) throws BadFileException {
    EditedPatch before = patch(frames);
    EditedPatch after = read(written(before));
    assertEquals("two", after.name());
    for (int zone = 0; zone < 2; zone++) {
      Zone was = before.toPatch().zones().get(zone);
      Zone is = after.toPatch().zones().get(zone);
      assertEquals(was.trigger(), is.trigger());
      assertEquals(was.sound(), is.sound());
      assertEquals(was.rootKey(), is.rootKey());
      assertEquals(was.tuneCents(), is.tuneCents());
      assertEquals(was.startFrame(), is.startFrame());
      assertEquals(was.sample().rateHz(), is.sample().rateHz());
      assertArrayEquals(was.sample().left(), is.sample().left());
      assertArrayEquals(was.sample().right(), is.sample().right());
    }
    assertSame(after.zones().get(0).sample(), after.zones().get(1).sample());
  }

  @Test
  void only_what_an_edit_changes_is_written() throws BadFileException {
    EditedPatch first = patch(1_000);
    read(written(first));
    EditedZone zone = first.zones().get(1);
    EditedPatch second = first.withZone(1, zone.withSample(zone.sample().withLoop(Loop.NONE)));
    ObjectNode node = written(second);
    assertEquals(0, node.get("waves").size(), "the waveform is known");
    assertEquals(1, node.get("samples").size());
    assertEquals(1, node.get("changed").size());
    EditedPatch again = read(node);
    assertEquals(Loop.NONE, again.zones().get(1).sample().loop());
    assertEquals(Loop.PING_PONG, again.zones().get(0).sample().loop());
    ObjectNode back = written(first);
    assertEquals(0, back.get("samples").size(), "what was there before is known, too");
    assertEquals(Loop.PING_PONG, read(back).zones().get(1).sample().loop());
  }

  @Test
  void fewer_zones_and_none_come_back_too() throws BadFileException {
    EditedPatch two = patch(100);
    read(written(two));
    EditedPatch one = new EditedPatch("one", two.zones().subList(0, 1));
    assertEquals(1, read(written(one)).zones().size());
    assertNull(read(written(null)));
    assertEquals(2, read(written(two)).zones().size());
  }

  private void assertRefused(String why, ObjectNode node) {
    BadFileException e = assertThrows(BadFileException.class, () -> read(node));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  @Test
  void waveforms_of_a_take_are_bounded_together_when_they_are_written_and_when_they_are_read()
      throws BadFileException {
    // points: a stereo waveform of 100 frames has 200
    EditFields small = new EditFields(500, Long.MAX_VALUE);
    ObjectNode[] nodes = new ObjectNode[3];
    for (int i = 0; i < 3; i++) {
      nodes[i] = written(patch(100));
      ObjectNode node = nodes[i];
      Fields fields = Fields.parse("a take", TakeFormat.bytes(node));
      if (i < 2) {
        small.read(fields);
      } else {
        BadFileException e = assertThrows(BadFileException.class, () -> small.read(fields));
        assertTrue(e.getMessage().contains("more points than waveforms of a take"), e.getMessage());
      }
    }
    EditFields other = new EditFields(500, Long.MAX_VALUE);
    ObjectNode into = JsonNodeFactory.instance.objectNode();
    other.write(patch(100), into);
    other.write(patch(100), into);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> other.write(patch(100), into));
    assertTrue(e.getMessage().contains("together too long for a take"), e.getMessage());
  }

  @Test
  void waveforms_that_no_take_has_room_for_are_refused_before_they_are_text() {
    EditFields small = new EditFields(Long.MAX_VALUE, 3 << 20);
    ObjectNode into = JsonNodeFactory.instance.objectNode();
    small.write(patch(200_000), into);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> small.write(patch(300_000), into));
    assertTrue(e.getMessage().contains("with 'noise', are together too long"), e.getMessage());
  }

  @Test
  void what_is_damaged_is_refused() {
    ObjectNode whole = written(patch(100));
    ObjectNode fewer = whole.deepCopy();
    ((ObjectNode) fewer.get("waves").get(0)).put("frames", 101);
    assertRefused("fewer points", fewer);
    ObjectNode noText = whole.deepCopy();
    ((ArrayNode) noText.get("waves").get(0).get("left")).set(0, "*");
    assertRefused("damaged", noText);
    ObjectNode noSample = whole.deepCopy();
    noSample.putArray("samples");
    assertRefused("has the sample 0 of 0", noSample);
    ObjectNode noWave = whole.deepCopy();
    ((ObjectNode) noWave.get("samples").get(0)).put("wave", 7);
    assertRefused("has the wave 7", noWave);
    ObjectNode noZone = whole.deepCopy();
    noZone.put("zones", 3);
    assertRefused("has 2 of 3 zones", noZone);
    ObjectNode farZone = whole.deepCopy();
    ((ObjectNode) farZone.get("changed").get(0)).put("place", 5);
    assertRefused("place", farZone);
  }
}
