package modpool.spi;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Soundbank;
import javax.sound.midi.spi.SoundbankReader;
import modpool.bank.BankFiles;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;

/// Reads as soundbanks what is modpool's own and what the JDK has no reader for: a bank folder or
/// its `bank.json`, modules, SFZ, 8SVX. RIFF and AIFF files (SoundFonts, DLS, sounds) are left to
/// the JDK, whose synthesizer would otherwise find banks that it can't play;
/// [ModpoolSynthesizer#soundbank] reads these too.
public final class ModpoolBankReader extends SoundbankReader {
  private static final int MAX_BYTES = 64 << 20;
  private static final int HEAD = 12; // bytes that tell what a file is

  @Override
  public Soundbank getSoundbank(File file) throws InvalidMidiDataException, IOException {
    return readOwn(file.toPath());
  }

  @Override
  public Soundbank getSoundbank(URL url) throws InvalidMidiDataException, IOException {
    if (url.getProtocol().equals("file")) {
      return readOwn(pathOf(url));
    }
    try (InputStream in = url.openStream()) {
      return getSoundbank(in);
    }
  }

  /// A URL that was not made of a URI may hold what none may, such as a space.
  private static Path pathOf(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException _) {
      return new File(url.getPath()).toPath();
    }
  }

  /// Reads a bank that is one file: others have samples beside them, which a stream has not. A
  /// stream that holds none is left where it was.
  @Override
  public Soundbank getSoundbank(InputStream stream) throws InvalidMidiDataException, IOException {
    if (stream.markSupported()) {
      stream.mark(HEAD);
      boolean isTheJdks = isTheJdks(stream.readNBytes(HEAD));
      stream.reset();
      if (isTheJdks) {
        return null; // before all of it is copied: it may be larger than any bank of ours
      }
      stream.mark(MAX_BYTES + 1);
    }
    Path copy = Files.createTempFile("modpool", ".bank");
    try {
      Files.write(copy, InputFile.read("the stream", stream, MAX_BYTES));
      Soundbank bank = readOwn(copy);
      if (bank == null && stream.markSupported()) {
        stream.reset(); // the next reader may know it
      }
      return bank;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// @return null for what another reader may know: `MidiSystem` asks no further after an exception
  private static Soundbank readOwn(Path path) throws InvalidMidiDataException, IOException {
    boolean isBank = Files.isDirectory(path) || path.toString().endsWith(".json");
    if (isBank) {
      return read(path);
    }
    try {
      return isTheJdks(path) ? null : read(path);
    } catch (InvalidMidiDataException e) {
      return null;
    }
  }

  private static boolean isTheJdks(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return isTheJdks(in.readNBytes(HEAD));
    }
  }

  private static boolean isTheJdks(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return start.startsWith("RIFF") || start.startsWith("FORM") && start.endsWith("AIFF");
  }

  /// Reads whatever modpool takes as a bank.
  static Soundbank read(Path path) throws InvalidMidiDataException {
    try {
      return new ModpoolSoundbank(BankFiles.read(path));
    } catch (BadFileException e) {
      throw invalid(e);
    }
  }

  private static InvalidMidiDataException invalid(Exception cause) {
    InvalidMidiDataException e = new InvalidMidiDataException(cause.getMessage());
    e.initCause(cause);
    return e;
  }
}
