package modpool.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import modpool.cli.Main;

/// What programs of tests are started from: the tested classes in jars, and an archive of them as
/// the JVM lays them out, which a folder of classes cannot have. Made after each build by the first
/// who starts one, while others wait. What has no archive starts all the same, later.
final class ProgramArchive {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  // Programs live for seconds: too short for the slower of the JVM's two compilers to earn back
  // what it costs.
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:cds*=off",
          "-Xlog:aot*=off",
          "--enable-native-access=ALL-UNNAMED");

  private static final Path FOLDER = Path.of("target", "program").toAbsolutePath();
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
  private static final List<Path> BUILT =
      List.of(Path.of("target", "classes"), Path.of("target", "test-classes"));

  private static final List<String> OPTIONS = make();

  private ProgramArchive() {}

  /// What stands between the JVM's name and the main class.
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> make() {
    try {
      Files.createDirectories(FOLDER);
      try (FileChannel file =
          FileChannel.open(
              FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        file.lock(); // until it is closed
        if (!isMade()) {
          for (Path built : BUILT) {
            pack(built);
          }
          record();
          Files.writeString(FOLDER.resolve("stamp"), stamp());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return options("-XX:SharedArchiveFile=" + ARCHIVE);
  }

  private static boolean isMade() throws IOException {
    Path stamp = FOLDER.resolve("stamp");
    return Files.exists(stamp) && Files.readString(stamp).equals(stamp());
  }

  /// Another when a class has been built again, or a library is another.
  private static String stamp() throws IOException {
    StringBuilder stamp = new StringBuilder(classPath());
    for (Path built : BUILT) {
      try (Stream<Path> files = Files.walk(built)) {
        long newest = files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        stamp.append('\n').append(newest);
      }
    }
    return stamp.toString();
  }

  private static Path jar(Path built) {
    return FOLDER.resolve(built.getFileName() + ".jar");
  }

  private static void pack(Path built) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jar(built)));
        Stream<Path> files = Files.walk(built)) {
      jar.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        jar.putNextEntry(
            new ZipEntry(built.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, jar);
      }
    }
  }

  /// With a window where there can be one.
  private static void record() throws IOException {
    Files.deleteIfExists(ARCHIVE);
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(options("-XX:ArchiveClassesAtExit=" + ARCHIVE));
    command.addAll(List.of(Main.class.getName(), "--rehearse", "--audio", "null"));
    command.addAll(List.of("--midi", "none"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JACK_DEFAULT_SERVER", "modpool-no-such-server");
    builder.environment().put("XDG_CONFIG_HOME", FOLDER.toString());
    builder.redirectErrorStream(true).redirectOutput(FOLDER.resolve("said.txt").toFile());
    try (Screen screen = Screen.find()) {
      if (screen != null) {
        builder.environment().put("DISPLAY", screen.display());
      }
      builder.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> options(String archive) {
    List<String> options = new ArrayList<>(JVM);
    options.addAll(List.of(archive, "-cp", classPath()));
    return List.copyOf(options);
  }

  /// The tested classes, and the libraries, which the tests may have on a module path.
  private static String classPath() {
    Stream<String> libraries =
        Stream.of("java.class.path", "jdk.module.path")
            .flatMap(path -> Stream.of(System.getProperty(path, "").split(File.pathSeparator)))
            .filter(path -> path.endsWith(".jar"));
    return String.join(
        File.pathSeparator,
        Stream.concat(BUILT.stream().map(built -> jar(built).toString()), libraries).toList());
  }
}
