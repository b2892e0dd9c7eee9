package modpool.io.alsa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.Receiver;
import modpool.io.midi.MidiStream;
import modpool.io.midi.VirtualPort;

/// Who sends to a sequencer port, by address (client and port), each with a receiver of its own.
/// More than 64 at a time share the last, which is released when anybody without one goes.
///
/// The port thread's.
final class Senders {
  static final int MAX_SENDERS = 64;

  private static final int SHARED = -1;

  private record Sender(MidiStream stream, Receiver receiver) {}

  private final VirtualPort.Sources sources;
  private final Map<Integer, Sender> senders = new HashMap<>();

  Senders(VirtualPort.Sources sources) {
    this.sources = sources;
  }

  /// Plays what a sender sent.
  void play(int client, int port, MemorySegment bytes, long count) {
    MidiStream stream = sender(client, port).stream();
    for (long i = 0; i < count; i++) {
      stream.accept(bytes.get(JAVA_BYTE, i));
    }
  }

  private Sender sender(int client, int port) {
    int key = address(client, port);
    if (!senders.containsKey(key) && senders.size() >= MAX_SENDERS - 1) {
      key = SHARED;
    }
    return senders.computeIfAbsent(
        key,
        _ -> {
          Receiver receiver = sources.open("ALSA %d:%d".formatted(client, port));
          return new Sender(new MidiStream(receiver), receiver);
        });
  }

  /// Releases what a port of another program holds.
  void gone(int client, int port) {
    Sender sender = senders.remove(address(client, port));
    if (sender == null) {
      sender = senders.remove(SHARED);
    }
    if (sender != null) {
      sender.receiver().close();
    }
  }

  /// Likewise all ports of a program.
  void clientGone(int client) {
    List<Integer> keys = new ArrayList<>(senders.keySet());
    keys.removeIf(key -> key != SHARED && key >> 8 != client);
    keys.forEach(key -> senders.remove(key).receiver().close());
  }

  /// Releases what all of them hold; whoever sends again is a new sender.
  void close() {
    senders.values().forEach(sender -> sender.receiver().close());
    senders.clear();
  }

  private static int address(int client, int port) {
    return client << 8 | port;
  }
}
