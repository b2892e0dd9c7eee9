package modpool.cli;

import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import modpool.control.BankSet;
import modpool.control.DataFolder;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Where the program begins and, alone, where it exits.
public final class Main {
  private static final String NAME = "modpool";
  private static final String COMPLETION = "completion";
  private static final List<String> COMMANDS =
      List.of(
          "live",
          "play",
          "render",
          "info",
          "trace",
          "pool",
          "presets",
          "import",
          "export",
          "devices",
          "doctor",
          "bench",
          COMPLETION);

  private Main() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // digits that scripts can read
    System.exit(run(arguments));
  }

  /// Runs a command line.
  ///
  /// @return the exit code
  static int run(String... words) {
    if (words.length == 0) {
      return runBare();
    }
    CommandLine line = commandLine(words);
    try {
      return line.execute(words);
    } catch (Throwable e) { // what is no exception passes by all handlers
      boolean verbose = List.of(words).contains("--verbose");
      return Failures.onError(e, line.getErr(), verbose);
    }
  }

  /// Most starts have no words: they do without the library that reads them, which has to be
  /// verified anew in each.
  private static int runBare() {
    PrintWriter err = ModpoolCommand.writer(System.err);
    try {
      return new LiveCommand().call();
    } catch (Exception e) {
      return Failures.onFailure(e, NAME, err, false);
    } catch (Throwable e) {
      return Failures.onError(e, err, false);
    }
  }

  /// What takes these words. A command's options are found by reflection, which for all commands
  /// takes a fifth of a start: so there are only those commands that the words may mean.
  static CommandLine commandLine(String... words) {
    CommandLine line = new CommandLine(new LiveCommand());
    for (String name : COMMANDS) {
      if (mayMean(words, name)) {
        line.addSubcommand(name, command(name));
      }
    }
    line.setCommandName(NAME);
    nameOwnBank(line);
    specs(line).forEach(spec -> spec.versionProvider(() -> new String[] {version()}));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Failures::onBadUsage);
    line.setExecutionExceptionHandler(Failures::onFailure);
    return line;
  }

  private static boolean mayMean(String[] words, String name) {
    if (words.length > 0 && COMMANDS.contains(words[0]) && !words[0].equals(COMPLETION)) {
      return words[0].equals(name);
    }
    for (String word : words) {
      if (word.equals(name) || mayMeanAll(word)) {
        return true;
      }
    }
    return false;
  }

  /// What names no command but may list or complete them, or stands for a file of words.
  private static boolean mayMeanAll(String word) {
    boolean isShort = word.startsWith("-") && !word.startsWith("--"); // -h among others
    return isShort || word.equals("--help") || word.startsWith("@") || word.equals(COMPLETION);
  }

  private static Object command(String name) {
    return switch (name) {
      case "live" -> new LiveCommand();
      case "play" -> new PlayCommand();
      case "render" -> new RenderCommand();
      case "info" -> new InfoCommand();
      case "trace" -> new TraceCommand();
      case "pool" -> new PoolCommand();
      case "presets" -> new PresetsCommand();
      case "import" -> new ImportCommand();
      case "export" -> new ExportCommand();
      case "devices" -> new DevicesCommand();
      case "doctor" -> new DoctorCommand();
      case "bench" -> new BenchCommand();
      case COMPLETION -> new AutoComplete.GenerateCompletion();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Stream<CommandSpec> specs(CommandLine line) {
    return Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec);
  }

  private static String version() {
    ModuleDescriptor module = Main.class.getModule().getDescriptor(); // null on a class path
    String own =
        module == null
            ? Main.class.getPackage().getImplementationVersion()
            : module.rawVersion().orElse(null);
    return "modpool%s, Java %s".formatted(own == null ? "" : " " + own, Runtime.version());
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
