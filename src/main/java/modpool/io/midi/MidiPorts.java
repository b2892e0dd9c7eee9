package modpool.io.midi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;

/// The MIDI inputs that are open, kept in step with what is plugged in. For one thread at a time:
/// opening and closing may wait for a driver.
///
/// An input that is gone releases its own notes, through its receiver's close. One held by another
/// program is warned of once and tried again; one asked for by name and absent is waited for.
public final class MidiPorts implements PortWatch.Follower {
  private static final int MOST_KNOWN = 64;

  private record Open(String name, MidiDevices.Connection connection, Receiver receiver) {}

  private final MidiSelection selection;
  private final Function<String, ? extends Receiver> receivers;
  private final Consumer<String> warning;
  private final Map<Object, Open> open = new LinkedHashMap<>(); // by identity
  private final Map<Object, Receiver> refused = new HashMap<>(); // by identity: warned of, retried
  private final WaitedFor waitedFor;
  private final Set<String> known = new LinkedHashSet<>(); // names that have been open
  private final AtomicReference<List<InputState>> states = new AtomicReference<>(List.of());

  /// @param receivers makes one for each input that opens, by the input's name, with a source
  ///   number of its own; it is closed before the driver, and passes over what comes after that
  /// @param warning takes lines for people
  public MidiPorts(
      MidiSelection selection,
      Function<String, ? extends Receiver> receivers,
      Consumer<String> warning) {
    this.selection = selection;
    this.receivers = receivers;
    this.warning = warning;
    waitedFor = new WaitedFor("input", selection.waitedFor(), warning);
  }

  /// Opens what is wanted and has appeared, closes what has gone.
  @Override
  public void update(MidiDevices.Look look) {
    Map<Object, MidiDevices.Input> wanted = new LinkedHashMap<>();
    for (MidiDevices.Input input : look.inputs()) {
      if (selection.includes(input.name())) {
        wanted.put(input.identity(), input);
      }
    }
    closeGone(wanted.keySet());
    wanted.forEach(
        (identity, input) -> {
          if (!open.containsKey(identity)) {
            open(identity, input);
          }
        });
    waitedFor.look(wanted.values().stream().map(MidiDevices.Input::name).toList());
    states.set(statesOf(look));
  }

  private List<InputState> statesOf(MidiDevices.Look look) {
    List<InputState> list = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>(known);
    for (MidiDevices.Input input : look.inputs()) {
      boolean isOpen = open.containsKey(input.identity());
      boolean isRefused = refused.containsKey(input.identity());
      InputState.Kind kind = isRefused ? InputState.Kind.REFUSED : InputState.Kind.UNWANTED;
      list.add(new InputState(input.name(), isOpen ? InputState.Kind.OPEN : kind));
      gone.remove(input.name());
    }
    gone.forEach(name -> list.add(new InputState(name, InputState.Kind.GONE)));
    return List.copyOf(list);
  }

  /// All inputs that are there, and those that were open and have gone. Any thread may ask.
  public List<InputState> states() {
    return states.get();
  }

  /// Names of the open inputs, in the order they were opened.
  public List<String> openNames() {
    return open.values().stream().map(Open::name).toList();
  }

  /// Closes all; [#update] would open them again.
  @Override
  public void close() {
    closeGone(Set.of());
  }

  private void closeGone(Set<Object> present) {
    Map<Object, Open> gone = new LinkedHashMap<>(open);
    gone.keySet().removeAll(present);
    open.keySet().retainAll(present);
    gone.values().forEach(port -> closeQuietly(port.receiver()::close));
    gone.values().forEach(port -> closeQuietly(port.connection()::close));
    Map<Object, Receiver> unopened = new HashMap<>(refused);
    unopened.keySet().removeAll(present);
    refused.keySet().retainAll(present);
    unopened.values().forEach(Receiver::close);
  }

  /// The receivers come first: a driver may take long to let go of a device that has gone, or fail,
  /// and no note may hang on that.
  private static void closeQuietly(Runnable port) {
    try {
      port.run();
    } catch (RuntimeException _) {
      // A driver's trouble with a device that has gone; what it held is released.
    }
  }

  private void open(Object identity, MidiDevices.Input input) {
    Receiver waiting = refused.remove(identity);
    Receiver receiver = waiting == null ? receivers.apply(input.name()) : waiting;
    try {
      open.put(identity, new Open(input.name(), input.open(receiver), receiver));
      if (known.size() < MOST_KNOWN) {
        known.add(input.name());
      }
    } catch (MidiUnavailableException | RuntimeException e) {
      refused.put(identity, receiver);
      if (waiting == null) {
        warning.accept(
            "MIDI input %s cannot be opened, another program may hold it; trying again"
                .formatted(input.name()));
      }
    }
  }
}
