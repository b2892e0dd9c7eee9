package modpool.bank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import modpool.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  @TempDir private Path folder;

  @Test
  void a_program_that_ends_while_it_imports_leaves_nothing() throws Exception {
    Path target = folder.resolve("bank");
    Path errors = folder.resolve("errors");
    for (String what : new String[] {"fills", "finishes"}) {
      ProcessBuilder builder = Program.java(Filling.class.getName(), target.toString(), what);
      try (Program filling = new Program(builder, errors)) {
        assertEquals("", filling.rest());
        assertEquals(3, filling.exitCode(), filling.errors());
      }
      Files.delete(errors);
      String[] left = what.equals("fills") ? new String[0] : new String[] {"bank"};
      assertArrayEquals(left, folder.toFile().list());
    }
    assertEquals("wave", Files.readString(target.resolve("samples/deep/a.wav")));
    assertEquals("bank", Files.readString(target.resolve("bank.json")));
  }

  /// A program that ends while it has a draft, or just after that was finished.
  static final class Filling {
    public static void main(String[] words) throws Exception {
      Draft draft = new Draft(Path.of(words[0]));
      draft.write("samples/deep/a.wav", "wave".getBytes());
      draft.write("bank.json", "bank".getBytes());
      draft.write("samples/b.wav", new byte[1]);
      if (words[1].equals("finishes")) {
        draft.finish();
      }
      System.exit(3);
    }
  }
}
