package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The POSIX launcher in a tree that looks built, with a JDK that only prints what it is told.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir private Path folder;
  private Path home;
  private Path target;

  @BeforeEach
  void build() throws IOException {
    home = folder.toRealPath().resolve("mod pool");
    target = Files.createDirectories(home.resolve("target"));
    Files.createDirectories(home.resolve("src").resolve("main"));
    Files.createDirectories(home.resolve("presets"));
    Files.createFile(home.resolve("pom.xml"));
    script(home.resolve("modpool"), Files.readString(Path.of("modpool")));
    Path bin = Files.createDirectories(folder.resolve("jdk").resolve("bin"));
    script(bin.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.writeString(folder.resolve("jdk").resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    made("modpool.jar", 60);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// @param seconds from now when it was made
  private void made(String name, int seconds) throws IOException {
    made(Files.writeString(target.resolve(name), ""), seconds);
  }

  private static void made(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private void recordedAt(Path place) throws IOException {
    recordedAt(place, "window");
  }

  private void recordedAt(Path place, String with) throws IOException {
    Files.writeString(target.resolve("live.jsa.place"), place + "\n" + with + "\n");
    made(target.resolve("live.jsa.place"), 120);
  }

  private List<String> start(String... words) throws Exception {
    List<String> told = startOn("", words);
    assertTrue(told.getFirst().startsWith("@"), told::toString); // no words of its own
    return told;
  }

  private List<String> startOn(String display, String... words) throws Exception {
    return told(launcher(display, words));
  }

  private ProcessBuilder launcher(String display, String... words) {
    List<String> command = new ArrayList<>(List.of(home.resolve("modpool").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("DISPLAY", display);
    return builder;
  }

  private static List<String> told(ProcessBuilder builder) throws Exception {
    Process launcher = builder.start();
    List<String> told = launcher.inputReader().lines().toList();
    assertEquals(0, launcher.waitFor(), told::toString);
    return told;
  }

  private boolean takesClasses(List<String> told) {
    return told.contains("-XX:SharedArchiveFile=" + target.resolve("live.jsa"));
  }

  @Test
  void what_plays_starts_with_the_options_and_classes_of_what_plays() throws Exception {
    made("live.jsa", 120);
    made("modpool.aot", 120);
    recordedAt(home);
    for (String first : List.of("live", "play", "doctor", "--audio")) {
      List<String> told = start(first, "a b");
      assertEquals("@" + home.resolve("native-config/live.options"), told.getFirst());
      assertTrue(takesClasses(told), told::toString);
      assertEquals(List.of("modpool.cli.Main", first, "a b"), lastOf(told, 3));
    }
    assertTrue(takesClasses(start()));
    List<String> told = start("render", "a b");
    assertEquals("@" + home.resolve("native-config/offline.options"), told.getFirst());
    assertTrue(told.contains("-XX:AOTCache=" + target.resolve("modpool.aot")), told::toString);
    assertEquals(List.of("modpool/modpool.cli.Main", "render", "a b"), lastOf(told, 3));
  }

  private static List<String> lastOf(List<String> lines, int count) {
    return lines.subList(lines.size() - count, lines.size());
  }

  @Test
  void classes_that_are_older_than_the_jar_or_of_another_place_are_left_aside() throws Exception {
    assertFalse(takesClasses(start("play")));
    made("live.jsa", 120);
    assertFalse(takesClasses(start("play")), "nobody knows where it was recorded");
    recordedAt(folder);
    assertFalse(takesClasses(start("play")), "the tree was moved");
    recordedAt(home);
    assertTrue(takesClasses(start("play")));
    made("live.jsa", 30);
    assertFalse(takesClasses(start("play")), "older than the jar");
  }

  @Test
  void a_jar_that_is_newer_than_what_was_recorded_is_recorded_once() throws Exception {
    Path recorded = recordsOnce();
    made("live.jsa", 30);
    made("modpool.aot", 30);
    recordedAt(home);
    made(target.resolve("live.jsa.place"), 30);
    start("play", "a.mod");
    start("render", "a.mid");
    assertFalse(Files.exists(recorded), "these would be no quicker");

    List<String> told = startOn("", "live");
    assertEquals("modpool: preparing quick starts once ...", told.getFirst());
    assertFalse(takesClasses(told), "it has failed: nothing is worse than before");
    start("live"); // and is not tried again
    assertEquals(List.of("" + folder.resolve("jdk")), Files.readAllLines(recorded));

    made("modpool.aot", 120);
    made("live.jsa", 120);
    recordedAt(folder);
    assertTrue(takesClasses(startOn("", "live")), "the tree was moved");
    assertEquals(folder.resolve("jdk") + " live", Files.readAllLines(recorded).getLast());
  }

  /// What is recorded where, as whoever records it writes down in any case.
  private Path recordsOnce() throws IOException {
    Path recorded = target.resolve("recorded");
    Path later = Files.createFile(target.resolve("later"));
    made(later, 120);
    Path place = target.resolve("live.jsa.place");
    recorder(
        "echo \"$*\" >>'%s'\nprintf '%%s\\nwindow\\n' '%s' >'%s'\ntouch -r '%s' '%s'"
            .formatted(recorded, home, place, later, place));
    return recorded;
  }

  @Test
  void classes_recorded_without_a_display_are_recorded_again_once_there_is_one() throws Exception {
    Path recorded = recordsOnce();
    made("live.jsa", 120);
    made("modpool.aot", 120);
    recordedAt(home, "");
    start();
    startOn(":9", "play", "a.mod");
    startOn(":9", "render", "a.mid");
    assertFalse(Files.exists(recorded), "nothing of that opens a window");

    List<String> told = startOn(":9");
    assertTrue(told.getFirst().startsWith("modpool: "), told::toString);
    assertTrue(takesClasses(told), told::toString);
    assertTrue(startOn(":9", "live").getFirst().startsWith("@"));
    assertEquals(List.of(folder.resolve("jdk") + " live"), Files.readAllLines(recorded));
    assertFalse(Files.exists(target.resolve("launcher.lock")));
  }

  private void recorder(String does) throws IOException {
    Path folder = Files.createDirectories(home.resolve("native-config"));
    script(folder.resolve("train-aot"), "#!/bin/sh\n" + does + "\n");
  }

  @Test
  void a_start_that_is_killed_while_it_records_leaves_the_jar_to_the_next() throws Exception {
    recorder("kill -9 $PPID");
    made("live.jsa", 120);
    recordedAt(home, "");
    assertEquals(137, launcher(":9", "live").start().waitFor());
    assertTrue(Files.isSymbolicLink(lock()), "it was killed with the lock in its hands");

    List<String> told = start("live");
    assertTrue(takesClasses(told), told::toString);
    recorder(":");
    told = startOn(":9", "live");
    assertTrue(told.contains("modpool.cli.Main"), told::toString);
    assertTrue(Files.exists(target.resolve("modpool.jar")));
    assertFalse(Files.isSymbolicLink(lock()));
  }

  @Test
  void a_jar_whose_builder_was_killed_is_built_anew() throws Exception {
    Files.createSymbolicLink(lock(), Path.of("" + deadProcess()));
    compiles();
    Path maven = folder.resolve("bin").resolve("mvn");
    Files.createDirectories(maven.getParent());
    script(maven, "#!/bin/sh\n[ ! -e target/modpool.jar ] && touch target/modpool.jar\n");
    recorder(":");
    ProcessBuilder builder = launcher("", "live");
    builder
        .environment()
        .merge("PATH", maven.getParent().toString(), (path, bin) -> bin + ":" + path);
    List<String> told = told(builder);
    assertEquals("modpool: building once ...", told.getFirst());
    assertTrue(told.contains("modpool.cli.Main"), told::toString);
    assertFalse(Files.isSymbolicLink(lock()));
  }

  @Test
  void where_no_lock_can_be_made_a_build_says_so_and_a_start_records_nothing() throws Exception {
    made("live.jsa", 120);
    recordedAt(home, "");
    Files.writeString(lock(), "a file");
    assertTrue(takesClasses(startOn(":9", "live")));

    compiles();
    Files.delete(target.resolve("modpool.jar"));
    Process launcher = launcher("", "live").start();
    String said = launcher.inputReader().readLine();
    assertEquals(1, launcher.waitFor());
    assertEquals("modpool: cannot make the link " + lock(), said.split(": remove")[0]);
  }

  @Test
  void tells_scripts_which_jdk_it_would_build_with() throws Exception {
    Files.delete(target.resolve("modpool.jar"));
    ProcessBuilder builder = launcher("", "--which-jdk");
    String jdk = folder.resolve("jdk").toString();
    Process asked = builder.start();
    String first = asked.inputReader().readLine();
    assertFalse(asked.waitFor() == 0 && jdk.equals(first), "it cannot compile");

    compiles();
    assertEquals(List.of(jdk), told(launcher("", "--which-jdk")));
    assertFalse(Files.exists(target.resolve("modpool.jar")), "nothing is built for that");
  }

  private Path lock() {
    return target.resolve("launcher.lock");
  }

  private void compiles() throws IOException {
    script(folder.resolve("jdk").resolve("bin").resolve("javac"), "#!/bin/sh\n");
  }

  private static long deadProcess() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }
}
