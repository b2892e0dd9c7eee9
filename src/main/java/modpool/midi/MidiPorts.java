package modpool.midi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;

/// The MIDI inputs that are open, kept in step with what is plugged in. Control's: it calls
/// [#rescan()] every second.
///
/// An input that is gone releases its own notes, through its receiver's close. One held by another
/// program is warned of once and tried again; one asked for by name and absent is waited for.
public final class MidiPorts implements AutoCloseable {
  private record Open(String name, MidiInputs.Connection connection, Receiver receiver) {
    void close() {
      connection.close();
      receiver.close();
    }
  }

  private final MidiSelection selection;
  private final MidiInputs inputs;
  private final Supplier<? extends Receiver> receivers;
  private final Consumer<String> warning;
  private final Map<Object, Open> open = new LinkedHashMap<>(); // by identity
  private final Map<Object, Receiver> refused = new HashMap<>(); // by identity: warned of, retried
  private final Set<String> missed = new HashSet<>(); // names already warned of

  /// The system's inputs.
  ///
  /// @param names parts of names, `all` or `none`
  /// @param receivers makes one for each input that opens, with a source number of its own
  /// @param warning takes lines for people
  public MidiPorts(
      List<String> names, Supplier<? extends Receiver> receivers, Consumer<String> warning) {
    this(new MidiSelection(names, List.of()), new SystemMidiInputs(), receivers, warning);
  }

  /// @param receivers makes one for each input that opens, with a source number of its own
  /// @param warning takes lines for people
  public MidiPorts(
      MidiSelection selection,
      MidiInputs inputs,
      Supplier<? extends Receiver> receivers,
      Consumer<String> warning) {
    this.selection = selection;
    this.inputs = inputs;
    this.receivers = receivers;
    this.warning = warning;
  }

  /// Opens what is wanted and has appeared, closes what has gone.
  public void rescan() {
    Map<Object, MidiInputs.Input> wanted = new LinkedHashMap<>();
    for (MidiInputs.Input input : inputs.present()) {
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
    warnOfMissing(wanted.values().stream().map(MidiInputs.Input::name).toList());
  }

  /// Names of the open inputs, in the order they were opened.
  public List<String> openNames() {
    return open.values().stream().map(Open::name).toList();
  }

  /// Closes all; [#rescan()] would open them again.
  @Override
  public void close() {
    closeGone(Set.of());
  }

  private void closeGone(Set<Object> present) {
    Map<Object, Open> gone = new LinkedHashMap<>(open);
    gone.keySet().removeAll(present);
    open.keySet().retainAll(present);
    gone.values().forEach(Open::close);
    Map<Object, Receiver> unopened = new HashMap<>(refused);
    unopened.keySet().removeAll(present);
    refused.keySet().retainAll(present);
    unopened.values().forEach(Receiver::close);
  }

  private void open(Object identity, MidiInputs.Input input) {
    Receiver waiting = refused.remove(identity);
    Receiver receiver = waiting == null ? receivers.get() : waiting;
    try {
      open.put(identity, new Open(input.name(), input.open(receiver), receiver));
    } catch (MidiUnavailableException e) {
      refused.put(identity, receiver);
      if (waiting == null) {
        warning.accept(
            "MIDI input %s cannot be opened, another program may hold it; trying again"
                .formatted(input.name()));
      }
    }
  }

  private void warnOfMissing(List<String> present) {
    List<String> absent =
        selection.waitedFor().stream()
            .filter(name -> present.stream().noneMatch(p -> MidiSelection.contains(p, name)))
            .toList();
    missed.retainAll(Set.copyOf(absent));
    for (String name : absent) {
      if (missed.add(name)) {
        warning.accept("no MIDI input has \"%s\" in its name; waiting for it".formatted(name));
      }
    }
  }
}
