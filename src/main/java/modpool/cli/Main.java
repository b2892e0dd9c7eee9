package modpool.cli;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.stream.Stream;
import modpool.control.BankSet;
import modpool.control.DataFolder;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Where the program begins and, alone, where it exits.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs a command line.
  ///
  /// @return the exit code
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new LiveCommand());
    line.addSubcommand("live", new LiveCommand());
    line.addSubcommand("play", new PlayCommand());
    line.addSubcommand("render", new RenderCommand());
    line.addSubcommand("info", new InfoCommand());
    line.addSubcommand("trace", new TraceCommand());
    line.addSubcommand("pool", new PoolCommand());
    line.addSubcommand("presets", new PresetsCommand());
    line.addSubcommand("import", new ImportCommand());
    line.addSubcommand("export", new ExportCommand());
    line.addSubcommand("devices", new DevicesCommand());
    line.addSubcommand("doctor", new DoctorCommand());
    line.addSubcommand("bench", new BenchCommand());
    line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
    line.setCommandName("modpool");
    nameOwnBank(line);
    specs(line).forEach(spec -> spec.version(version()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Failures::onBadUsage);
    line.setExecutionExceptionHandler(Failures::onFailure);
    return line;
  }

  private static Stream<CommandSpec> specs(CommandLine line) {
    return Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec);
  }

  private static String version() {
    ModuleDescriptor module = Main.class.getModule().getDescriptor(); // null on a class path
    String own = module == null ? "" : module.rawVersion().map(text -> " " + text).orElse("");
    return "modpool%s, Java %s".formatted(own, Runtime.version());
  }

  /// Where one's own bank is depends on the machine, so the help finds it out.
  private static void nameOwnBank(CommandLine line) {
    Path own = DataFolder.bank();
    String place = own == null ? "nowhere here; set " + DataFolder.VARIABLE : own.toString();
    String text = "Your own bank, number %d, once it is there: %s".formatted(BankSet.USER, place);
    specs(line)
        .filter(spec -> spec.findOption("--bank") != null)
        .forEach(spec -> spec.usageMessage().footer("", text.replace("%", "%%")));
  }
}
