package modpool.io.jack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who our ports are connected to: looked at now and then, remembered, and remade with a new
/// server. The watcher's.
final class Cables {
  private static final int MIDI_IN = 0;

  /// @param port which of ours
  /// @param other full name of the other one
  private record Cable(int port, String other) {}

  private Set<Cable> seen = new HashSet<>();
  private Set<Cable> remembered = new HashSet<>();
  private Set<Cable> missing = new HashSet<>();
  private Set<Cable> senders = new HashSet<>();
  private SortedMap<String, List<String>> wanted = new TreeMap<>();
  private volatile SortedMap<String, List<String>> shown = new TreeMap<>(); // for other threads

  /// Lets the cables be these from the start; none for the usual ones.
  ///
  /// @param byPort names of others' ports by the short names of ours
  void want(SortedMap<String, List<String>> byPort) {
    wanted = byPort;
    shown = byPort;
  }

  /// Who our ports are connected to, or will be. Any thread may ask.
  SortedMap<String, List<String>> shown() {
    return shown;
  }

  /// Makes the first connections.
  void begin(JackClient client) {
    List<Long> ports = client.ports();
    for (int port = 0; port < ports.size(); port++) {
      for (String other : wanted.getOrDefault(shortName(client, port), List.of())) {
        remembered.add(new Cable(port, other));
      }
    }
    if (remembered.isEmpty()) {
      toHardware(client);
    } else {
      remake(client);
    }
    show(client);
  }

  private static String shortName(JackClient client, int port) {
    String name = client.name(client.ports().get(port));
    return name.substring(name.indexOf(':') + 1);
  }

  private void show(JackClient client) {
    SortedMap<String, List<String>> byPort = new TreeMap<>();
    for (Cable cable : remembered) {
      byPort.computeIfAbsent(shortName(client, cable.port()), _ -> new ArrayList<>());
      byPort.get(shortName(client, cable.port())).add(cable.other());
    }
    byPort.values().forEach(Collections::sort);
    shown = byPort;
  }

  /// Connects the outputs to the hardware's: the first two, or one to both.
  static void toHardware(JackClient client) {
    List<String> names = client.physicalOutputs();
    for (int side = 0; side < 2 && !names.isEmpty(); side++) {
      String other = names.get(Math.min(side, names.size() - 1));
      client.connect(client.name(client.ports().get(1 + side)), other);
    }
  }

  /// Looks at the connections and makes those that are still missing. Only what was there at two
  /// looks is remembered: while a server ends, others' ports go before it tells us.
  void look(JackClient client) {
    missing.removeIf(cable -> plug(client, cable));
    Set<Cable> now = new HashSet<>();
    List<Long> ports = client.ports();
    for (int port = 0; port < ports.size(); port++) {
      for (String other : client.connections(ports.get(port))) {
        now.add(new Cable(port, other));
      }
    }
    if (now.equals(seen)) {
      Set<Cable> before = remembered;
      remembered = new HashSet<>(now);
      remembered.addAll(missing);
      if (!remembered.equals(before)) {
        show(client);
      }
    }
    seen = now;
    Set<Cable> sendersNow = new HashSet<>(now);
    sendersNow.removeIf(cable -> cable.port() != MIDI_IN);
    if (!sendersNow.containsAll(senders)) {
      client.releaseHeld(); // one was pulled: no key-up will come, and the port is one source
    }
    senders = sendersNow;
  }

  /// Remakes what is remembered; what cannot be made yet is tried again at each look.
  void remake(JackClient client) {
    missing = new HashSet<>(remembered);
    seen = new HashSet<>();
    senders = new HashSet<>();
    List<Cable> outputs = new ArrayList<>(remembered);
    outputs.removeIf(cable -> cable.port() == MIDI_IN);
    missing.removeIf(cable -> plug(client, cable));
    if (!outputs.isEmpty() && missing.containsAll(outputs)) {
      toHardware(client); // the hardware has other names now
    }
  }

  private static boolean plug(JackClient client, Cable cable) {
    String ours = client.name(client.ports().get(cable.port()));
    return cable.port() == MIDI_IN
        ? client.connect(cable.other(), ours)
        : client.connect(ours, cable.other());
  }
}
