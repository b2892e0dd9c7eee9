package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import modpool.dsp.Envelope;
import modpool.dsp.Interpolation;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Samples;
import org.junit.jupiter.api.Test;

/// A lane that is copied leaves nothing behind. The fields are found by reflection, so that one
/// added later is held to it as well.
class LanesTest {
  private static final int RATE = 48_000;
  private static final int FROM = 3;
  private static final int TO = 9;

  @Test
  void copy_carries_every_array() throws IllegalAccessException {
    Lanes source = filled();
    Lanes target = new Lanes(RATE);

    source.copy(FROM, target, TO);

    int arrays = 0;
    for (Object[] part : parts(source, target)) {
      for (Field field : arraysOf(part[0].getClass())) {
        assertLaneCopied(field, field.get(part[0]), field.get(part[1]));
        arrays++;
      }
    }
    assertTrue(arrays > 40, "only " + arrays + " arrays were found");
  }

  private static void assertLaneCopied(Field field, Object from, Object to) {
    assertEquals(Array.get(from, FROM), Array.get(to, TO), () -> field + " is not copied");
    Object untouched = Array.get(Array.newInstance(from.getClass().getComponentType(), 1), 0);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      if (lane != TO) {
        assertEquals(untouched, Array.get(to, lane), field + " is copied to lane " + lane);
      }
    }
  }

  @Test
  void copy_carries_every_bit_set_and_clears_what_is_not_set() throws IllegalAccessException {
    for (Field field : Lanes.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.getType() != int.class) {
        continue;
      }
      Lanes source = new Lanes(RATE);
      Lanes target = new Lanes(RATE);
      field.setInt(source, 1 << FROM);
      source.copy(FROM, target, TO);
      assertEquals(1 << TO, field.getInt(target), field + " is not copied");

      field.setInt(source, ~(1 << FROM));
      field.setInt(target, -1);
      source.copy(FROM, target, TO);
      assertEquals(~(1 << TO), field.getInt(target), field + " keeps an old bit");
    }
  }

  @Test
  void every_field_is_one_that_this_test_knows_how_to_check() {
    for (Class<?> type :
        List.of(Lanes.class, EnvelopeLanes.class, GainLanes.class, MuteLanes.class)) {
      for (Field field : type.getDeclaredFields()) {
        boolean known =
            Modifier.isStatic(field.getModifiers())
                || field.getType().isArray()
                || isPart(field)
                || field.getName().equals("rate")
                || type == MuteLanes.class && field.getName().equals("perCell")
                || type == Lanes.class && field.getType() == int.class;
        assertTrue(known, () -> field + ": teach this test to check that it is copied");
      }
    }
  }

  @Test
  void a_lane_can_be_copied_within_its_own_engine() {
    Lanes lanes = filled();
    lanes.sounding = 1 << FROM;

    lanes.copy(FROM, lanes, TO);

    assertEquals(lanes.phase[FROM], lanes.phase[TO]);
    assertEquals(1 << FROM | 1 << TO, lanes.sounding);
  }

  private static Lanes filled() {
    try {
      Lanes lanes = new Lanes(RATE);
      int value = 1;
      for (Object[] part : parts(lanes, lanes)) {
        for (Field field : arraysOf(part[0].getClass())) {
          Array.set(field.get(part[0]), FROM, valueFor(field.getType().getComponentType(), value));
          value++;
        }
      }
      return lanes;
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /// The same part of both: the lanes themselves, then each of their envelopes and gains.
  private static List<Object[]> parts(Lanes one, Lanes other) throws IllegalAccessException {
    List<Object[]> parts = new ArrayList<>();
    parts.add(new Object[] {one, other});
    for (Field field : Lanes.class.getDeclaredFields()) {
      if (isPart(field)) {
        parts.add(new Object[] {field.get(one), field.get(other)});
      }
    }
    return parts;
  }

  private static boolean isPart(Field field) {
    return List.of(EnvelopeLanes.class, GainLanes.class, MuteLanes.class).contains(field.getType());
  }

  private static List<Field> arraysOf(Class<?> type) {
    List<Field> arrays = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getType().isArray() && !Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        arrays.add(field);
      }
    }
    return arrays;
  }

  private static Object valueFor(Class<?> type, int value) {
    return switch (type.getSimpleName()) {
      case "int" -> value;
      case "long" -> (long) value << 33;
      case "float" -> value + 0.5f;
      case "double" -> value + 0.25;
      case "boolean" -> true;
      case "Zone" -> Zone.of(Samples.oneShot("s" + value, RATE, value), 60, Sound.PLAIN);
      case "Controls" -> new Controls(RATE);
      case "Interpolation" -> Interpolation.values()[value % Interpolation.values().length];
      case "Envelope" -> new Envelope(value, 0, 0, 0, 1, 60);
      default -> fail("teach this test to make a " + type);
    };
  }
}
