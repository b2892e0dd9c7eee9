package modpool.spi;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Soundbank;
import javax.sound.midi.spi.SoundbankReader;
import modpool.instrument.BankFiles;
import modpool.io.BadFileException;
import modpool.io.InputFile;

/// Reads whatever modpool takes as a bank: a bank folder or its `bank.json`, a module, a sample.
public final class ModpoolBankReader extends SoundbankReader {
  private static final int MAX_BYTES = 64 << 20;

  @Override
  public Soundbank getSoundbank(File file) throws InvalidMidiDataException, IOException {
    return read(file.toPath());
  }

  @Override
  public Soundbank getSoundbank(URL url) throws InvalidMidiDataException, IOException {
    if (url.getProtocol().equals("file")) {
      return read(new File(url.getPath()).toPath());
    }
    try (InputStream in = url.openStream()) {
      return getSoundbank(in);
    }
  }

  /// Reads a bank that is one file: others have samples beside them, which a stream has not. A
  /// stream that holds none is left where it was.
  @Override
  public Soundbank getSoundbank(InputStream stream) throws InvalidMidiDataException, IOException {
    if (stream.markSupported()) {
      stream.mark(MAX_BYTES);
    }
    Path copy = Files.createTempFile("modpool", ".bank");
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(InputFile.read("the stream", stream, MAX_BYTES));
      Files.write(copy, bytes.toByteArray());
      return read(copy);
    } catch (InvalidMidiDataException | BadFileException e) {
      if (stream.markSupported()) {
        stream.reset(); // the next reader may know it
      }
      throw e instanceof InvalidMidiDataException known ? known : invalid(e);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static Soundbank read(Path path) throws InvalidMidiDataException {
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
