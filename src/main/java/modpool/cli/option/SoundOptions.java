package modpool.cli.option;

import static java.util.Objects.requireNonNullElse;
import static modpool.cli.option.Given.ifGiven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import modpool.Settings;
import modpool.control.DataFolder;
import modpool.dsp.Interpolation;
import modpool.instrument.Sharing;
import modpool.io.file.Content;
import modpool.recall.SavedRack;
import modpool.recall.SavedSound;
import modpool.recall.StartSettings;
import modpool.session.ProgramNumber;
import modpool.take.Take;
import picocli.CommandLine.Option;

/// Options with the same meaning wherever a sound is made.
public final class SoundOptions {
  /// A switch with words.
  enum Toggle {
    ON,
    OFF
  }

  private static final int USUAL_RATE = 48_000;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Frames per second, 8000-192000 (default " + USUAL_RATE + ").")
  private Integer rate;

  @Option(
      names = "--block",
      paramLabel = "FRAMES",
      description = "Frames rendered at a time, 1-8192 (default 1024; live and play 64).")
  private Integer block;

  @Option(
      names = "--interpolation",
      paramLabel = "KIND",
      description = "nearest, linear, cubic or sinc (default cubic).")
  private Settings.Interpolation interpolation;

  @Option(
      names = "--machine",
      paramLabel = "KIND",
      description = "clean, or an Amiga's steps and filters: a500 or a1200 (default clean).")
  private Settings.Machine machine;

  @Option(
      names = "--bank-select",
      paramLabel = "STYLE",
      description =
          "What bank select's two bytes mean: any, gs, xg, mma or gm2 (default any; a GM2, GS or XG"
              + " reset changes it).")
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
      description = "Level of everything, -60 to 24 (default 0).")
  private Double gain;

  @Option(
      names = "--limiter",
      paramLabel = "on|off",
      description = "Keep peaks below full scale (default off; live and play on).")
  private Toggle limiter;

  @Option(
      names = "--tune",
      paramLabel = "CENTS",
      description = "Tuning of everything, -100 to 100 (default 0).")
  private Double tune;

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
    return requireNonNullElse(rate, USUAL_RATE);
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
    rate = requireNonNullElse(rate, saved.rate());
    interpolation = requireNonNullElse(interpolation, valueOf(saved.interpolation()));
    machine = requireNonNullElse(machine, Settings.Machine.valueOf(saved.machine().name()));
    bankSelect =
        requireNonNullElse(bankSelect, Settings.BankSelect.valueOf(saved.bankSelect().name()));
    gain = requireNonNullElse(gain, saved.gainDb());
    tune = requireNonNullElse(tune, saved.tuneCents());
    // What is shared cannot be unsaid, but shared otherwise.
    authentic |= !lend && saved.sharing() == Sharing.Kind.FOUR;
    lend |= !authentic && saved.sharing() == Sharing.Kind.LENT;
    instruments =
        requireNonNullElse(instruments, Settings.Instruments.valueOf(saved.instruments().name()));
    separation = requireNonNullElse(separation, saved.separation());
    limiter = requireNonNullElse(limiter, toggle(saved.limiter()));
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
    if (interpolation == null && start.interpolation() != null) {
      interpolation = valueOf(start.interpolation());
    }
    if (limiter == null && start.limiter() != null) {
      limiter = toggle(start.limiter());
    }
  }

  /// What a take was recorded with, in place of options.
  ///
  /// @throws BadUsageException when an option says otherwise
  public Settings settings(Take take) {
    SavedSound saved = take.sound();
    Settings.Interpolation heard = valueOf(saved.interpolation());
    Settings.Machine machineHeard = Settings.Machine.valueOf(saved.machine().name());
    Settings.Instruments played = Settings.Instruments.valueOf(saved.instruments().name());
    refuse("--rate", rate != null && rate != saved.rate());
    refuse("--interpolation", interpolation != null && interpolation != heard);
    refuse("--machine", machine != null && machine != machineHeard);
    refuse("--separation", separation != null && separation != saved.separation());
    refuse("--gain", gain != null && gain != saved.gainDb());
    refuse("--tune", tune != null && tune != saved.tuneCents());
    refuse("--limiter", limiter != null && limiter != toggle(saved.limiter()));
    refuse("--instruments", instruments != null && instruments != played);
    refuse("--authentic", authentic && saved.sharing() != Sharing.Kind.FOUR);
    refuse("--lend", lend && saved.sharing() != Sharing.Kind.LENT);
    refuse("--bank", !banks.isEmpty());
    refuse("--bank-select", bankSelect != null);
    refuse("--program", !programs.isEmpty());
    refuse("--voices", !voices.isEmpty());
    refuse("--effect-keys", !effectKeys.isEmpty());
    refuse("--scale", scale != null);
    refuse("--keymap", keyMap != null);
    Settings settings =
        new Settings()
            .rate(saved.rate())
            .blockFrames(block(Defaults.FILE))
            .interpolation(heard)
            .machine(machineHeard)
            .instruments(played)
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

  private static void refuse(String option, boolean contradicts) {
    if (contradicts) {
      throw new BadUsageException(
          option + " contradicts the take, which is rendered as it was heard; leave it out");
    }
  }

  private static Settings.Interpolation valueOf(Interpolation kind) {
    return Settings.Interpolation.valueOf(kind.name());
  }

  private static Toggle toggle(boolean on) {
    return on ? Toggle.ON : Toggle.OFF;
  }

  private static Path pathOf(Content content) {
    return content == null ? null : content.path();
  }

  /// The settings, with what this command has as defaults.
  public Settings settings(Defaults defaults) {
    try {
      Settings settings =
          FeatureFlags.set(System.getenv(), new Settings())
              .rate(rate())
              .blockFrames(block(defaults))
              .separation(requireNonNullElse(separation, defaults.separation))
              .limiter(requireNonNullElse(limiter, toggle(defaults.limiter)) == Toggle.ON)
              .instruments(instruments)
              .authentic(authentic)
              .lend(lend)
              .scale(scale)
              .keyMap(keyMap)
              .userBank(DataFolder.bank());
      ifGiven(interpolation, settings::interpolation);
      ifGiven(machine, settings::machine);
      ifGiven(bankSelect, settings::bankSelect);
      ifGiven(gain, settings::gainDb);
      ifGiven(tune, settings::tuneCents);
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
      throw new BadUsageException(e);
    }
  }
}
