package modpool.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

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
    line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
    line.setCommandName("modpool");
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Failures::onBadUsage);
    line.setExecutionExceptionHandler(Failures::onFailure);
    return line;
  }
}
