package modpool.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import modpool.Modpool;

/// The compiled classes that the guards look at.
final class Bytecode {
  private Bytecode() {}

  /// The folder with the classes of the main code.
  static Path mainFolder() {
    try {
      return Path.of(Modpool.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// All classes of the main code.
  static List<ClassModel> mainClasses() {
    try (Stream<Path> files = Files.walk(mainFolder())) {
      List<ClassModel> models = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        models.add(ClassFile.of().parse(file));
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One loaded class.
  static ClassModel of(Class<?> type) {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream bytes = type.getResourceAsStream(file)) {
      return ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The strings of a class that its initialiser does not make.
  static Set<String> lateStrings(ClassModel model) {
    Set<String> strings = new HashSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof StringEntry string) {
        strings.add(string.stringValue());
      }
    }
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString("<clinit>")) {
        for (CodeElement element : method.code().orElseThrow().elementList()) {
          if (element instanceof ConstantInstruction constant) {
            strings.remove(constant.constantValue());
          }
        }
      }
    }
    return strings;
  }

  /// `modpool/bridge/Event` as `bridge.Event`.
  static String shortName(ClassModel model) {
    String name = model.thisClass().asInternalName().replace('/', '.');
    return name.startsWith("modpool.") ? name.substring("modpool.".length()) : name;
  }
}
