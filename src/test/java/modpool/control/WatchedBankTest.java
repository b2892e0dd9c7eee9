package modpool.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import modpool.io.file.BadFileException;
import org.junit.jupiter.api.Test;

class WatchedBankTest {
  @Test
  void what_goes_wrong_in_a_reader_is_told_of_the_file_and_ends_nothing() {
    for (Throwable fault : List.of(new StackOverflowError(), new IllegalStateException("odd"))) {
      BadFileException e =
          assertThrows(BadFileException.class, () -> WatchedBank.open(failing(fault)));

      assertEquals(
          "x.sf2: cannot be read by a bug in modpool, please report it: " + fault, e.getMessage());
    }
  }

  /// A file at which whoever reads it fails.
  private static Path failing(Throwable fault) {
    return (Path)
        Proxy.newProxyInstance(
            WatchedBankTest.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (_, method, _) -> {
              if (method.getName().equals("toString")) {
                return "x.sf2";
              }
              throw fault;
            });
  }
}
