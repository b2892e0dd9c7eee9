package modpool.control;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import modpool.bank.BankFiles;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.patch.Bank;
import modpool.patch.ProgramTable;

/// The banks that are loaded, and their numbers. Those that are named count from 0; the others have
/// numbers of their own, so that no bank's number depends on which others there are. Control's,
/// once an instrument is open.
public final class BankSet {
  /// The factory bank, whatever is bank 0.
  public static final int FACTORY = 107;

  /// So many banks can be named.
  public static final int MOST_NAMED = FACTORY;

  /// The user's own bank.
  public static final int USER = 108;

  /// The samples of the song that is loaded.
  public static final int SONG = 109;

  private final Bank factory;
  private final List<WatchedBank> named;
  private final WatchedBank own; // null: not looked for
  private final List<String> news = new ArrayList<>();
  private Bank song; // null: none

  private BankSet(Bank factory, List<WatchedBank> named, WatchedBank own) {
    this.factory = factory;
    this.named = named;
    this.own = own;
  }

  /// Reads banks.
  ///
  /// @param paths the first is bank 0; none for the factory bank
  /// @param user the user's own bank, a `bank.json`, which need not be there and does not keep the
  ///   others from being played when it is damaged; null for none
  /// @throws BadFileException when one of the paths cannot be read; the message says which, why and
  ///   what to do
  public static BankSet open(List<Path> paths, Path user) throws BadFileException {
    Bank factory = BankFiles.factory();
    WatchedBank own = user == null ? null : WatchedBank.awaiting(user);
    BankSet set = new BankSet(factory, opened(paths), own);
    if (own != null && Files.exists(user)) {
      set.readOwn();
    }
    return set;
  }

  private static List<WatchedBank> opened(List<Path> paths) throws BadFileException {
    if (paths.size() > MOST_NAMED) {
      throw new BadFileException(
          paths.get(MOST_NAMED).toString(), "is one bank too many; at most " + MOST_NAMED + " fit");
    }
    List<WatchedBank> banks = new ArrayList<>();
    for (Path path : paths) {
      banks.add(WatchedBank.open(path));
    }
    return banks;
  }

  private void readOwn() {
    try {
      own.reread();
    } catch (BadFileException e) {
      news.add(e.getMessage() + "; your bank " + USER + " is left out until it is mended");
    }
  }

  /// The same with other named banks.
  ///
  /// @throws BadFileException when one cannot be read
  BankSet withNamed(List<Path> paths) throws BadFileException {
    BankSet set = new BankSet(factory, opened(paths), own);
    set.song = song;
    set.news.addAll(news);
    return set;
  }

  /// These banks as they are read, for another instrument.
  BankSet copy() {
    List<WatchedBank> copies = named.stream().map(WatchedBank::copy).toList();
    BankSet set = new BankSet(factory, copies, own == null ? null : own.copy());
    set.song = song;
    return set;
  }

  /// The samples of a song as a bank.
  ///
  /// @param bank null when there is no song
  void setSong(Bank bank) {
    song = bank;
  }

  /// Reads again what has changed on disk and was left alone since the last look.
  ///
  /// @return the numbers of the banks that are others now
  Set<Integer> look() {
    Set<Integer> changed = new TreeSet<>();
    for (int number = 0; number < named.size(); number++) {
      if (look(named.get(number))) {
        changed.add(number);
      }
    }
    if (own != null && look(own)) {
      changed.add(USER);
    }
    return changed;
  }

  /// What was read of a bank, a named one or one's own.
  ///
  /// @throws BadFileException when a file is another by now
  Content content(int number) throws BadFileException {
    return watched(number).content();
  }

  /// Reads a bank again, a named one or one's own.
  ///
  /// @throws BadFileException when it cannot be read, or is not there
  void reread(int number) throws BadFileException {
    watched(number).reread();
  }

  private WatchedBank watched(int number) throws BadFileException {
    if (number == USER && own != null) {
      return own;
    }
    if (number < 0 || number >= named.size()) {
      throw new BadFileException("bank " + number, "is not loaded");
    }
    return named.get(number);
  }

  private boolean look(WatchedBank bank) {
    if (!bank.hasChanged()) {
      return false;
    }
    try {
      bank.reread();
      news.add(bank.path() + " was read again: the next note has the new sound");
      return true;
    } catch (BadFileException e) {
      news.add(e.getMessage() + "; what was loaded before stays");
      return false;
    }
  }

  /// What there is to tell since it was asked last, a line each.
  public List<String> takeNews() {
    List<String> lines = List.copyOf(news);
    news.clear();
    return lines;
  }

  /// The banks by their numbers.
  public SortedMap<Integer, Bank> banks() {
    SortedMap<Integer, Bank> banks = new TreeMap<>();
    for (WatchedBank bank : named) {
      banks.put(banks.size(), bank.bank());
    }
    banks.putIfAbsent(0, factory);
    banks.put(FACTORY, factory);
    if (own != null && own.bank() != null) {
      banks.put(USER, own.bank());
    }
    if (song != null) {
      banks.put(SONG, song);
    }
    return banks;
  }

  /// What was read of the named banks, in their order, as it is known again.
  ///
  /// @throws BadFileException when a file is another by now
  List<Content> contents() throws BadFileException {
    List<Content> contents = new ArrayList<>();
    for (WatchedBank bank : named) {
      contents.add(bank.content());
    }
    return contents;
  }

  /// The file of the user's own bank, or null when there can be none.
  Path ownFile() {
    return own == null ? null : own.path();
  }

  /// Likewise of the user's own bank, or null.
  Content ownContent() throws BadFileException {
    return own == null || own.bank() == null ? null : own.content();
  }

  /// What their numbers mean.
  ProgramTable table() {
    return new ProgramTable(banks(), factory);
  }
}
