package modpool.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Meters.Meter;
import modpool.io.OutputException;
import modpool.io.WavWriter;
import modpool.midi.MidiFile;
import modpool.midi.MidiSequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `modpool render`: a MIDI file to a WAV file. The same input and options give the same bytes.
@Command(name = "render", description = "Render a MIDI file to a WAV file.")
final class RenderCommand extends ModpoolCommand {
  private static final int SEPARATION = 100; // files keep the stereo they are given

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

  @Parameters(paramLabel = "INPUT", description = "A Standard MIDI File.")
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
      description = "Write each channel by itself into this folder as well.")
  private Path stems;

  @Option(names = "--mute", paramLabel = "CH,CH", description = "Channels to leave out (1-16).")
  private String mute;

  @Option(names = "--solo", paramLabel = "CH,CH", description = "The only channels to hear.")
  private String solo;

  @Option(names = "--stats", description = "Print figures as one JSON object.")
  private boolean stats;

  @Override
  public Integer call() throws IOException, OutputException {
    WavWriter.Format format = checked(() -> format(bits));
    int muted = checked(this::mutedChannels);
    sound.settings(SEPARATION, false); // wrong usage is told before any file is looked at
    checked(this::checkedLengths);
    MidiSequence sequence = MidiFile.read(input).compile(sound.rate()).repeated(loops);
    int used = sequence.usedChannels();
    long frames = render(sequence, format, used, muted, output, maxFrames(format), true);
    if (stems != null) {
      renderStems(sequence, format, used, muted, frames);
    }
    return ExitCode.DONE;
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

  private int mutedChannels() {
    int muted = mute == null ? 0 : ChannelList.parse(mute);
    return solo == null ? muted : muted | ~ChannelList.parse(solo) & 0xFFFF;
  }

  private <T> T checked(Supplier<T> option) {
    try {
      return option.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), e.getMessage(), e);
    }
  }

  private long maxFrames(WavWriter.Format format) {
    long longest = WavWriter.maxFrames(format);
    return seconds == null ? longest : Math.min(longest, Math.round(seconds * sound.rate()));
  }

  private long render(
      MidiSequence sequence,
      WavWriter.Format format,
      int used,
      int muted,
      Path file,
      long maxFrames,
      boolean isMix)
      throws IOException, OutputException {
    Settings settings = sound.settings(SEPARATION, false).channels(used).mute(muted);
    try (Modpool modpool = Modpool.open(settings);
        WavWriter writer = new WavWriter(file, sound.rate(), format);
        EndHook _ = new EndHook(writer::close);
        Progress progress = new Progress(System.err)) {
      OfflineRender offline = new OfflineRender(modpool, writer, sound.block());
      offline.run(sequence, maxFrames, progress::show);
      if (!isMix) {
        offline.fill(maxFrames);
      }
      writer.finish();
      if (isMix && stats) {
        out().println(Json.line(stats(modpool, writer, offline)));
      }
      return offline.frames();
    }
  }

  private void renderStems(
      MidiSequence sequence, WavWriter.Format format, int used, int muted, long frames)
      throws IOException, OutputException {
    try {
      Files.createDirectories(stems);
    } catch (IOException e) {
      throw new OutputException("cannot make the folder " + stems + ": " + e.getMessage(), e);
    }
    for (int channel = 0; channel < 16; channel++) {
      int bit = 1 << channel;
      if ((used & ~muted & bit) != 0) {
        Path file = stems.resolve(String.format("ch%02d.wav", channel + 1));
        render(sequence, format, used, ~bit, file, frames, false);
      }
    }
  }

  private ObjectNode stats(Modpool modpool, WavWriter writer, OfflineRender offline) {
    double length = (double) offline.frames() / sound.rate();
    ObjectNode node =
        Json.object()
            .put("frames", offline.frames())
            .put("seconds", length)
            .put("cpuSeconds", offline.cpuSeconds())
            .put("realtimeFactor", offline.cpuSeconds() > 0 ? length / offline.cpuSeconds() : 0)
            .put("peak", writer.peak())
            .put("clippedFrames", writer.clippedFrames())
            .put("voicesPeak", modpool.meters().get(Meter.VOICES_PEAK))
            .put("stolenVoices", modpool.meters().get(Meter.STOLEN));
    node.set("pool", Json.of(modpool.poolStats()));
    return node;
  }
}
