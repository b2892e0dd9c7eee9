package modpool.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import modpool.Settings;
import modpool.control.DataFolder;
import modpool.instrument.Sharing;
import modpool.io.file.Content;
import modpool.recall.SavedRack;
import modpool.recall.SavedSound;
import modpool.recall.StartSettings;
import modpool.session.ProgramNumber;
import modpool.take.Take;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// Options with the same meaning wherever a sound is made.
public final class SoundOptions {
  /// A switch with words.
  enum Toggle {
    ON,
    OFF
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      defaultValue = "48000",
      description = "Frames per second, 8000-192000 (default ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--block",
      paramLabel = "FRAMES",
      description = "Frames rendered at a time, 1-8192 (default 1024; live and play 64).")
  private Integer block;

  @Option(
      names = "--interpolation",
      paramLabel = "KIND",
      defaultValue = "cubic",
      description = "nearest, linear, cubic or sinc (default ${DEFAULT-VALUE}).")
  private Settings.Interpolation interpolation;

  @Option(
      names = "--machine",
      paramLabel = "KIND",
      defaultValue = "clean",
      description =
          "clean, or an Amiga's steps and filters: a500 or a1200 (default ${DEFAULT-VALUE}).")
  private Settings.Machine machine;

  @Option(
      names = "--bank-select",
      paramLabel = "STYLE",
      defaultValue = "any",
      description =
          "What bank select's two bytes mean: any, gs, xg, mma or gm2 (default ${DEFAULT-VALUE}; "
              + "a GM2, GS or XG reset changes it).")
  private Settings.BankSelect bankSelect;

  @Option(
      names = "--instruments",
      paramLabel = "KIND",
      description =
          "pooled, dedicated or simple (default pooled, unless "
              + FeatureFlags.USE_WORKLET_POOLING
              + " or "
              + FeatureFlags.USE_SIMPLIFIED_MOD_INSTRUMENTS
              + " says otherwise).")
  private Settings.Instruments instruments;

  @Option(
      names = "--separation",
      paramLabel = "0..100",
      description = "Stereo width in percent (default 100; live and play 60).")
  private Integer separation;

  @Option(
      names = "--gain",
      paramLabel = "DB",
      defaultValue = "0",
      description = "Level of everything, -60 to 24 (default ${DEFAULT-VALUE}).")
  private double gain;

  @Option(
      names = "--limiter",
      paramLabel = "on|off",
      description = "Keep peaks below full scale (default off; live and play on).")
  private Toggle limiter;

  @Option(
      names = "--tune",
      paramLabel = "CENTS",
      defaultValue = "0",
      description = "Tuning of everything, -100 to 100 (default ${DEFAULT-VALUE}).")
  private double tune;

  @Option(
      names = "--scale",
      paramLabel = "FILE.scl",
      description = "A Scala scale for all channels but the drums (default: equal temperament).")
  private Path scale;

  @Option(
      names = "--keymap",
      paramLabel = "FILE.kbm",
      description =
          "A Scala keyboard map for scales"
              + " (default: the scale begins at key 60, middle C, and each key is a step).")
  private Path keyMap;

  @Option(
      names = "--bank",
      paramLabel = "PATH",
      description =
          "A bank: a folder, its .json, a module or a WAV file; repeat it for bank 1, 2..."
              + " (default: the factory bank).")
  private List<Path> banks = new ArrayList<>();

  @Option(
      names = "--program",
      paramLabel = "CH=[BANK:]PROGRAM",
      description = "Program (0-127) that a channel (1-16) starts with.")
  private Map<Integer, String> programs = new LinkedHashMap<>();

  @Option(
      names = "--voices",
      paramLabel = "CH=N",
      description = "Voices of a channel, 1-16 (default 4).")
  private Map<Integer, Integer> voices = new LinkedHashMap<>();

  @Option(
      names = "--effect-keys",
      paramLabel = "CH=LOWEST_KEY",
      description =
          "Twelve keys of a channel (1-16) from this one (0-116) hold a tracker's effects, as hard"
              + " as they are struck.")
  private Map<Integer, Integer> effectKeys = new LinkedHashMap<>();

  @Option(
      names = "--authentic",
      description =
          "All channels together have an Amiga's four voices, hard left, right, right, left.")
  private boolean authentic;

  @Option(
      names = "--lend",
      description =
          "A channel whose voices are all busy borrows those that are idle elsewhere, until their"
              + " owner needs them.")
  private boolean lend;

  /// What sound is like unless an option says otherwise.
  ///
  /// @param separation stereo width in percent
  /// @param block frames; the bytes do not depend on it
  public record Defaults(int separation, boolean limiter, int block) {
    /// Kind to ears on headphones, and soon there.
    public static final Defaults LIVE = new Defaults(60, true, 64);

    /// Files keep the stereo they are given, and long blocks are rendered faster.
    public static final Defaults FILE = new Defaults(100, false, 1024);
  }

  /// Frames of a block.
  public int block(Defaults defaults) {
    return block == null ? defaults.block : block;
  }

  /// Frames per second.
  public int rate() {
    return rate;
  }

  /// All files that are read when this one is.
  public List<Path> filesReadBeside(Path input) {
    List<Path> files = new ArrayList<>(banks);
    files.add(input);
    if (scale != null) {
      files.add(scale);
    }
    if (keyMap != null) {
      files.add(keyMap);
    }
    return files;
  }

  /// What no option says is as a rack has it.
  public void fillIn(SavedRack rack) {
    SavedSound saved = rack.sound();
    ParseResult given = spec.commandLine().getParseResult();
    if (!given.hasMatchedOption("--rate")) {
      rate = saved.rate();
    }
    if (!given.hasMatchedOption("--interpolation")) {
      interpolation = Settings.Interpolation.valueOf(saved.interpolation().name());
    }
    if (!given.hasMatchedOption("--machine")) {
      machine = Settings.Machine.valueOf(saved.machine().name());
    }
    if (!given.hasMatchedOption("--bank-select")) {
      bankSelect = Settings.BankSelect.valueOf(saved.bankSelect().name());
    }
    if (!given.hasMatchedOption("--gain")) {
      gain = saved.gainDb();
    }
    if (!given.hasMatchedOption("--tune")) {
      tune = saved.tuneCents();
    }
    // What is shared cannot be unsaid, but shared otherwise.
    authentic |= !lend && saved.sharing() == Sharing.Kind.FOUR;
    lend |= !authentic && saved.sharing() == Sharing.Kind.LENT;
    instruments =
        instruments == null
            ? Settings.Instruments.valueOf(saved.instruments().name())
            : instruments;
    separation = separation == null ? Integer.valueOf(saved.separation()) : separation;
    limiter = limiter == null ? saved.limiter() ? Toggle.ON : Toggle.OFF : limiter;
    scale = scale == null ? pathOf(rack.scale()) : scale;
    keyMap = keyMap == null ? pathOf(rack.keyMap()) : keyMap;
    if (banks.isEmpty()) {
      rack.banks().forEach(bank -> banks.add(bank.path()));
    }
    rack.voices().forEach(voices::putIfAbsent);
    rack.effectKeys().forEach(effectKeys::putIfAbsent);
  }

  /// What neither an option nor a rack says is as it is remembered.
  ///
  /// @param hasRack true when a rack has been filled in
  public void fillIn(StartSettings start, boolean hasRack) {
    block = block == null ? start.block() : block;
    if (hasRack) {
      return;
    }
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--interpolation");
    if (!given && start.interpolation() != null) {
      interpolation = Settings.Interpolation.valueOf(start.interpolation().name());
    }
    if (limiter == null && start.limiter() != null) {
      limiter = start.limiter() ? Toggle.ON : Toggle.OFF;
    }
  }

  /// What a take was recorded with, in place of options.
  ///
  /// @throws ParameterException when an option says otherwise
  public Settings settings(Take take) {
    SavedSound saved = take.sound();
    mustBe("--rate", rate == saved.rate());
    mustBe("--interpolation", interpolation.name().equals(saved.interpolation().name()));
    mustBe("--machine", machine.name().equals(saved.machine().name()));
    mustBe("--separation", separation == null || separation == saved.separation());
    mustBe("--gain", gain == saved.gainDb());
    mustBe("--tune", tune == saved.tuneCents());
    mustBe("--limiter", limiter == null || limiter == Toggle.ON == saved.limiter());
    mustBe(
        "--instruments",
        instruments != null && instruments.name().equals(saved.instruments().name()));
    mustBe("--authentic", authentic == (saved.sharing() == Sharing.Kind.FOUR));
    mustBe("--lend", lend == (saved.sharing() == Sharing.Kind.LENT));
    for (String option :
        List.of("--bank", "--bank-select", "--program", "--voices", "--scale", "--keymap")) {
      mustBe(option, false);
    }
    Settings settings =
        new Settings()
            .rate(saved.rate())
            .blockFrames(block(Defaults.FILE))
            .interpolation(Settings.Interpolation.valueOf(saved.interpolation().name()))
            .machine(Settings.Machine.valueOf(saved.machine().name()))
            .instruments(Settings.Instruments.valueOf(saved.instruments().name()))
            .authentic(saved.sharing() == Sharing.Kind.FOUR)
            .lend(saved.sharing() == Sharing.Kind.LENT)
            .gainDb(saved.gainDb())
            .tuneCents(saved.tuneCents())
            .separation(saved.separation())
            .limiter(saved.limiter())
            .scale(pathOf(take.scale()))
            .keyMap(pathOf(take.keyMap()))
            .userBank(pathOf(take.ownBank()))
            .channels(take.channels())
            .mute(take.mutedChannels());
    take.banks().forEach(bank -> settings.bank(bank.path()));
    take.voices().forEach(settings::voices);
    return settings;
  }

  private void mustBe(String option, boolean same) {
    if (!same && spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new ParameterException(
          spec.commandLine(),
          option + " contradicts the take, which is rendered as it was heard; leave it out");
    }
  }

  private static Path pathOf(Content content) {
    return content == null ? null : content.path();
  }

  /// The settings, with what this command has as defaults.
  public Settings settings(Defaults defaults) {
    try {
      Settings settings =
          FeatureFlags.set(System.getenv(), new Settings())
              .rate(rate)
              .blockFrames(block(defaults))
              .interpolation(interpolation)
              .machine(machine)
              .bankSelect(bankSelect)
              .gainDb(gain)
              .tuneCents(tune)
              .separation(separation == null ? defaults.separation : separation)
              .limiter(limiter == null ? defaults.limiter : limiter == Toggle.ON)
              .instruments(instruments)
              .authentic(authentic)
              .lend(lend)
              .scale(scale)
              .keyMap(keyMap)
              .userBank(DataFolder.bank());
      banks.forEach(settings::bank);
      voices.forEach(settings::voices);
      effectKeys.forEach(settings::effectKeys);
      programs.forEach(
          (channel, text) -> {
            ProgramNumber number = ProgramNumber.parse(text);
            settings.program(channel, number.bank(), number.program());
          });
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
