package modpool.session;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sound.midi.Receiver;
import modpool.io.BlockRenderer;
import modpool.io.alsa.SequencerPort;
import modpool.io.coremidi.VirtualDestination;
import modpool.io.midi.InputState;
import modpool.io.midi.MidiDevices;
import modpool.io.midi.MidiPorts;
import modpool.io.midi.MidiSelection;
import modpool.io.midi.PortException;
import modpool.io.midi.PortWatch;
import modpool.io.midi.Thru;
import modpool.io.midi.VirtualPort;

/// The MIDI ports of a session: its inputs, what is sent on, and a port of its own.
///
///     inputs, virtual port --> thru's tap --> a receiver of the instrument each
///                                      \--> outputs of the thru
///     the output's own port --> PortThru --/
public final class SessionPorts implements AutoCloseable {
  /// What a virtual port of ours is called among the system's outputs.
  private static final String OURSELVES = "modpool";

  /// What is wanted.
  ///
  /// @param inputs parts of names, `all` or `none`
  /// @param thru parts of outputs' names
  /// @param virtualPort true for a port that others can send to
  public record Wishes(List<String> inputs, List<String> thru, boolean virtualPort) {
    public Wishes {
      inputs = List.copyOf(inputs);
      thru = List.copyOf(thru);
    }
  }

  private final Wishes wishes;
  private final Consumer<String> say;
  private final PortWatch watch;
  private final Thru thru;
  private final MidiPorts inputs;
  private final VirtualPort.Sources sources;
  private VirtualPort port; // null when none is wanted, or to be had
  private PortThru portThru; // null when nothing is sent on

  /// @param receivers makes a receiver of the instrument, with a source number of its own
  /// @param say takes lines for people, while opening and in [#lookAround()]
  public SessionPorts(
      Wishes wishes,
      MidiDevices devices,
      Supplier<? extends Receiver> receivers,
      Consumer<String> say) {
    this.wishes = wishes;
    this.say = say;
    watch = new PortWatch(devices, say);
    thru = new Thru(wishes.thru(), OURSELVES, watch::warn);
    sources = name -> thru.tap(name, receivers.get());
    MidiSelection selection = new MidiSelection(wishes.inputs(), wishes.thru());
    inputs = new MidiPorts(selection, sources::open, watch::warn);
  }

  /// What is wanted.
  public Wishes wishes() {
    return wishes;
  }

  /// How the inputs stand. Any thread may ask.
  public List<InputState> inputs() {
    return inputs.states();
  }

  /// Opens what is there; the rest is waited for.
  public void open() {
    watch.start(List.of(inputs, thru)); // the thru closes first: an input's driver may block
    port = wishes.virtualPort() ? virtualPort() : null;
  }

  /// What an output calls for its blocks, so that what reaches its own port is sent on as well.
  ///
  /// @param renderer what plays them
  public BlockRenderer through(BlockRenderer renderer) {
    if (wishes.thru().isEmpty()) {
      return renderer;
    }
    portThru = new PortThru(renderer, thru::source);
    portThru.start();
    return portThru;
  }

  private VirtualPort virtualPort() {
    try {
      VirtualPort opened = open(System.getProperty("os.name"));
      say.accept("MIDI port for other programs: " + opened.address());
      return opened;
    } catch (PortException | RuntimeException e) {
      say.accept("no virtual MIDI port: " + e.getMessage());
      return null;
    }
  }

  private VirtualPort open(String system) throws PortException {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return VirtualDestination.open(sources);
    }
    if (name.contains("win")) {
      throw new PortException("Windows has none of its own; `modpool devices` tells what to do");
    }
    return SequencerPort.open(sources, watch::warn);
  }

  /// Passes on what there is to say. For the session's loop, every second.
  public void lookAround() {
    watch.tell();
  }

  /// Releases all that is held, here and at the outputs. Harmless when done twice.
  @Override
  public void close() {
    if (port != null) {
      port.close();
    }
    if (portThru != null) {
      portThru.close();
    }
    watch.close();
  }
}
