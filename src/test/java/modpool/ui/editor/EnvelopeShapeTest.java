package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import modpool.dsp.Envelope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeShapeTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 25, 480, 7_000, 60_000})
  void a_corner_put_where_it_lies_changes_nothing(double ms) {
    Envelope envelope = new Envelope(5, ms, ms / 2, ms, 0.25, ms);
    EnvelopeShape shape = new EnvelopeShape(envelope, 400);
    assertEquals(envelope, shape.withDelayAt(shape.delayX()));
    assertEquals(envelope, shape.withAttackAt(shape.attackX()));
    assertEquals(envelope, shape.withHoldAt(shape.holdX()));
    assertEquals(envelope, shape.withDecayAt(shape.decayX(), 0.25));
    assertEquals(envelope, shape.withReleaseAt(shape.releaseX()));
    assertTrue(shape.releaseX() <= 400.001, "it fits");
    assertTrue(shape.attackX() + 10 < shape.holdX() && shape.holdX() + 10 < shape.decayX());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-50, 0, 10_000})
  void a_corner_that_is_dragged_too_far_stays_within_bounds(double x) {
    EnvelopeShape shape = new EnvelopeShape(Envelope.GATE, 400);
    Envelope dragged = shape.withDecayAt(x, x);
    assertTrue(dragged.decayMs() >= 0 && dragged.decayMs() <= 60_000);
    assertTrue(dragged.sustain() >= 0 && dragged.sustain() <= 1);
  }
}
