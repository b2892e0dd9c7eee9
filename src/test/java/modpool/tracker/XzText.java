package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Text files packed by `xz`, read with the command of that name: the JDK has no reader for them.
final class XzText {
  private XzText() {}

  static void assumeReadable() {
    boolean there;
    try {
      there = new ProcessBuilder("xz", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assumeTrue(there, "the reference traces are packed, and there is no command xz to unpack them");
  }

  static BufferedReader open(Path file) throws IOException, InterruptedException {
    Process xz =
        new ProcessBuilder("xz", "--decompress", "--stdout", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(xz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, xz.waitFor(), () -> "xz could not unpack " + file);
    return new BufferedReader(new StringReader(text));
  }
}
