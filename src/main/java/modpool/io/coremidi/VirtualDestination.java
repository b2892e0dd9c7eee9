package modpool.io.coremidi;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.midi.Receiver;
import modpool.io.midi.MidiStream;
import modpool.io.midi.PortException;
import modpool.io.midi.VirtualPort;

/// A virtual destination of CoreMIDI, which every program on the Mac sees: one source, since
/// CoreMIDI does not tell who sends.
///
/// Not yet run on a Mac: the native side is [CoreMidiCalls], which tests fake.
public final class VirtualDestination implements VirtualPort {
  static final String NAME = "modpool";

  /// Always the same one, so that a DAW's project finds it again; a second modpool gets another.
  private static final int UNIQUE_ID = 0x6D6F6470; // "modp"

  private final CoreMidiCalls calls;
  private final long client;
  private final Receiver receiver;
  private final MidiStream stream;
  private final PacketList packets;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final long endpoint;

  private VirtualDestination(
      CoreMidiCalls calls, long client, Receiver receiver, PacketList packets)
      throws PortException {
    this.calls = calls;
    this.client = client;
    this.receiver = receiver;
    this.packets = packets;
    stream = new MidiStream(receiver);
    endpoint = calls.createDestination(client, NAME, this::read);
    if (endpoint < 0) {
      throw new PortException(
          "CoreMIDI makes no virtual destination (OSStatus %d); use the IAC bus"
              .formatted(endpoint));
    }
    calls.setUniqueId(endpoint, UNIQUE_ID); // what it says matters little: it has one anyway
  }

  /// Opens the port; others see it from now on.
  ///
  /// @param sources makes its receiver
  /// @throws PortException when this is no Mac, or CoreMIDI refuses
  public static VirtualPort open(Sources sources) throws PortException {
    CoreMidiCalls calls =
        CoreMidiFramework.load()
            .orElseThrow(() -> new PortException("there is no CoreMIDI here; use the IAC bus"));
    return open(calls, sources, PacketList.ofThisMachine());
  }

  static VirtualPort open(CoreMidiCalls calls, Sources sources, PacketList packets)
      throws PortException {
    long client = calls.createClient(NAME);
    if (client < 0) {
      throw new PortException(
          "CoreMIDI takes no client (OSStatus %d); use the IAC bus".formatted(client));
    }
    Receiver receiver = sources.open(NAME);
    try {
      return new VirtualDestination(calls, client, receiver, packets);
    } catch (PortException e) {
      receiver.close();
      calls.disposeClient(client);
      throw e;
    }
  }

  private void read(long packetList) {
    if (!closed.get()) {
      packets.read(packetList, stream);
    }
  }

  @Override
  public String address() {
    return NAME + " (CoreMIDI virtual destination)";
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      calls.disposeEndpoint(endpoint);
      calls.disposeClient(client);
      receiver.close();
    }
  }
}
