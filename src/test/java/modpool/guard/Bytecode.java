package modpool.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /// `modpool/bridge/Event` as `bridge.Event`.
  static String shortName(ClassModel model) {
    String name = model.thisClass().asInternalName().replace('/', '.');
    return name.startsWith("modpool.") ? name.substring("modpool.".length()) : name;
  }
}
