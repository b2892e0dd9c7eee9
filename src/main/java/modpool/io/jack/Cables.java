package modpool.io.jack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
  private int senders;

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
      remembered = new HashSet<>(now);
      remembered.addAll(missing);
    }
    seen = now;
    int sendersNow = (int) now.stream().filter(cable -> cable.port() == MIDI_IN).count();
    if (sendersNow == 0 && senders > 0) {
      client.releaseHeld(); // the last cable was pulled: no key-up will come
    }
    senders = sendersNow;
  }

  /// Remakes what is remembered; what cannot be made yet is tried again at each look.
  void remake(JackClient client) {
    missing = new HashSet<>(remembered);
    seen = new HashSet<>();
    senders = 0;
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
