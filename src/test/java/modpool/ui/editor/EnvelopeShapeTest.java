package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import modpool.dsp.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeShapeTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 25, 480, 7_000, 60_000})
  void a_corner_put_where_it_lies_changes_nothing(double ms) {
    Envelope envelope = new Envelope(5, ms, ms / 2, ms, 0.25, ms);
    EnvelopeShape shape = new EnvelopeShape(envelope, 400);
    for (EnvelopePart part : EnvelopePart.values()) {
      assertEquals(part.ms(envelope), shape.msAt(part, shape.to(part)), part.title());
    }
    assertTrue(shape.to(EnvelopePart.RELEASE) <= 400.001, "it fits");
    assertTrue(shape.to(EnvelopePart.ATTACK) + 10 < shape.to(EnvelopePart.HOLD));
    assertTrue(shape.to(EnvelopePart.HOLD) + 10 < shape.to(EnvelopePart.DECAY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-50, 0, 10_000})
  void a_corner_that_is_dragged_too_far_stays_within_bounds(double x) {
    EnvelopeShape shape = new EnvelopeShape(Envelope.GATE, 400);
    double ms = shape.msAt(EnvelopePart.DECAY, x);
    assertTrue(ms >= 0 && ms <= 60_000);
  }

  @ParameterizedTest
  @EnumSource
  void a_part_changes_its_own_time_alone(EnvelopePart part) {
    Envelope envelope = new Envelope(1, 2, 3, 4, 0.5, 6);
    Envelope next = part.with(envelope, 99);
    assertEquals(99, part.ms(next));
    assertEquals(envelope, part.with(next, part.ms(envelope)));
  }

  @Test
  void arrow_keys_move_a_time_by_a_fiftieth_and_come_back_to_nothing() {
    assertEquals(0.1, EnvelopePart.stepped(0, 1));
    assertEquals(1_020, EnvelopePart.stepped(1_000, 1));
    assertEquals(12.34, EnvelopePart.stepped(12.34, 0), "no step rounds nothing");
    assertEquals(0, EnvelopePart.stepped(0.1, -10));
    assertEquals(60_000, EnvelopePart.stepped(59_990, 10));
  }
}
