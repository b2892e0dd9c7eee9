package modpool.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/// What objects weigh: those reachable from a root, summed as HotSpot lays them out with compressed
/// references (object header 12 bytes, array header 16, references 4, all rounded up to 8). A list
/// counts without the array inside it.
public final class Heap {
  private static final int OBJECT_HEADER = 12;
  private static final int ARRAY_HEADER = 16;
  private static final int REFERENCE = 4;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Predicate<Object> isShared;

  private Heap(Predicate<Object> isShared) {
    this.isShared = isShared;
  }

  /// Bytes of everything reachable from the roots, except what `isShared` and what only that
  /// reaches.
  public static long bytes(Predicate<Object> isShared, Object... roots) {
    return new Heap(isShared).walk(roots);
  }

  private long walk(Object... roots) {
    Deque<Object> waiting = new ArrayDeque<>();
    for (Object root : roots) {
      visit(root, waiting);
    }
    long bytes = 0;
    while (!waiting.isEmpty()) {
      Object object = waiting.pop();
      bytes += object.getClass().isArray() ? array(object, waiting) : fields(object, waiting);
    }
    return bytes;
  }

  private void visit(Object object, Deque<Object> waiting) {
    boolean counts =
        object != null
            && !(object instanceof Class)
            && !(object instanceof Enum)
            && !isShared.test(object);
    if (counts && seen.add(object)) {
      waiting.push(object);
    }
  }

  private long array(Object array, Deque<Object> waiting) {
    Class<?> of = array.getClass().getComponentType();
    int length = Array.getLength(array);
    for (int i = 0; i < length && !of.isPrimitive(); i++) {
      visit(Array.get(array, i), waiting);
    }
    return aligned(ARRAY_HEADER + (long) size(of) * length);
  }

  private long fields(Object object, Deque<Object> waiting) {
    if (object instanceof Collection<?> c) { // whose fields are the JDK's own business
      c.forEach(element -> visit(element, waiting));
    }
    long bytes = OBJECT_HEADER;
    for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        bytes += size(field.getType());
        if (!field.getType().isPrimitive() && c.getName().startsWith("modpool")) {
          visit(valueOf(field, object), waiting);
        }
      }
    }
    return aligned(bytes);
  }

  private static Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static int size(Class<?> type) {
    if (!type.isPrimitive()) {
      return REFERENCE;
    }
    return type == long.class || type == double.class
        ? 8
        : type == int.class || type == float.class
            ? 4
            : type == short.class || type == char.class ? 2 : 1;
  }

  private static long aligned(long bytes) {
    return (bytes + 7) / 8 * 8;
  }
}
