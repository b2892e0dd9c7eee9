package modpool.cli;

import static java.util.Objects.requireNonNullElse;
import static modpool.cli.option.Given.ifGiven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import modpool.Modpool;
import modpool.Settings;
import modpool.cli.option.AudioOptions;
import modpool.cli.option.BadUsageException;
import modpool.cli.option.PortOptions;
import modpool.cli.option.SongOptions;
import modpool.cli.option.SoundOptions;
import modpool.control.Control;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;
import modpool.io.midi.SystemMidi;
import modpool.learn.BindingMemory;
import modpool.recall.RackReader;
import modpool.recall.SavedRack;
import modpool.recall.SavedSong;
import modpool.recall.SavedSound;
import modpool.recall.StartMemory;
import modpool.session.LiveLines;
import modpool.session.LiveSession;
import modpool.session.NoDeviceException;
import modpool.session.OutputState;
import modpool.session.SessionPorts;
import modpool.session.SessionRack;
import modpool.session.SessionReport;
import modpool.session.front.Front;
import modpool.session.front.Fronts;
import modpool.session.front.LineQueue;
import modpool.session.front.Messages;
import modpool.session.front.StdinFront;
import modpool.session.learn.LearnedControls;
import modpool.session.song.SongDesk;
import modpool.take.TakeRecorder;
import modpool.ui.NoDisplayException;
import modpool.ui.WindowFront;
import modpool.ui.WindowStart;
import modpool.ui.part.Gear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modpool` and `modpool live`: the instrument. Opens MIDI inputs and the output and plays until
/// Ctrl-C or `quit`.
@Command(
    name = "live",
    description = {
      "Play: opens MIDI inputs and the output, until Ctrl-C or the line 'quit'.",
      LiveLines.HELP,
      LiveLines.MORE_HELP
    })
final class LiveCommand extends ModpoolCommand {
  private static final int ALL_CHANNELS = 0xFFFF;

  private final Messages messages = new Messages();

  @Mixin private SoundOptions sound = new SoundOptions();
  @Mixin private AudioOptions audio = new AudioOptions();
  @Mixin private SongOptions songs = new SongOptions();
  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = "--song",
      paramLabel = "FILE",
      description = "A module or a MIDI file beside the live channels.")
  private Path song;

  @Option(names = "--play", description = "Play the song at once; else the line 'play' does.")
  private boolean play;

  @Option(
      names = "--transpose",
      paramLabel = "N",
      description = "Move received keys, -48 to 48 (default 0).")
  private Integer transpose;

  @Option(
      names = "--velocity-curve",
      paramLabel = "N",
      description = "-100 to 100; above 0 a soft touch is louder (default 0).")
  private Integer velocityCurve;

  @Option(
      names = "--device-id",
      paramLabel = "N",
      description = "Number that system exclusive messages may address, 0-126 (default 16).")
  private Integer deviceId;

  @Option(
      names = "--record",
      paramLabel = "FILE.mid",
      description =
          "Record what is played with its times; render gives the same bytes again, or refuses.")
  private Path take;

  @Option(
      names = "--rack",
      paramLabel = "FILE",
      description =
          "Everything as the line 'save FILE' wrote it; options that are given go before it.")
  private Path rackFile;

  @Option(
      names = "--window",
      negatable = true,
      description =
          "Open the window, or not (default: where there is a display). Closing it ends the"
              + " session.")
  private Boolean wantsWindow;

  @Option(
      names = "--rehearse",
      hidden = true,
      description =
          "Load what a session loads, and end: nothing is shown. The launcher then knows what later"
              + " starts need.")
  private boolean rehearses;

  @Override
  public Integer call() throws IOException, OutputException, NoDeviceException {
    SavedRack rack = rackFile == null ? null : RackReader.read(rackFile);
    SavedSong saved = rack == null || song != null ? null : rack.song();
    if (play && song == null && saved == null) {
      throw new BadUsageException("--play needs --song FILE");
    }
    if (rack != null) {
      fillIn(rack);
    }
    if (saved != null) {
      songs.fillIn(saved);
    }
    WindowStart window = beginWindow();
    StartMemory start = StartMemory.ofUser();
    if (window != null) { // what is chosen in the window is for sessions that have one
      sound.fillIn(start.read(messages::say), rack != null);
      audio.fillIn(start.settings(), sound.rate(), messages::say);
    }
    AudioOutput output =
        audio.output(sound.rate(), sound.block(SoundOptions.Defaults.LIVE), messages::say);
    Settings settings = settings().rate(output.rate()).blockFrames(output.blockFrames());
    try (Modpool modpool = Modpool.open(settings);
        TakeRecorder recorder = record(modpool)) {
      play(modpool, recorder, output, rack, saved, window, start);
      return recorder != null && recorder.hasFailed() ? ExitCode.BAD_FILE : ExitCode.DONE;
    }
  }

  private void play(
      Modpool modpool,
      TakeRecorder recorder,
      AudioOutput output,
      SavedRack rack,
      SavedSong saved,
      WindowStart window,
      StartMemory start)
      throws IOException, OutputException, NoDeviceException {
    Control control = modpool.control();
    int loops = songs.loops();
    SongDesk desk = new SongDesk(control, songs.timing(), loops, ALL_CHANNELS, messages::say);
    if (recorder != null) {
      desk.tell(recorder::know);
    }
    LearnedControls learned =
        new LearnedControls(control, desk, BindingMemory.ofUser(), messages::say);
    try (SessionPorts opened =
        new SessionPorts(
            ports.wishes(),
            new SystemMidi(),
            () -> learned.tap(modpool.receiver()),
            messages::say)) {
      SortedMap<String, List<String>> cables =
          rack == null ? new TreeMap<>() : rack.ports().cables();
      output.connect(cables);
      SessionRack session =
          new SessionRack(control, output, desk, opened.wishes(), audio.isMultiOut(), cables);
      if (rack != null) {
        session.bringBack(rack, saved, messages::say);
      }
      if (song != null) {
        desk.load(song);
      }
      if (play) {
        desk.play();
      }
      Function<OutputState, Gear> gear =
          state ->
              new Gear(
                  opened.inputs(), state, start.settings(), learned.bindings(), learned.learning());
      try (WindowFront shown = openWindow(window, modpool, desk, gear)) {
        opened.open();
        if (shown != null && !rehearses) {
          shown.awaitPaint(); // warming up takes all processors there are
        }
        new LiveSession(control, output, desk, session, messages, opened, out())
            .taking(LiveLines.REMEMBER, rest -> start.remember(rest, messages::say))
            .taking(LiveLines.LEARN, learned::learn)
            .taking(LiveLines.MAP, learned::map)
            .taking(LiveLines.UNMAP, learned::unmap)
            .endingWith(recorder == null ? () -> {} : recorder::finish)
            .run(
                "playing to %s; Ctrl-C or 'quit' ends",
                (report, lines) -> {
                  if (rehearses && shown == null) {
                    lines.accept("quit");
                  }
                  return front(shown, learned.connect(lines), report, lines);
                });
      }
    }
  }

  private TakeRecorder record(Modpool modpool) throws IOException, OutputException {
    if (take == null) {
      return null;
    }
    if (song != null && Files.exists(song) && Files.exists(take) && Files.isSameFile(song, take)) {
      throw new OutputException(take + " is read as well; name another take");
    }
    return TakeRecorder.begin(modpool.control(), take, messages::say);
  }

  private void fillIn(SavedRack rack) {
    sound.fillIn(rack);
    ports.fillIn(rack.ports());
    audio.fillIn(rack.ports());
    SavedSound saved = rack.sound();
    transpose = requireNonNullElse(transpose, saved.transpose());
    velocityCurve = requireNonNullElse(velocityCurve, saved.velocityCurve());
    deviceId = requireNonNullElse(deviceId, saved.deviceId());
  }

  private static Front front(
      WindowFront window, Front learned, SessionReport report, LineQueue lines) {
    Front stdin = new StdinFront(lines);
    return window == null
        ? new Fronts(List.of(stdin, learned))
        : new Fronts(List.of(stdin, learned, window.connect(report, lines)));
  }

  /// @return null where no window is wanted, or none can be had and nobody insists
  private WindowStart beginWindow() throws NoDeviceException {
    if (Boolean.FALSE.equals(wantsWindow)) {
      return null;
    }
    try {
      return WindowStart.begin(messages::say);
    } catch (NoDisplayException e) {
      return without(e);
    }
  }

  private WindowFront openWindow(
      WindowStart window, Modpool modpool, SongDesk desk, Function<OutputState, Gear> gear)
      throws NoDeviceException {
    if (window == null) {
      return null;
    }
    if (wantsWindow != null || rehearses) {
      try {
        window.await();
      } catch (NoDisplayException e) {
        return without(e);
      }
    }
    WindowFront front =
        rehearses
            ? window.rehearse(modpool.control(), desk, messages, gear)
            : window.open(modpool.control(), desk, messages, gear);
    if (rackFile == null) { // which has a volume of its own
      front.restoreVolume();
    }
    return front;
  }

  private <T> T without(NoDisplayException e) throws NoDeviceException {
    if (wantsWindow != null) {
      throw new NoDeviceException(
          new OutputException(e.getMessage() + "; leave out --window to play without", e));
    }
    return null;
  }

  private Settings settings() {
    Settings settings = sound.settings(SoundOptions.Defaults.LIVE);
    try {
      ifGiven(transpose, settings::transpose);
      ifGiven(velocityCurve, settings::velocityCurve);
      ifGiven(deviceId, settings::deviceId);
      return settings;
    } catch (IllegalArgumentException e) {
      throw new BadUsageException(e);
    }
  }
}
