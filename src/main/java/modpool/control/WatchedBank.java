package modpool.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import modpool.bank.BankFiles;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.FileStamp;
import modpool.patch.Bank;

/// A bank of files, and how these were when it was read: so it can be told that one has changed,
/// and be read again. Control's.
final class WatchedBank {
  private final Path path;
  private Map<Path, FileStamp> stamps = new LinkedHashMap<>(); // at the last attempt to read
  private Map<Path, FileStamp> changed; // as seen at the last look; null while all is as read
  private Map<Path, FileStamp> loaded = new LinkedHashMap<>(); // those that the bank is made of
  private Map<Path, FileStamp> beside = new LinkedHashMap<>(); // likewise, but not watched
  private Bank bank;
  private Content content; // null until it is asked for

  private WatchedBank(Path path) {
    this.path = path;
  }

  /// Reads a bank.
  ///
  /// @throws BadFileException when it cannot be read
  static WatchedBank open(Path path) throws BadFileException {
    WatchedBank watched = new WatchedBank(path);
    watched.read();
    return watched;
  }

  /// A bank that may not be there yet: its file is waited for. It is not read before the first
  /// [#reread()].
  static WatchedBank awaiting(Path file) {
    WatchedBank watched = new WatchedBank(file);
    watched.stamps.put(file, FileStamp.of(file));
    return watched;
  }

  /// The same bank as it was read, for another instrument.
  WatchedBank copy() {
    WatchedBank copy = new WatchedBank(path);
    copy.stamps.putAll(stamps);
    copy.loaded.putAll(loaded);
    copy.beside.putAll(beside);
    copy.bank = bank;
    return copy;
  }

  /// What was read last, or null.
  Bank bank() {
    return bank;
  }

  Path path() {
    return path;
  }

  /// True when a file is another than when it was last tried to read the bank, and has stayed so
  /// from the last look to this one: not in the middle of being written.
  boolean hasChanged() {
    Map<Path, FileStamp> now = stampsNow();
    if (now.equals(stamps)) {
      changed = null;
      return false;
    }
    boolean settled = now.equals(changed);
    changed = now;
    return settled;
  }

  private Map<Path, FileStamp> stampsNow() {
    Map<Path, FileStamp> now = new LinkedHashMap<>();
    stamps.keySet().forEach(file -> now.put(file, FileStamp.of(file)));
    return now;
  }

  /// What was read last, as it is known again.
  ///
  /// @throws BadFileException when a file is another by now, or cannot be read any more
  Content content() throws BadFileException {
    if (content == null) {
      List<Path> files = new ArrayList<>(loaded.keySet());
      files.addAll(beside.keySet());
      checkUnchanged();
      Content now = Content.of(path, files);
      checkUnchanged();
      content = now;
    }
    return content;
  }

  private void checkUnchanged() throws BadFileException {
    for (Map<Path, FileStamp> read : List.of(loaded, beside)) {
      for (Map.Entry<Path, FileStamp> file : read.entrySet()) {
        if (!FileStamp.of(file.getKey()).equals(file.getValue())) {
          String what =
              stamps.equals(loaded)
                  ? "has changed since it was read; try again in a second"
                  : "is no longer what was read, and what it is now cannot be; mend it first";
          throw new BadFileException(file.getKey().toString(), what);
        }
      }
    }
  }

  /// Reads the bank again.
  ///
  /// @throws BadFileException when it cannot be read; the bank stays what it was, until a file
  ///   changes once more
  void reread() throws BadFileException {
    read();
  }

  private void read() throws BadFileException {
    Map<Path, FileStamp> before = stampsNow();
    Map<Path, FileStamp> read = new LinkedHashMap<>();
    Map<Path, FileStamp> more = new LinkedHashMap<>();
    changed = null;
    try {
      bank =
          BankFiles.read(
              path,
              file -> read.put(file, FileStamp.of(file)),
              file -> more.put(file, FileStamp.of(file)));
      stamps = read;
      loaded = read;
      beside = more;
      content = null;
    } catch (BadFileException | OutOfMemoryError | StackOverflowError | RuntimeException e) {
      before.putAll(read); // a file that was not reached may be the one to be mended
      stamps = before;
      throw BadFileException.because(path, e);
    }
  }
}
