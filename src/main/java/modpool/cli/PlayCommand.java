package modpool.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import modpool.Modpool;
import modpool.Settings;
import modpool.cli.option.AudioOptions;
import modpool.cli.option.SongOptions;
import modpool.cli.option.SoundOptions;
import modpool.cli.option.VirtualPortOption;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;
import modpool.io.midi.MidiDevices;
import modpool.session.LiveLines;
import modpool.session.LiveSession;
import modpool.session.NoDeviceException;
import modpool.session.SessionPorts;
import modpool.session.SessionRack;
import modpool.session.SessionReport;
import modpool.session.front.Front;
import modpool.session.front.LineQueue;
import modpool.session.front.Messages;
import modpool.session.front.StdinFront;
import modpool.session.front.TerminalFront;
import modpool.session.song.Performance;
import modpool.session.song.SongDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `modpool play`: a song to the output, with a view where there is a terminal.
@Command(
    name = "play",
    description = {
      "Play a module or a MIDI file to the output, until it is over.",
      "In a terminal it shows the song; keys: space pauses, left and right (or p and n) go from"
          + " order to order, 1-9 and 0 mute tracks 1-10, s and a digit (or a shifted digit) solo"
          + " one, r restarts, q quits.",
      LiveLines.HELP
    })
final class PlayCommand extends ModpoolCommand {
  @Mixin private SoundOptions sound;
  @Mixin private AudioOptions audio;
  @Mixin private SongOptions songs;
  @Mixin private VirtualPortOption virtualPort;

  @Parameters(paramLabel = "SONG", description = "A module or a Standard MIDI File.")
  private Path song;

  private final Messages messages = new Messages();

  @Override
  public Integer call() throws IOException, OutputException, NoDeviceException {
    AudioOutput output =
        audio.output(sound.rate(), sound.block(SoundOptions.Defaults.LIVE), messages::say);
    Settings settings = sound.settings(SoundOptions.Defaults.LIVE);
    settings.rate(output.rate()).blockFrames(output.blockFrames());
    int loops = songs.loops();
    Performance first = Performance.read(song, output.rate(), 1, songs.timing());
    int channels = first.channels();
    try (Modpool modpool = Modpool.open(settings.channels(channels));
        SessionPorts ports =
            new SessionPorts(
                new SessionPorts.Wishes(List.of("none"), List.of(), virtualPort.isWanted()),
                () -> new MidiDevices.Look(List.of(), List.of()),
                modpool::receiver,
                messages::say)) {
      SongDesk desk =
          new SongDesk(modpool.control(), songs.timing(), loops, channels, messages::say);
      desk.load(song, first);
      desk.play();
      ports.open();
      SessionRack rack =
          new SessionRack(modpool.control(), output, desk, ports.wishes(), false, new TreeMap<>());
      new LiveSession(modpool.control(), output, desk, rack, messages, ports, out())
          .endingWithSong()
          .run("playing " + desk.title().replace("%", "%%") + " to %s", this::front);
      return ExitCode.DONE;
    }
  }

  private Front front(SessionReport report, LineQueue lines) {
    if (System.console() == null || !System.console().isTerminal()) {
      return new StdinFront(lines);
    }
    try {
      return new TerminalFront(messages, report::scene, lines);
    } catch (IOException e) {
      messages.say("no view here: " + e.getMessage());
      return new StdinFront(lines);
    }
  }
}
