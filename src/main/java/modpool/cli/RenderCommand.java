package modpool.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Meters.Meter;
import modpool.cli.option.BadUsageException;
import modpool.cli.option.PartList;
import modpool.cli.option.SoundOptions;
import modpool.io.WavWriter;
import modpool.io.file.InputFile;
import modpool.io.file.OutputException;
import modpool.session.UnknownPrograms;
import modpool.session.song.Json;
import modpool.session.song.Performance;
import modpool.take.Take;
import modpool.take.TakeReader;
import modpool.take.TakeReplay;
import modpool.tracker.SongTiming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modpool render`: a MIDI file or a module to a WAV file. The same input and options give the
/// same bytes.
@Command(name = "render", description = "Render a MIDI file, a take or a module to a WAV file.")
final class RenderCommand extends ModpoolCommand {

  /// Sample formats by the names of the option.
  private static WavWriter.Format format(String bits) {
    return switch (bits.toLowerCase(Locale.ROOT)) {
      case "16" -> WavWriter.Format.PCM16;
      case "24" -> WavWriter.Format.PCM24;
      case "32f" -> WavWriter.Format.FLOAT32;
      default -> throw new IllegalArgumentException("--bits must be 16, 24 or 32f: " + bits);
    };
  }

  @Mixin private SoundOptions sound;

  @Parameters(paramLabel = "INPUT", description = "A Standard MIDI File or a module.")
  private Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.wav",
      required = true,
      description = "The file to write; it appears whole or not at all.")
  private Path output;

  @Option(names = "--seconds", paramLabel = "N", description = "Stop after this long.")
  private Double seconds;

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "1",
      description = "Play it this many times (default ${DEFAULT-VALUE}).")
  private int loops;

  @Option(
      names = "--bits",
      paramLabel = "16|24|32f",
      defaultValue = "16",
      description = "Sample format (default ${DEFAULT-VALUE}).")
  private String bits;

  @Option(
      names = "--stems",
      paramLabel = "DIR",
      description = "Write each channel or track by itself into this folder as well.")
  private Path stems;

  @Option(
      names = "--mute",
      paramLabel = "N,N",
      description = "Channels, or tracks of a song, to leave out; from 1.")
  private String mute;

  @Option(
      names = "--solo",
      paramLabel = "N,N",
      description = "The only channels or tracks to hear.")
  private String solo;

  @Option(
      names = "--timing",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "What counts a module's ticks: auto, cia, vblank (default ${DEFAULT-VALUE}).")
  private SongTiming timing;

  @Option(names = "--stats", description = "Print figures as one JSON object.")
  private boolean stats;

  @Override
  public Integer call() throws IOException, OutputException {
    WavWriter.Format format = checked(() -> format(bits));
    long muted = checked(this::mutedParts);
    checked(this::checkedLengths);
    sound.settings(SoundOptions.Defaults.FILE); // wrong usage is told before any file is looked at
    checked(this::checkedOutput);
    if (Files.isRegularFile(input)) {
      byte[] bytes = InputFile.read(input, Performance.MAX_BYTES);
      if (TakeReader.recognises(bytes)) {
        return renderTake(bytes, format);
      }
    }
    Performance performance = Performance.read(input, sound.rate(), loops, timing);
    checked(() -> checkedParts(performance));
    performance.tellWarnings(input, this::say);
    checkRoom(Math.min(performance.endFrame(), wantedFrames(sound.rate())), sound.rate(), format);
    if (stems != null) {
      makeStemFolder(performance);
    }
    long frames = render(performance, format, muted, output, maxFrames(format), true);
    if (stems != null) {
      renderStems(performance, format, muted, frames);
    }
    return ExitCode.DONE;
  }

  /// A take is rendered as it was heard, whatever this command has as defaults.
  private int renderTake(byte[] bytes, WavWriter.Format format)
      throws IOException, OutputException {
    for (String option : List.of("--loops", "--stems", "--mute", "--solo", "--timing")) {
      if (spec().commandLine().getParseResult().hasMatchedOption(option)) {
        throw new BadUsageException(
            option + " is not for a take, which is rendered as it was heard");
      }
    }
    Take take = TakeReader.read(input, bytes);
    if (take.cut() != null) {
      say(input + " ends early: " + take.cut());
    }
    int rate = take.sound().rate();
    long wanted = Math.min(take.endFrame(), wantedFrames(rate));
    checkRoom(wanted, rate, format);
    try (Modpool modpool = Modpool.open(sound.settings(take));
        WavWriter writer = new WavWriter(output, rate, format);
        Progress progress = new Progress(System.err)) {
      OfflineRender offline =
          new OfflineRender(modpool, writer, sound.block(SoundOptions.Defaults.FILE));
      offline.replay(new TakeReplay(take, modpool.control()), wanted, progress::show);
      writer.finish();
      if (stats) {
        out().println(Json.line(stats(modpool, writer, offline)));
      }
      return ExitCode.DONE;
    }
  }

  private int checkedLengths() {
    if (loops < 1 || loops > 1_000) {
      throw new IllegalArgumentException("--loops must be 1-1000: " + loops);
    }
    if (seconds != null && !(seconds > 0 && seconds <= 86_400)) {
      throw new IllegalArgumentException("--seconds must be more than 0 and at most 86400");
    }
    return loops;
  }

  /// What is read must not be written over.
  private Path checkedOutput() {
    if (Files.exists(output)) {
      for (Path read : sound.filesReadBeside(input)) {
        if (isSame(read, output)) {
          throw new IllegalArgumentException(output + " is read as well; name another output");
        }
      }
    }
    return output;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // what is not there cannot be overwritten
    }
  }

  private long checkedParts(Performance performance) {
    long named =
        (mute == null ? 0 : PartList.parse(mute)) | (solo == null ? 0 : PartList.parse(solo));
    if (named >>> performance.parts() != 0) {
      throw new IllegalArgumentException(
          "--mute and --solo name more parts than there are: " + performance.parts());
    }
    return named;
  }

  private long mutedParts() {
    long muted = mute == null ? 0 : PartList.parse(mute);
    return solo == null ? muted : muted | ~PartList.parse(solo);
  }

  private <T> T checked(Supplier<T> option) {
    try {
      return option.get();
    } catch (IllegalArgumentException e) {
      throw new BadUsageException(e);
    }
  }

  private long maxFrames(WavWriter.Format format) {
    return Math.min(WavWriter.maxFrames(format), wantedFrames(sound.rate()));
  }

  private long wantedFrames(int rate) {
    return seconds == null ? Long.MAX_VALUE : Math.round(seconds * rate);
  }

  /// What does not fit is told before it is rendered for hours.
  private void checkRoom(long frames, int rate, WavWriter.Format format) throws OutputException {
    long most = WavWriter.maxFrames(format);
    if (frames > most) {
      throw new OutputException(
          "cannot write %s: it would be %d minutes, and a WAV file holds at most 4 GiB, here %d; use --seconds %d"
              .formatted(output, frames / rate / 60, most / rate / 60, most / rate));
    }
  }

  private long render(
      Performance performance,
      WavWriter.Format format,
      long muted,
      Path file,
      long maxFrames,
      boolean isMix)
      throws IOException, OutputException {
    Settings settings =
        sound
            .settings(SoundOptions.Defaults.FILE)
            .channels(performance.channels())
            .mute((int) muted);
    try (Modpool modpool = Modpool.open(settings);
        WavWriter writer = new WavWriter(file, sound.rate(), format);
        Progress progress = new Progress(System.err)) {
      OfflineRender offline =
          new OfflineRender(modpool, writer, sound.block(SoundOptions.Defaults.FILE));
      List<String> notes = new ArrayList<>(modpool.control().banks().look());
      UnknownPrograms unknown = new UnknownPrograms(modpool.control(), notes::add);
      performance.start(modpool.control(), muted);
      offline.run(
          performance.endFrame(),
          maxFrames,
          done -> {
            progress.show(done);
            unknown.hearAll(modpool.control().notices());
          });
      if (isMix) {
        notes.forEach(this::say);
      }
      if (!isMix) {
        offline.fill(maxFrames);
      }
      writer.finish();
      if (isMix && writer.clippedFrames() > 0 && format != WavWriter.Format.FLOAT32) {
        double over = 20 * Math.log10(writer.peak());
        say(
            "frames clipped: %d, the highest at %.1f dB; use --gain %.0f or --limiter on"
                .formatted(
                    writer.clippedFrames(),
                    over,
                    Math.floor(modpool.control().setup().gainDb() - over)));
      }
      if (isMix && stats) {
        out().println(Json.line(stats(modpool, writer, offline)));
      }
      return offline.frames();
    }
  }

  private void makeStemFolder(Performance performance) throws OutputException {
    try {
      Files.createDirectories(stems);
    } catch (FileAlreadyExistsException e) {
      throw new OutputException("--stems " + stems + " is a file; name a folder", e);
    } catch (IOException e) {
      throw new OutputException("cannot make the folder " + stems + ": " + e.getMessage(), e);
    }
    for (int part = 1; part <= performance.parts(); part++) {
      Path stem = stems.resolve(performance.nameOf(part) + ".wav").toAbsolutePath().normalize();
      if (stem.equals(output.toAbsolutePath().normalize())) {
        throw new BadUsageException("the stem " + stem + " would overwrite the mix; name another");
      }
    }
  }

  private void renderStems(
      Performance performance, WavWriter.Format format, long muted, long frames)
      throws IOException, OutputException {
    for (int part = 1; part <= performance.parts(); part++) {
      long bit = 1L << part - 1;
      if ((performance.usedParts() & ~muted & bit) != 0) {
        Path file = stems.resolve(performance.nameOf(part) + ".wav");
        render(performance, format, ~bit, file, frames, false);
      }
    }
  }

  private ObjectNode stats(Modpool modpool, WavWriter writer, OfflineRender offline) {
    double length = (double) offline.frames() / modpool.rate();
    ObjectNode node =
        Json.object()
            .put("frames", offline.frames())
            .put("seconds", length)
            .put("cpuSeconds", offline.cpuSeconds())
            .put("realtimeFactor", offline.cpuSeconds() > 0 ? length / offline.cpuSeconds() : 0)
            .put("peak", writer.peak())
            .put("clippedFrames", writer.clippedFrames())
            .put("voicesPeak", modpool.control().meters().get(Meter.VOICES_PEAK))
            .put("stolenVoices", modpool.control().meters().get(Meter.STOLEN));
    node.set("stealReasons", Json.stealsOf(modpool.control().meters()));
    node.set("pool", Json.of(modpool.control().poolStats()));
    return node;
  }
}
