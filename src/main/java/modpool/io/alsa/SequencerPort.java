package modpool.io.alsa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import modpool.io.midi.PortException;
import modpool.io.midi.VirtualPort;

/// A client of ALSA's sequencer, `modpool`, with a port `midi_in` that others send to. Each sender
/// is a source of its own, until it unsubscribes or ends.
///
/// Events are read on a thread of its own. Not yet run against a kernel with a sequencer: the
/// native side is [SequencerCalls], which tests fake.
public final class SequencerPort implements VirtualPort {
  static final String CLIENT = "modpool";
  static final String PORT = "midi_in";

  /// SND_SEQ_PORT_CAP_WRITE and _SUBS_WRITE: others may send and subscribe.
  static final int WRITABLE = 2 | 64;

  /// SND_SEQ_PORT_CAP_WRITE and _NO_EXPORT: a port for news, that nobody is to pick.
  static final int PRIVATE = 2 | 128;

  /// SND_SEQ_PORT_TYPE_MIDI_GENERIC, _SOFTWARE, _SYNTHESIZER and _APPLICATION
  static final int SYNTHESIZER = 2 | 1 << 17 | 1 << 18 | 1 << 20;

  // The kernel's own client, and its port that announces who comes and goes.
  private static final int SYSTEM_CLIENT = 0;
  private static final int ANNOUNCE_PORT = 1;

  // snd_seq_event_type
  private static final int CLIENT_EXIT = 61;
  private static final int PORT_EXIT = 64;
  private static final int PORT_UNSUBSCRIBED = 67;

  // snd_seq_event_t, packed: type, flags, tag, queue, 8 bytes of time, source, destination (client
  // and port each), then 12 bytes of data: an address, or the sender and the destination of a cable
  static final long TYPE = 0;
  static final long SOURCE_CLIENT = 12;
  static final long SOURCE_PORT = 13;
  static final long DATA_CLIENT = 16;
  static final long DATA_PORT = 17;
  static final long CABLE_TO_CLIENT = 18;
  static final long CABLE_TO_PORT = 19;
  static final long EVENT_BYTES = 28;

  private static final int LOOK_MS = 100;
  private static final int PATIENCE_MS = 1_000;
  private static final int MAX_MESSAGE_BYTES = 1 << 12; // of an event; longer sysex comes in pieces

  private final SequencerCalls calls;
  private final long sequencer;
  private final long decoder;
  private final Senders senders;
  private final Consumer<String> warning;
  private final AtomicBoolean ending = new AtomicBoolean();
  private final Thread thread;
  private final int client;
  private final int port;
  private final String address;

  private SequencerPort(
      SequencerCalls calls, long sequencer, Sources sources, Consumer<String> warning)
      throws PortException {
    this.calls = calls;
    this.sequencer = sequencer;
    this.warning = warning;
    senders = new Senders(sources);
    decoder = calls.newDecoder(MAX_MESSAGE_BYTES);
    port = calls.createPort(sequencer, PORT, WRITABLE, SYNTHESIZER);
    if (decoder == 0 || calls.setClientName(sequencer, CLIENT) < 0 || port < 0) {
      if (decoder != 0) {
        calls.freeDecoder(decoder);
      }
      throw new PortException("the ALSA sequencer has no room for a port; close other programs");
    }
    client = calls.clientId(sequencer);
    address = "%s:%s (ALSA sequencer %d:%d)".formatted(CLIENT, PORT, client, port);
    int news = calls.createPort(sequencer, "news", PRIVATE, 0);
    if (news >= 0) {
      calls.connectFrom(sequencer, news, SYSTEM_CLIENT, ANNOUNCE_PORT);
    }
    thread = Thread.ofPlatform().daemon().name("modpool-alsa").unstarted(this::run);
  }

  /// Opens the port; others see it from now on.
  ///
  /// @param sources makes a receiver for each sender
  /// @param warning takes lines for people, from the port's thread
  /// @throws PortException when this machine has no libasound, or its kernel no sequencer
  public static VirtualPort open(Sources sources, Consumer<String> warning) throws PortException {
    SequencerCalls calls =
        LibAsound.load()
            .orElseThrow(
                () -> new PortException("there is no libasound.so.2 here; install libasound2"));
    return open(calls, sources, warning);
  }

  static SequencerPort open(SequencerCalls calls, Sources sources, Consumer<String> warning)
      throws PortException {
    long sequencer = calls.open();
    if (sequencer < 0) {
      throw new PortException(
          "the kernel has no ALSA sequencer (error %d); load it (modprobe snd-seq), or send to JACK"
              .formatted(sequencer));
    }
    try {
      SequencerPort port = new SequencerPort(calls, sequencer, sources, warning);
      port.thread.start();
      return port;
    } catch (PortException e) {
      calls.close(sequencer);
      throw e;
    }
  }

  private void run() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pointer = arena.allocate(JAVA_LONG);
      MemorySegment bytes = arena.allocate(MAX_MESSAGE_BYTES);
      while (!ending.get()) {
        if (calls.await(sequencer, LOOK_MS) != 0 && !read(pointer, bytes)) {
          warning.accept("the ALSA sequencer has gone; its port is closed");
          break;
        }
      }
    } catch (RuntimeException e) {
      warning.accept("the ALSA sequencer port failed (a bug, please report it): " + e);
    } finally {
      senders.close();
      calls.freeDecoder(decoder);
      calls.close(sequencer);
    }
  }

  /// Reads what waits.
  ///
  /// @return false when there is nothing to wait for any more
  private boolean read(MemorySegment pointer, MemorySegment bytes) {
    while (!ending.get()) {
      int result = calls.input(sequencer, pointer);
      if (result == SequencerCalls.OVERRUN) {
        senders.close(); // a key-up may be among what was lost
      } else if (result < 0) {
        return result == SequencerCalls.TRY_AGAIN;
      } else {
        act(pointer.get(JAVA_LONG, 0), bytes);
      }
    }
    return true;
  }

  private void act(long address, MemorySegment bytes) {
    MemorySegment event = event(address);
    switch (at(event, TYPE)) {
      case CLIENT_EXIT -> senders.clientGone(at(event, DATA_CLIENT));
      case PORT_EXIT -> senders.gone(at(event, DATA_CLIENT), at(event, DATA_PORT));
      case PORT_UNSUBSCRIBED -> {
        if (isOurs(event)) {
          senders.gone(at(event, DATA_CLIENT), at(event, DATA_PORT));
        }
      }
      default -> {
        long count = calls.decode(decoder, bytes, address);
        if (count > 0) {
          senders.play(at(event, SOURCE_CLIENT), at(event, SOURCE_PORT), bytes, count);
        }
      }
    }
  }

  /// Whether a cable that was pulled led to us: all are announced, whoever's.
  private boolean isOurs(MemorySegment event) {
    return at(event, CABLE_TO_CLIENT) == client && at(event, CABLE_TO_PORT) == port;
  }

  @SuppressWarnings("restricted")
  private static MemorySegment event(long address) {
    return MemorySegment.ofAddress(address).reinterpret(EVENT_BYTES);
  }

  private static int at(MemorySegment event, long offset) {
    return event.get(JAVA_BYTE, offset) & 0xFF;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    ending.set(true);
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
