package modpool.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import modpool.control.BankSet;
import modpool.control.DataFolder;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.session.song.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `modpool presets`: what the banks hold.
@Command(name = "presets", description = "List the programs and drum kits of the banks.")
final class PresetsCommand extends ModpoolCommand {

  @Option(
      names = "--bank",
      paramLabel = "PATH",
      description = "A bank, as for live; repeatable (default: the factory bank).")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path own = DataFolder.bank();
    BankSet set = BankSet.open(paths, own);
    PrintWriter out = out();
    if (json) {
      out.println(
          Json.pretty(json(listed(set)).put("userBank", own == null ? "" : own.toString())));
    } else {
      out.println("Numbers count from 0, as MIDI does; in parentheses from 1.");
      listed(set).forEach((number, bank) -> print(out, number, bank));
      printOthers(out, own);
    }
    set.takeNews().forEach(this::say);
    return ExitCode.DONE;
  }

  /// The factory bank has a second number, under which it need not be listed.
  private static SortedMap<Integer, Bank> listed(BankSet set) {
    SortedMap<Integer, Bank> banks = set.banks();
    banks.remove(BankSet.FACTORY);
    return banks;
  }

  private static void print(PrintWriter out, int number, Bank bank) {
    out.println("Bank " + number + ": " + bank.name());
    for (int program = 0; program < Bank.PROGRAMS; program++) {
      line(out, "program", program, bank.program(program));
    }
    for (int kit = 0; kit < Bank.PROGRAMS; kit++) {
      line(out, "kit", kit, bank.kit(kit));
    }
  }

  private static void line(PrintWriter out, String kind, int number, Patch patch) {
    if (patch != null) {
      out.printf(
          Locale.ROOT,
          "  %-7s %3d %5s  %s%n",
          kind,
          number,
          "(" + (number + 1) + ")",
          patch.name());
    }
  }

  private static void printOthers(PrintWriter out, Path own) {
    String place = own == null ? "nowhere here: set " + DataFolder.VARIABLE : own.toString();
    out.printf(Locale.ROOT, "Bank %d is the factory bank, whatever is bank 0.%n", BankSet.FACTORY);
    out.printf(Locale.ROOT, "Bank %d is your own, once it is there: %s%n", BankSet.USER, place);
    out.printf(Locale.ROOT, "Bank %d is the samples of the song that is loaded.%n", BankSet.SONG);
  }

  private static ObjectNode json(SortedMap<Integer, Bank> banks) {
    ObjectNode node = Json.object();
    ArrayNode rows = node.putArray("banks");
    banks.forEach(
        (number, bank) -> {
          ObjectNode row = rows.addObject().put("bank", number).put("name", bank.name());
          ArrayNode programs = row.putArray("programs");
          ArrayNode kits = row.putArray("kits");
          for (int i = 0; i < Bank.PROGRAMS; i++) {
            FileInfo.add(programs, i, bank.program(i));
            FileInfo.add(kits, i, bank.kit(i));
          }
        });
    return node;
  }
}
