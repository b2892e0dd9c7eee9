package modpool.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.bank.BankFile;
import modpool.bank.BankFiles;
import modpool.bank.BankImport;
import modpool.cli.option.BadUsageException;
import modpool.io.file.OutputException;
import modpool.patch.wave.RawFormat;
import modpool.patch.wave.SampleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool import`: what another program's file holds, as a bank's folder.
@Command(
    name = "import",
    description = {
      "Turn a SoundFont, SFZ, Gravis patch (.pat), TiMidity configuration (.cfg), module or",
      "sample (WAV, AIFF, 8SVX, raw) into a bank's folder.",
      "A bank that is there is added to; none of its numbers changes its preset."
    })
final class ImportCommand extends ModpoolCommand {
  private static final Pattern LOOP = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

  @Parameters(
      paramLabel = "FILE",
      description = "A SoundFont 2, SFZ, .pat, .cfg, module, WAV, AIFF, AIFC, 8SVX or raw file.")
  private Path file;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      required = true,
      description = "The bank's folder: a new one, or one to add to.")
  private Path into;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the presets' folder in it is called (default: as the file).")
  private String name;

  @Option(
      names = "--force",
      description = "Replace what was imported under this name; write beside other files.")
  private boolean force;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Read the file as raw signed 8-bit points of this rate at key 60.")
  private Double rateHz;

  @Option(
      names = "--loop",
      paramLabel = "START:LENGTH",
      description = "The loop of a raw file, in frames.")
  private String loop;

  @Override
  public Integer call() throws IOException, OutputException {
    BankFile source = rateHz == null ? read() : BankFiles.raw(file, rawFormat());
    String folder = name == null ? SampleFiles.bareName(file) : name;
    BankImport writing = new BankImport(source, into, folder, force);
    writing.write();
    tell(source, writing);
    return ExitCode.DONE;
  }

  private BankFile read() throws IOException {
    if (loop != null) {
      throw new BadUsageException("--loop is for raw files; give their --rate too");
    }
    return BankFiles.open(file);
  }

  private RawFormat rawFormat() {
    if (loop == null) {
      return new RawFormat(rateHz, 0, 0);
    }
    Matcher parts = LOOP.matcher(loop);
    if (!parts.matches()) {
      throw new BadUsageException("--loop must be START:LENGTH in frames, not '" + loop + "'");
    }
    return new RawFormat(
        rateHz, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  private void tell(BankFile source, BankImport writing) {
    List<BankImport.Row> rows = writing.rows();
    int zones =
        source.banks().values().stream()
            .flatMap(bank -> bank.patches().stream())
            .mapToInt(patch -> patch.zones().size())
            .sum();
    out()
        .printf(
            Locale.ROOT,
            "%s: %d presets, %d zones, %d samples into %s%n",
            source.kind(),
            rows.size(),
            zones,
            writing.samples(),
            into);
    for (BankImport.Row row : rows) {
      if (row.wanted() != row.number()) {
        out()
            .printf(
                Locale.ROOT,
                "  %s %d was taken: '%s' is %d%n",
                row.kit() ? "kit" : "program",
                row.wanted(),
                row.name(),
                row.number());
      }
    }
    rows.stream()
        .map(BankImport.Row::file)
        .distinct()
        .filter(bank -> !bank.equals("bank.json"))
        .forEach(bank -> out().println("  another bank: --bank " + into.resolve(bank)));
    source.unmapped().forEach(line -> out().println("  not mapped: " + line));
    out().flush();
  }
}
