package modpool.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;

/// What a channel can choose: the programs, or the drum kits, of all banks. Immutable.
public final class ProgramChoices {
  /// A line of the menu: a bank's heading, or a program.
  sealed interface Line {}

  /// The bank of the programs that follow.
  record Heading(int bank, String name) implements Line {
    @Override
    public String toString() {
      return "Bank " + bank + "  " + name;
    }
  }

  /// A program that can be chosen.
  public record Program(int bank, int number, String name) implements Line {
    /// What it is chosen by, for the session's lines.
    public String address() {
      return bank + ":" + number;
    }

    /// As people are shown it: from 0, as MIDI counts.
    @Override
    public String toString() {
      return "%d:%03d  %s".formatted(bank, number, name);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  /// @param kits whether the channel plays drums
  public ProgramChoices(ProgramTable table, boolean kits) {
    List<Bank> listed = new ArrayList<>();
    for (Map.Entry<Integer, Bank> entry : table.banks().entrySet()) {
      if (!listed.contains(entry.getValue())) { // the factory bank may have two numbers
        listed.add(entry.getValue());
        add(entry.getKey(), entry.getValue(), kits);
      }
    }
  }

  private void add(int number, Bank bank, boolean kits) {
    List<Line> programs = new ArrayList<>();
    for (int program = 0; program < Bank.PROGRAMS; program++) {
      Patch patch = kits ? bank.kit(program) : bank.program(program);
      if (patch != null) {
        programs.add(new Program(number, program, patch.name()));
      }
    }
    if (!programs.isEmpty()) {
      lines.add(new Heading(number, bank.name()));
      lines.addAll(programs);
    }
  }

  /// All of it, or what fits words: each must be part of the name, or of the number; headings stay
  /// where something of their bank does.
  List<Line> matching(String search) {
    String[] words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
    List<Line> matching = new ArrayList<>();
    Heading pending = null;
    for (Line line : lines) {
      switch (line) {
        case Heading heading -> pending = heading;
        case Program program -> {
          if (matches(program, words)) {
            if (pending != null) {
              matching.add(pending);
              pending = null;
            }
            matching.add(program);
          }
        }
      }
    }
    return matching;
  }

  private static boolean matches(Program program, String[] words) {
    String text = program.toString().toLowerCase(Locale.ROOT);
    for (String word : words) {
      boolean isNumber = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
      boolean matches =
          isNumber
              ? program.number == number(word) || program.name.contains(word)
              : text.contains(word);
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private static int number(String word) {
    return word.length() > 3 ? -1 : Integer.parseInt(word);
  }
}
