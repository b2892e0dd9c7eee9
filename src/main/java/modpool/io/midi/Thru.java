package modpool.io.midi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/// Sends what is played, as it was received, on to MIDI outputs: whatever the keys are transposed
/// by here, the other instrument has its own. Nothing goes back into the port that it came from.
///
/// An output that is absent is waited for, and one that has gone may come back.
public final class Thru implements PortWatch.Follower {
  private static final Receiver SILENT =
      new Receiver() {
        @Override
        public void send(MidiMessage message, long timeStamp) {}

        @Override
        public void close() {}
      };

  private final List<String> names;
  private final String ourselves;
  private final Consumer<String> warning;
  private final AtomicInteger sources = new AtomicInteger();
  private final Map<Object, ThruOutput> open = new LinkedHashMap<>(); // by identity; the watch's
  private final Set<Object> refused = new HashSet<>(); // likewise: warned of, tried again
  private final WaitedFor waitedFor; // likewise
  private final List<ThruOutput> targets = new CopyOnWriteArrayList<>(); // read by the inputs

  /// @param names parts of outputs' names, in any case
  /// @param ourselves the name of a port of our own, which is no output
  /// @param warning takes lines for people
  public Thru(List<String> names, String ourselves, Consumer<String> warning) {
    this.names = List.copyOf(names);
    this.ourselves = ourselves;
    this.warning = warning;
    waitedFor = new WaitedFor("output", names, warning);
  }

  /// What an input sends to, so that it is both played and sent on. Closing it closes `receiver`
  /// and lets go, at the outputs, of what the input held.
  ///
  /// @param port the input's name
  public Receiver tap(String port, Receiver receiver) {
    return new Tap(port, sources.incrementAndGet(), receiver);
  }

  /// What only sends on, and plays nothing here. Closing it lets go of what came from it.
  ///
  /// @param port its name
  public Receiver source(String port) {
    return tap(port, SILENT);
  }

  @Override
  public void update(MidiDevices.Look look) {
    Map<Object, MidiDevices.Output> wanted = new LinkedHashMap<>();
    for (MidiDevices.Output output : look.outputs()) {
      if (!output.name().endsWith(ourselves) && isNamed(output.name())) {
        wanted.put(output.identity(), output);
      }
    }
    closeGone(wanted.keySet());
    refused.retainAll(wanted.keySet());
    wanted.forEach(
        (identity, output) -> {
          if (!open.containsKey(identity)) {
            open(identity, output);
          }
        });
    waitedFor.look(wanted.values().stream().map(MidiDevices.Output::name).toList());
  }

  private boolean isNamed(String output) {
    return names.stream().anyMatch(name -> MidiSelection.contains(output, name));
  }

  private void closeGone(Set<Object> present) {
    new HashMap<>(open)
        .forEach(
            (identity, output) -> {
              if (!present.contains(identity) || output.isDead()) {
                targets.remove(output);
                open.remove(identity);
                output.close();
              }
            });
  }

  private void open(Object identity, MidiDevices.Output output) {
    try {
      ThruOutput target = new ThruOutput(output.name(), output.open(), warning);
      target.start();
      open.put(identity, target);
      targets.add(target);
      refused.remove(identity);
    } catch (MidiUnavailableException | RuntimeException e) {
      if (refused.add(identity)) {
        warning.accept(
            "MIDI output %s cannot be opened, another program may hold it; trying again"
                .formatted(output.name()));
      }
    }
  }

  @Override
  public void close() {
    closeGone(Set.of());
  }

  private final class Tap implements Receiver {
    private final String port;
    private final int source;
    private final Receiver receiver;
    private final AtomicBoolean closed = new AtomicBoolean();

    Tap(String port, int source, Receiver receiver) {
      this.port = port;
      this.source = source;
      this.receiver = receiver;
    }

    /// A driver may still have one on its way when the port is closed.
    @Override
    public void send(MidiMessage message, long timeStamp) {
      try {
        if (closed.get()) {
          return;
        }
        receiver.send(message, timeStamp);
      } catch (IllegalStateException e) {
        if (closed.get()) {
          return;
        }
        throw e;
      }
      // Active sensing vouches for one cable, and not for what is mixed here.
      if (message.getStatus() != ShortMessage.ACTIVE_SENSING) {
        for (ThruOutput target : targets) {
          if (!target.name().equalsIgnoreCase(port)) {
            target.offer(source, (MidiMessage) message.clone());
          }
        }
        if (closed.get()) { // meanwhile: a key that goes down after that would never go up
          tellGone();
        }
      }
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        receiver.close();
        tellGone();
      }
    }

    private void tellGone() {
      targets.forEach(target -> target.gone(source));
    }
  }
}
