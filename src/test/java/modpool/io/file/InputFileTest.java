package modpool.io.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir Path folder;

  @Test
  void a_file_up_to_the_limit_is_read_whole() throws IOException {
    Path file = Files.write(folder.resolve("four"), new byte[] {1, 2, 3, 4});

    assertArrayEquals(new byte[] {1, 2, 3, 4}, InputFile.read(file, 4));
  }

  @Test
  void a_longer_file_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("five"), new byte[5]);

    assertEquals(file + ": is larger than 4 bytes, the most accepted", complaint(file));
  }

  @Test
  void a_missing_file_a_folder_and_an_empty_file_are_told_apart() throws IOException {
    Path missing = folder.resolve("missing");
    Path empty = Files.createFile(folder.resolve("empty"));

    assertEquals(missing + ": does not exist", complaint(missing));
    assertEquals(folder + ": is a directory; name a file", complaint(folder));
    assertEquals(empty + ": is empty", complaint(empty));
  }

  @Test
  void a_file_without_permission_says_so() throws IOException {
    Path file = Files.write(folder.resolve("secret"), new byte[1]);
    file.toFile().setReadable(false);
    assumeFalse(Files.isReadable(file), "this user may read everything");

    assertEquals(file + ": cannot be read: permission denied", complaint(file));
  }

  private static String complaint(Path file) {
    return assertThrows(BadFileException.class, () -> InputFile.read(file, 4)).getMessage();
  }
}
