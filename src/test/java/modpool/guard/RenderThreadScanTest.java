package modpool.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import modpool.bridge.RenderThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the scan of [RenderThreadPurityTest] is made of: it must see each forbidden thing, and
/// nothing else.
class RenderThreadScanTest {
  static Stream<Arguments> forbidden() {
    return Stream.of(
        Arguments.of("new java.lang.Object", MakesAnObject.class),
        Arguments.of("new array", MakesAnArray.class),
        Arguments.of("new array", MakesAnArrayOfObjects.class),
        Arguments.of("new array of arrays", MakesArraysOfArrays.class),
        Arguments.of("new array", PassesAnyNumber.class),
        Arguments.of("synchronized block", Locks.class),
        Arguments.of("is synchronized", LocksAsAWhole.class),
        Arguments.of("throw", Throws.class),
        Arguments.of("new java.lang.MatchException", MatchExceptionAlone.class),
        Arguments.of("invokedynamic makeConcatWithConstants", JoinsStrings.class),
        Arguments.of("invokedynamic applyAsInt", MakesALambda.class),
        Arguments.of("invokedynamic typeSwitch", SwitchesOnTypes.class),
        Arguments.of("calls java.lang.Integer.valueOf", Boxes.class),
        Arguments.of("calls java.util.List.iterator", WalksAList.class),
        Arguments.of("calls java.lang.Math.sin", AsksTheMachineForASine.class),
        Arguments.of("calls java.util.Arrays.fill", FillsObjects.class),
        Arguments.of("calls [I.clone", ClonesAnArray.class),
        Arguments.of("calls java.lang.Object.toString", InheritsFromTheJdk.class),
        Arguments.of("new java.lang.Object", MarkedAsAWhole.class));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void is_seen(String what, Class<?> where) {
    List<String> impurities = scan(where).impurities();
    assertTrue(
        impurities.stream().anyMatch(i -> i.contains(": " + what)),
        () -> what + " is not in " + impurities);
  }

  @Test
  void an_implementation_behind_an_interface_is_seen() {
    RenderThreadScan scan = scan(CallsAnInterface.class, Source.class, Impure.class);

    assertEquals(
        List.of(
            name(Impure.class)
                + ".next: new java.lang.Object  <- "
                + name(CallsAnInterface.class)
                + ".entry"),
        scan.impurities());
  }

  @Test
  void an_implementation_inherited_from_elsewhere_is_seen() {
    assertCaught(scan(CallsAnInterface.class, Source.class, Stranger.class, Heir.class));
  }

  @Test
  void a_lambda_behind_an_interface_is_seen() {
    assertCaught(scan(CallsAnInterface.class, Source.class, GivesALambda.class));
  }

  @Test
  void an_override_below_a_class_is_seen() {
    assertCaught(scan(CallsAClass.class, Calm.class, Wild.class));
  }

  @Test
  void a_marked_interface_marks_its_implementations() {
    assertCaught(scan(MarkedSource.class, MarkedImplementation.class));
  }

  @Test
  void a_long_way_is_followed_to_its_end() {
    assertCaught(scan(LongWay.class));
  }

  @Test
  void what_is_not_reached_may_do_as_it_likes() {
    RenderThreadScan scan = scan(Pure.class, Impure.class, Source.class, Colour.class);

    assertEquals(List.of(), scan.impurities());
    assertEquals(
        List.of(name(Pure.class) + ".entry", name(Pure.class) + ".ofAll"),
        scan.reached().stream().sorted().toList());
  }

  private static void assertCaught(RenderThreadScan scan) {
    assertTrue(
        scan.impurities().stream().anyMatch(i -> i.contains("new java.lang.Object")),
        () -> "nothing caught in " + scan.reached());
  }

  private static RenderThreadScan scan(Class<?>... types) {
    List<ClassModel> models = new ArrayList<>();
    for (Class<?> type : types) {
      models.add(Bytecode.of(type));
    }
    return new RenderThreadScan(models);
  }

  private static String name(Class<?> type) {
    return Bytecode.shortName(Bytecode.of(type));
  }

  static class MakesAnObject {
    @RenderThread
    Object entry() {
      return new Object();
    }
  }

  static class MakesAnArray {
    @RenderThread
    int[] entry() {
      return new int[1];
    }
  }

  static class MakesAnArrayOfObjects {
    @RenderThread
    String[] entry() {
      return new String[1];
    }
  }

  static class MakesArraysOfArrays {
    @RenderThread
    int[][] entry() {
      return new int[2][2];
    }
  }

  static class PassesAnyNumber {
    @RenderThread
    int entry() {
      return count(1, 2);
    }

    private static int count(int... numbers) {
      return numbers.length;
    }
  }

  static class Locks {
    @RenderThread
    void entry() {
      synchronized (this) {
        hashCode();
      }
    }
  }

  static class LocksAsAWhole {
    @RenderThread
    synchronized void entry() {}
  }

  static class Throws {
    private RuntimeException kept;

    @RenderThread
    void entry() {
      throw kept;
    }
  }

  static class MatchExceptionAlone {
    private MatchException kept;

    @RenderThread
    void entry() {
      kept = new MatchException(null, null);
    }
  }

  static class JoinsStrings {
    @RenderThread
    String entry(int number) {
      return "number " + number;
    }
  }

  static class MakesALambda {
    @RenderThread
    IntUnaryOperator entry(int offset) {
      return i -> i + offset;
    }
  }

  static class SwitchesOnTypes {
    @RenderThread
    int entry(Object any) {
      return switch (any) {
        case String _ -> 1;
        case Number _ -> 2;
        default -> 3;
      };
    }
  }

  static class Boxes {
    @RenderThread
    Integer entry(int number) {
      return number;
    }
  }

  static class WalksAList {
    @RenderThread
    int entry(List<String> list) {
      int count = 0;
      for (String _ : list) {
        count++;
      }
      return count;
    }
  }

  static class AsksTheMachineForASine {
    @RenderThread
    double entry(double x) {
      return Math.sin(x);
    }
  }

  static class FillsObjects {
    @RenderThread
    void entry(String[] array) {
      Arrays.fill(array, null);
    }
  }

  static class ClonesAnArray {
    @RenderThread
    int[] entry(int[] array) {
      return array.clone();
    }
  }

  static class InheritsFromTheJdk {
    @RenderThread
    String entry() {
      return toString();
    }
  }

  @RenderThread
  static class MarkedAsAWhole {
    Object entry() {
      return new Object();
    }
  }

  interface Source {
    Object next();
  }

  static class CallsAnInterface {
    @RenderThread
    Object entry(Source source) {
      return source.next();
    }
  }

  static class Impure implements Source {
    @Override
    public Object next() {
      return new Object();
    }
  }

  static class Stranger {
    public Object next() {
      return new Object();
    }
  }

  static class Heir extends Stranger implements Source {}

  static class GivesALambda {
    Source source() {
      return () -> new Object();
    }
  }

  static class Calm {
    Object next() {
      return this;
    }
  }

  static class Wild extends Calm {
    @Override
    Object next() {
      return new Object();
    }
  }

  static class CallsAClass {
    @RenderThread
    Object entry(Calm calm) {
      return calm.next();
    }
  }

  interface MarkedSource {
    @RenderThread
    Object next();
  }

  static class MarkedImplementation implements MarkedSource {
    @Override
    public Object next() {
      return new Object();
    }
  }

  static class LongWay {
    @RenderThread
    Object entry() {
      return first();
    }

    private Object first() {
      return second(this);
    }

    private static Object second(LongWay way) {
      return way.third();
    }

    Object third() {
      return new Object();
    }
  }

  enum Colour {
    RED,
    GREEN
  }

  /// All that is allowed at once, among it a switch whose other cases javac rules out.
  static class Pure {
    private final float[] data = new float[8];

    @RenderThread
    float entry(Colour colour, int index) {
      Arrays.fill(data, 0, 4, 1f);
      System.arraycopy(data, 0, data, 4, 4);
      return data[index] + Math.max(ofAll(colour), colour.ordinal());
    }

    private static int ofAll(Colour colour) {
      return switch (colour) {
        case RED -> 1;
        case GREEN -> 2;
      };
    }

    Object unmarked() {
      return new Object();
    }
  }
}
