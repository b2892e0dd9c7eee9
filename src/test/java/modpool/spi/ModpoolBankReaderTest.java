package modpool.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other programs meet that ask `MidiSystem` for a bank, with us on their class path.
class ModpoolBankReaderTest {
  private static final byte[] RIFF = "RIFF\0\0\0\5sfbk".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;

  /// So many zeros that whoever reads them to the end takes too long or too much.
  private static final class Zeros extends InputStream {
    private long left = 1L << 40;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }
  }

  @Test
  void a_url_may_stand_for_a_name_with_spaces_and_umlauts() throws Exception {
    Path song = Files.createDirectory(folder.resolve("my b\u00e4nk")).resolve("a song.mod");
    Files.copy(Path.of("presets/songs/demo.mod"), song);

    assertEquals(
        MidiSystem.getSoundbank(song.toFile()).getInstruments().length,
        MidiSystem.getSoundbank(song.toUri().toURL()).getInstruments().length);
  }

  @Test
  @SuppressWarnings("deprecation") // the old constructor makes URLs that are no URIs
  void a_url_with_a_bare_space_is_understood_too() throws Exception {
    Path song = Files.createDirectory(folder.resolve("my bank")).resolve("song.mod");
    Files.copy(Path.of("presets/songs/demo.mod"), song);

    assertEquals(
        MidiSystem.getSoundbank(song.toFile()).getInstruments().length,
        MidiSystem.getSoundbank(new java.net.URL("file:" + song)).getInstruments().length);
  }

  @Test
  void a_soundfont_of_any_size_is_left_to_the_jdk_where_it_was() throws Exception {
    InputStream font =
        new BufferedInputStream(
            new SequenceInputStream(new ByteArrayInputStream(RIFF), new Zeros()));

    assertNull(new ModpoolBankReader().getSoundbank(font));
    assertArrayEquals(RIFF, font.readNBytes(RIFF.length));
  }
}
