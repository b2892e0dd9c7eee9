package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import modpool.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is larger than what Java may use.
class LittleMemoryTest {
  private static final int BYTES = 48 << 20;

  @TempDir private Path folder;

  /// Silence of 16 bits.
  private Path wave() throws IOException {
    Path file = folder.resolve("long.wav");
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + BYTES);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(BYTES);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(header.array());
      out.setLength(44L + BYTES);
    }
    return file;
  }

  private void assertOneLine(int exitCode, String said, String... words) throws Exception {
    ProcessBuilder builder = Program.java(Main.class.getName(), words);
    builder.command().addAll(1, List.of("-Xmx32m"));
    try (Program program = new Program(builder, folder.resolve("err.txt"))) {
      assertEquals(exitCode, program.exitCode(), program.errors());
      assertEquals(1, program.errors().lines().count(), program.errors());
      assertTrue(program.errors().contains(said), program.errors());
    }
  }

  @Test
  void a_bank_that_is_too_large_for_it_is_a_bad_file() throws Exception {
    String file = wave().toString();
    assertOneLine(1, "long.wav: is too large for the", "presets", "--bank", file);
  }

  @Test
  void a_song_that_is_too_large_for_it_does_not_end_the_session() throws Exception {
    String song = wave().toString();
    ProcessBuilder builder =
        Program.java(Main.class.getName(), "--audio", "null", "--midi", "none");
    builder.command().addAll(1, List.of("-Xmx32m", "-Djava.awt.headless=true"));
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    try (Program live = new Program(builder, folder.resolve("err.txt"))) {
      live.say("song " + song, "stats");
      assertTrue(live.line().contains("voices"));
      live.say("quit");
      assertEquals(0, live.exitCode(), live.errors());
      assertTrue(live.errors().contains("long.wav: is too large for the"), live.errors());
    }
  }

  @Test
  void anything_else_that_is_too_large_ends_in_one_line() throws Exception {
    assertOneLine(4, "modpool: out of memory (Java heap space)", "info", wave().toString());
  }
}
