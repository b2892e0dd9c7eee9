package modpool.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import modpool.bank.OwnBank;
import modpool.instrument.ModuleBank;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.OutputException;
import modpool.module.Module;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.render.RackBuilder;

/// The banks of an open instrument and the hands on them. Any thread may ask; the work is done on
/// control.
public final class Banks {
  private final ControlThread thread;
  private final Supplier<RackBuilder> racks;
  private final Consumer<Supplier<Change>> note;
  private BankSet set;
  private ProgramTable table;

  /// @param note hears of changes
  Banks(
      ControlThread thread,
      Supplier<RackBuilder> racks,
      BankSet set,
      Consumer<Supplier<Change>> note) {
    this.note = note;
    this.thread = thread;
    this.racks = racks;
    this.set = set;
    table = set.table();
  }

  /// The banks as they are read, for another instrument. On control.
  BankSet copy() {
    return set.copy();
  }

  /// What the channels choose from. On control.
  ProgramTable table() {
    return table;
  }

  /// What the channels choose from now; another when banks have changed.
  public ProgramTable programs() {
    return thread.call(() -> table);
  }

  /// Puts other banks in place of those that were named. Notes that sound keep their patches.
  ///
  /// @param paths the first is bank 0; none for the factory bank
  /// @throws BadFileException when one cannot be read; nothing has changed then
  public void replace(List<Path> paths) throws BadFileException {
    checked(
        () -> {
          set = set.withNamed(paths);
          note.accept(() -> change(() -> new Change.BanksNamed(set.contents())));
          publish();
          return null;
        });
  }

  /// Puts a table that others made in place of the banks that were read, until these are changed.
  /// Notes that sound keep their patches.
  public void put(ProgramTable other) {
    thread.run(
        () -> {
          table = other;
          note.accept(() -> new Change.Unrepeatable("another program's banks were put in"));
          racks.get().setPrograms(table);
          racks.get().publish(0);
        });
  }

  /// Looks whether files of banks have changed, and reads again what has and was left alone since
  /// the last look: the next note has the new sound, held ones keep theirs. What cannot be read
  /// stays as it was. To be called a few times a second, or when it is wanted.
  ///
  /// @return what there is to tell, a line each
  public List<String> look() {
    return thread.call(
        () -> {
          Set<Integer> read = set.look();
          for (int bank : read) {
            note.accept(() -> change(() -> new Change.BankRead(bank, set.content(bank))));
          }
          if (!read.isEmpty()) {
            publish();
          }
          return set.takeNews();
        });
  }

  /// The samples of a song, as bank [BankSet#SONG]. On control; published with the song.
  ///
  /// @param song null for none
  void setSong(Module song) {
    set.setSong(song == null ? null : ModuleBank.bank(song));
    table = set.table();
    racks.get().setPrograms(table);
  }

  private void publish() {
    table = set.table();
    racks.get().setPrograms(table);
    racks.get().publish(0);
  }

  /// What was read of the named banks, in their order, as it is known again.
  ///
  /// @throws BadFileException when a file has changed since
  public List<Content> contents() throws BadFileException {
    return checked(() -> set.contents());
  }

  /// Of a user's own bank, or null.
  public Content ownContent() throws BadFileException {
    return checked(() -> set.ownContent());
  }

  /// Reads a bank again, as [#look()] did.
  ///
  /// @param bank a named one by its number, or [BankSet#USER]
  /// @return what it is now
  public Content reread(int bank) throws BadFileException {
    return checked(
        () -> {
          set.reread(bank);
          publish();
          return set.content(bank);
        });
  }

  /// Saves a patch into the user's own bank, which then is read again. Waits for nothing.
  ///
  /// @param patch made on control
  /// @param replace whether it may take the number from another preset
  /// @param done told, on control, what went wrong, or null
  public void save(
      Supplier<Patch> patch, boolean kit, int number, boolean replace, Consumer<String> done) {
    thread.soon(
        () -> {
          try {
            save(patch.get(), kit, number, replace);
            done.accept(null);
          } catch (BadFileException | OutputException | IllegalArgumentException e) {
            done.accept(e.getMessage());
          }
        });
  }

  private void save(Patch patch, boolean kit, int number, boolean replace)
      throws BadFileException, OutputException {
    Path file = set.ownFile();
    if (file == null) {
      throw new OutputException(
          "there is no folder for a bank of your own; let "
              + DataFolder.VARIABLE
              + " name one and start again");
    }
    new OwnBank(file).save(patch, kit, number, replace);
    set.reread(BankSet.USER);
    note.accept(() -> change(() -> new Change.BankRead(BankSet.USER, set.ownContent())));
    publish();
  }

  private static Change change(Question<Change> change) {
    try {
      return change.ask();
    } catch (BadFileException e) {
      return new Change.Unrepeatable(e.getMessage());
    }
  }

  /// A question to the banks that may fail.
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws BadFileException;
  }

  private <T> T checked(Question<T> question) throws BadFileException {
    BadFileException[] failure = new BadFileException[1];
    T answer =
        thread.call(
            () -> {
              try {
                return question.ask();
              } catch (BadFileException e) {
                failure[0] = e;
                return null;
              }
            });
    if (failure[0] != null) {
      throw failure[0];
    }
    return answer;
  }

  /// What plays when a channel asked for a program that is not there, for people.
  ///
  /// @param channel 1-16
  /// @param kit whether it asked for a drum kit
  /// @param bank 0-16383
  /// @param program 0-127
  public String standIn(int channel, boolean kit, int bank, int program) {
    return thread.call(
        () -> {
          Patch plays = kit ? table.kit(bank, program) : table.program(bank, program);
          String what = (kit ? "kit " : "program ") + shown(program);
          String lack =
              table.hasBank(bank) ? "bank " + bank + " has no " + what : "there is no bank " + bank;
          return "channel %d: %s; %s plays".formatted(channel, lack, plays.name());
        });
  }

  /// A program or kit as people are shown it: from 0, as MIDI counts, and from 1, as many devices
  /// do.
  ///
  /// @param number from 0
  public static String shown(int number) {
    Control.within("program", number, 0, Bank.PROGRAMS - 1);
    return number + " (" + (number + 1) + ")";
  }
}
