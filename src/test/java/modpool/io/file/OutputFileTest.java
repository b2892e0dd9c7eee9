package modpool.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import modpool.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private static final byte[] TEXT = "whole".getBytes();

  @TempDir Path folder;

  @Test
  void an_old_file_stays_until_the_new_one_is_whole() throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "old");
    try (OutputFile file = new OutputFile(path)) {
      file.write(ByteBuffer.wrap(TEXT));
      assertEquals("old", Files.readString(path));
      file.finish();
      assertEquals("whole", Files.readString(path));
    }
    assertEquals(List.of(path), files());
  }

  @Test
  void giving_up_leaves_the_old_file_and_nothing_else() throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "old");
    try (OutputFile file = new OutputFile(path)) {
      file.write(ByteBuffer.wrap(TEXT));
    }
    assertEquals("old", Files.readString(path));
    assertEquals(List.of(path), files());
  }

  @Test
  void a_link_stays_and_the_file_behind_it_is_replaced() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = link("link", file.getFileName());
    Path dangling = link("dangling", Path.of("new"));
    OutputFile.write(link, TEXT);
    OutputFile.write(dangling, TEXT);

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("whole", Files.readString(file));
    assertTrue(Files.isSymbolicLink(dangling));
    assertTrue(Files.isRegularFile(folder.resolve("new"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void permissions_of_a_replaced_file_are_kept() throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(
        Files.getFileStore(path).supportsFileAttributeView("posix"), "no POSIX permissions here");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    OutputFile.write(path, TEXT);

    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void a_directory_and_a_missing_folder_are_told_at_once() {
    Path lost = folder.resolve("lost").resolve("file");

    assertEquals("cannot write " + folder + ": it is a directory; name a file", complaint(folder));
    assertEquals(
        "cannot write " + lost + ": there is no folder " + lost.getParent() + "; create it first",
        complaint(lost));
  }

  @Test
  void a_file_without_permission_is_told_at_once() throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "old");
    path.toFile().setWritable(false);
    assumeFalse(Files.isWritable(path), "this user may write everything");

    assertTrue(complaint(path).contains("permission denied"));
  }

  @Test
  void a_device_gets_the_bytes_and_is_not_replaced() throws Exception {
    Path sink = Path.of("/dev/null");
    assumeTrue(Files.exists(sink), "no such device here");
    OutputFile.write(sink, TEXT);

    assertFalse(Files.isRegularFile(sink));
  }

  @Test
  void a_full_disk_is_named() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no such device here");

    assertEquals(
        "cannot write /dev/full: the disk is full; make room or name another folder",
        complaint(full));
    assertFalse(Files.isRegularFile(full));
  }

  @Test
  void a_pipe_gets_the_bytes() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(madePipe(pipe), "no mkfifo here");
    Thread writer =
        Thread.ofVirtual().start(() -> assertThrowsNothing(() -> OutputFile.write(pipe, TEXT)));

    assertEquals("whole", Files.readString(pipe));
    writer.join();
    assertEquals(List.of(pipe), files());
  }

  @Test
  void a_draft_does_not_outlive_a_program_that_ends_while_it_writes() throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "old");
    try (Program writing = program("exit", path)) {
      assertEquals("", writing.rest());
      assertEquals(3, writing.exitCode(), writing.errors());
    }
    assertEquals("old", Files.readString(path));
    assertEquals(List.of(path), files());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // which has no such names
  void the_programs_own_stdout_is_written_to_and_what_it_leads_to_is_not_replaced()
      throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "before\n");
    for (String name : List.of("/dev/stdout", "/dev/fd/1", "/dev/stderr")) {
      assumeTrue(Files.exists(Path.of(name)), "no " + name + " here");
      ProcessBuilder builder = Program.java(Streams.class.getName(), "write", name);
      ProcessBuilder.Redirect append = ProcessBuilder.Redirect.appendTo(log.toFile());
      assertEquals(0, builder.redirectOutput(append).redirectError(append).start().waitFor());
    }
    assertEquals("before\nwhole+whole+whole+", Files.readString(log));
    assertEquals(List.of(log), files());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_a_shell_has_opened_for_the_program_is_appended_to() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "before\n");
    assumeTrue(Files.exists(Path.of("/dev/fd")), "no /dev/fd here");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 7>>\"$0\""));
    command.add(log.toString());
    command.addAll(Program.java(Streams.class.getName(), "write", "/dev/fd/7").command());
    ProcessBuilder.Redirect nowhere = ProcessBuilder.Redirect.DISCARD;
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(nowhere);
    assertEquals(0, builder.redirectError(nowhere).start().waitFor());
    assertEquals("before\nwhole", Files.readString(log));
    assertEquals(List.of(log), files());
  }

  private Program program(String what, Path path) throws IOException {
    Path errors = Files.createTempFile("modpool-test", null);
    errors.toFile().deleteOnExit();
    return new Program(Program.java(Streams.class.getName(), what, path.toString()), errors);
  }

  /// A program that writes to a place: wholly, or until it ends in the middle of it.
  static final class Streams {
    public static void main(String[] words) throws Exception {
      OutputFile file = new OutputFile(Path.of(words[1]));
      file.write(ByteBuffer.wrap(TEXT));
      if (words[0].equals("exit")) {
        System.exit(3);
      }
      file.finish();
      System.out.write('+'); // it is still open
      System.out.flush();
    }
  }

  private interface Writing {
    void run() throws OutputException;
  }

  private static void assertThrowsNothing(Writing writing) {
    try {
      writing.run();
    } catch (OutputException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean madePipe(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Path link(String name, Path to) {
    try {
      return Files.createSymbolicLink(folder.resolve(name), to);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
      return null;
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String complaint(Path path) {
    return assertThrows(OutputException.class, () -> OutputFile.write(path, TEXT)).getMessage();
  }
}
