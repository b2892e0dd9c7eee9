package modpool.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import modpool.instrument.BankFiles;
import modpool.patch.Bank;
import modpool.patch.Patch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `modpool presets`: what the banks hold.
@Command(name = "presets", description = "List the programs and drum kits of the banks.")
final class PresetsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

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
    PrintWriter out = spec.commandLine().getOut();
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
        add(programs, i, bank.program(i));
        add(kits, i, bank.kit(i));
      }
    }
    return node;
  }

  private static void add(ArrayNode rows, int number, Patch patch) {
    if (patch != null) {
      rows.addObject()
          .put("program", number)
          .put("name", patch.name())
          .put("zones", patch.zones().size());
    }
  }
}
