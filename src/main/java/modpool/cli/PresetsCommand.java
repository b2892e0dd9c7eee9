package modpool.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.bank.BankFiles;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.session.Json;
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
    List<Bank> banks = new ArrayList<>();
    for (Path path : paths) {
      banks.add(BankFiles.read(path));
    }
    if (banks.isEmpty()) {
      banks.add(BankFiles.factory());
    }
    PrintWriter out = out();
    if (json) {
      out.println(Json.pretty(json(banks)));
    } else {
      for (int number = 0; number < banks.size(); number++) {
        print(out, number, banks.get(number));
      }
    }
    return ExitCode.DONE;
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
      out.printf("  %-7s %3d  %s%n", kind, number, patch.name());
    }
  }

  private static ObjectNode json(List<Bank> banks) {
    ObjectNode node = Json.object();
    ArrayNode rows = node.putArray("banks");
    for (int number = 0; number < banks.size(); number++) {
      Bank bank = banks.get(number);
      ObjectNode row = rows.addObject().put("bank", number).put("name", bank.name());
      ArrayNode programs = row.putArray("programs");
      ArrayNode kits = row.putArray("kits");
      for (int i = 0; i < Bank.PROGRAMS; i++) {
        FileInfo.add(programs, i, bank.program(i));
        FileInfo.add(kits, i, bank.kit(i));
      }
    }
    return node;
  }
}
