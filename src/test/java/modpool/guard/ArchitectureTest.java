package modpool.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The floors, and the few things that are allowed in a few places only.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Bytecode.mainFolder());

  /// A package uses those on lower floors, never beside or above.
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("modpool.cli", 16),
          Map.entry("modpool.cli.option", 12),
          Map.entry("modpool.ui", 15),
          Map.entry("modpool.ui.keys", 14),
          Map.entry("modpool.ui.pool", 14),
          Map.entry("modpool.ui.rack", 14),
          Map.entry("modpool.ui.scope", 14),
          Map.entry("modpool.ui.settings", 14),
          Map.entry("modpool.ui.song", 14),
          Map.entry("modpool.ui.editor", 14),
          Map.entry("modpool.ui.editor.desk", 13),
          Map.entry("modpool.ui.part", 12),
          Map.entry("modpool.ui.look", 11),
          Map.entry("modpool.spi", 12),
          Map.entry("modpool.session.learn", 12),
          Map.entry("modpool.learn", 2),
          Map.entry("modpool", 10),
          Map.entry("modpool.session", 11),
          Map.entry("modpool.session.front", 9),
          Map.entry("modpool.session.song", 10),
          Map.entry("modpool.doctor", 10),
          Map.entry("modpool.doctor.bench", 10),
          Map.entry("modpool.doctor.peers", 1),
          Map.entry("modpool.take", 9),
          Map.entry("modpool.recall", 8),
          Map.entry("modpool.control", 7),
          Map.entry("modpool.view", 7),
          Map.entry("modpool.render", 6),
          Map.entry("modpool.midi.channel", 5),
          Map.entry("modpool.midi.controller", 4),
          Map.entry("modpool.midi", 5),
          Map.entry("modpool.tracker", 5),
          Map.entry("modpool.tracker.clock", 1),
          Map.entry("modpool.instrument", 4),
          Map.entry("modpool.worklet", 3),
          Map.entry("modpool.effect", 3),
          Map.entry("modpool.bank", 6),
          Map.entry("modpool.patch.sfz", 5),
          Map.entry("modpool.patch.gravis", 5),
          Map.entry("modpool.patch.soundfont", 4),
          Map.entry("modpool.patch.wave", 4),
          Map.entry("modpool.patch.foreign", 3),
          Map.entry("modpool.edit", 3),
          Map.entry("modpool.patch", 2),
          Map.entry("modpool.module", 2),
          Map.entry("modpool.send", 2),
          Map.entry("modpool.tuning", 2),
          Map.entry("modpool.dsp", 1),
          Map.entry("modpool.io.alsa", 2),
          Map.entry("modpool.io.coremidi", 2),
          Map.entry("modpool.io.jack", 2),
          Map.entry("modpool.io.javasound", 2),
          Map.entry("modpool.io.midi", 1),
          Map.entry("modpool.io", 1),
          Map.entry("modpool.io.file", 0),
          Map.entry("modpool.bridge.board", 1),
          Map.entry("modpool.bridge", 0));

  @Test
  void every_package_has_a_floor() {
    for (JavaClass type : CLASSES) {
      assertTrue(
          FLOORS.containsKey(type.getPackageName()) || type.getName().endsWith("module-info"),
          () -> type.getName() + " is in a package that the house does not know");
    }
  }

  @Test
  void a_package_uses_only_floors_below_its_own() {
    classes().should(useFloorsBelow()).check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("modpool.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_bridge_depends_on_the_jdk_only() {
    classes()
        .that()
        .resideInAPackage("modpool.bridge..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("modpool.bridge..", "java..")
        .check(CLASSES);
  }

  @Test
  void volatile_is_for_bridge_and_io() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages("modpool.bridge..", "modpool.io..")
        .should()
        .haveModifier(JavaModifier.VOLATILE)
        .check(CLASSES);
  }

  @Test
  void var_handles_and_locks_are_for_bridge_and_io() {
    noClasses()
        .that()
        .resideOutsideOfPackages("modpool.bridge..", "modpool.io..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.invoke.VarHandle")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent.locks")
        .check(CLASSES);
  }

  @Test
  void synchronized_is_for_bridge_and_io() {
    for (ClassModel type : Bytecode.mainClasses()) {
      String name = Bytecode.shortName(type);
      if (!name.startsWith("bridge.") && !name.startsWith("io.")) {
        assertTrue(!isSynchronized(type), () -> name + " synchronizes");
      }
    }
  }

  private static boolean isSynchronized(ClassModel type) {
    return type.methods().stream()
        .anyMatch(
            m ->
                m.flags().has(AccessFlag.SYNCHRONIZED)
                    || m.code().map(CodeModel::elementList).orElse(List.of()).stream()
                        .anyMatch(MonitorInstruction.class::isInstance));
  }

  @Test
  void only_main_ends_the_process() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("modpool.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void static_fields_are_final() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void static_arrays_are_private_tables() {
    fields()
        .that()
        .areStatic()
        .and(areWrittenByHand())
        .and()
        .haveRawType(DescribedPredicate.describe("an array", JavaClass::isArray))
        .should()
        .bePrivate()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void static_fields_hold_nothing_that_changes() {
    Set<String> changing =
        Set.of(
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal",
            "java.util.Random",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.ArrayDeque");
    noFields()
        .that()
        .areStatic()
        .and()
        .doNotHaveFullName(
            "modpool.io.jack.LibClient.OPENS") // libjack's own state is the process's
        .should()
        .haveRawType(
            DescribedPredicate.describe(
                "something that changes",
                type ->
                    changing.contains(type.getName())
                        || type.getPackageName().startsWith("java.util.concurrent")))
        .check(CLASSES);
  }

  @Test
  void static_collections_are_unmodifiable() throws ReflectiveOperationException {
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        boolean isCollection =
            field.getRawType().isAssignableTo(Collection.class)
                || field.getRawType().isAssignableTo(Map.class);
        if (isCollection && field.getModifiers().contains(JavaModifier.STATIC)) {
          assertUnmodifiable(field);
        }
      }
    }
  }

  private static void assertUnmodifiable(JavaField field) throws ReflectiveOperationException {
    var reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
    assertTrue(Modifier.isStatic(reflected.getModifiers()));
    reflected.setAccessible(true);
    String kind = reflected.get(null).getClass().getName();
    assertTrue(
        kind.startsWith("java.util.ImmutableCollections")
            || kind.startsWith("java.util.Collections$Unmodifiable"),
        () -> field.getFullName() + " is a " + kind);
  }

  @Test
  void the_module_shows_its_root_package_and_the_provider_only() throws IOException {
    try (var descriptor =
        Files.newInputStream(Bytecode.mainFolder().resolve("module-info.class"))) {
      Set<String> exported =
          ModuleDescriptor.read(descriptor).exports().stream()
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
      boolean hasProvider = Files.exists(Bytecode.mainFolder().resolve("modpool/spi"));
      assertEquals(hasProvider ? Set.of("modpool", "modpool.spi") : Set.of("modpool"), exported);
    }
  }

  private static DescribedPredicate<JavaField> areWrittenByHand() {
    return DescribedPredicate.describe(
        "are written by hand", f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static ArchCondition<JavaClass> useFloorsBelow() {
    return new ArchCondition<>("use only floors below") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String from = type.getPackageName();
          String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
          boolean climbs =
              !from.equals(to)
                  && FLOORS.containsKey(from)
                  && FLOORS.containsKey(to)
                  && FLOORS.get(to) >= FLOORS.get(from);
          if (climbs) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
