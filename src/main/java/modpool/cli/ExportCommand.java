package modpool.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import modpool.bank.BankFiles;
import modpool.bank.SampleExport;
import modpool.cli.option.BadUsageException;
import modpool.io.file.OutputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool export`: the samples of a bank as files for trackers and samplers.
@Command(
    name = "export",
    description = "Write the samples of a bank as 8SVX or WAV files, loops kept.")
final class ExportCommand extends ModpoolCommand {

  @Parameters(
      paramLabel = "BANK",
      description = "A bank's folder, or any file that --bank of live takes.")
  private Path bank;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write; new, unless --force is given.")
  private Path into;

  @Option(
      names = "--format",
      paramLabel = "KIND",
      defaultValue = "wav",
      description = "8svx or wav (default ${DEFAULT-VALUE}).")
  private String format;

  @Option(names = "--force", description = "Replace files of the same names in a folder.")
  private boolean force;

  @Override
  public Integer call() throws IOException, OutputException {
    SampleExport.Format kind =
        switch (format.toLowerCase(Locale.ROOT)) {
          case "wav" -> SampleExport.Format.WAV;
          case "8svx" -> SampleExport.Format.SVX;
          default ->
              throw new BadUsageException("--format must be 8svx or wav, not '" + format + "'");
        };
    SampleExport export = new SampleExport(BankFiles.read(bank), kind);
    export.write(into, force);
    out().printf(Locale.ROOT, "%d samples into %s%n", export.files().size(), into);
    export.notes().forEach(line -> out().println("  " + line));
    out().flush();
    return ExitCode.DONE;
  }
}
