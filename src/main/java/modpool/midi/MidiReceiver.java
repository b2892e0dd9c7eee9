package modpool.midi;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.bridge.Event;
import modpool.bridge.EventList;
import modpool.bridge.EventQueue;
import modpool.bridge.LiveClock;
import modpool.bridge.MidiLength;
import modpool.bridge.SourceNumbers;

/// One source of MIDI messages: a device, or a program that plays modpool as a library.
///
/// A message without a time is stamped on arrival. While an output runs, a device's own time stamps
/// are placed on its clock, which is set against ours by the quickest arrivals; without an output a
/// time stamp is microseconds of rendered sound. Events that leave here never go back in time.
///
/// A driver may still be sending while it is closed: whoever is the last to come out then says that
/// the source has gone, so that nothing of it follows.
public final class MidiReceiver implements Receiver {
  private static final long NO_TIME = -1;
  private static final int CLOSED = Integer.MIN_VALUE;
  private static final long FOLLOW_PER_MESSAGE_NANOS =
      1_000; // how quickly a slow clock is believed
  private static final long JUMP_NANOS = 100_000_000; // a later arrival means that its clock jumped

  private final SourceNumbers numbers;
  private final int source;
  private final EventQueue queue;
  private final LiveClock clock;
  private final InputCurve curve;
  private final int deviceId;
  private final SysexAssembly pieces = new SysexAssembly();
  private final LiveClock.Order order = new LiveClock.Order();
  private final AtomicInteger sending = new AtomicInteger(); // how many, and CLOSED

  private long deviceOffsetNanos = Long.MAX_VALUE; // our time minus the device's

  /// @param numbers where it takes the number that its notes are known by, until it is closed
  /// @param deviceId whom its system exclusive messages address, 0-126 or [SysexReader#ANY_DEVICE]
  public MidiReceiver(
      SourceNumbers numbers, EventQueue queue, LiveClock clock, InputCurve curve, int deviceId) {
    this.numbers = numbers;
    source = numbers.take();
    this.queue = queue;
    this.clock = clock;
    this.curve = curve;
    this.deviceId = deviceId;
  }

  /// Takes a message; what is none, or none of ours, is passed over. Never blocks; what the queue
  /// cannot hold is counted there.
  ///
  /// @param timeStamp microseconds, -1 for none
  /// @throws IllegalStateException after [#close()]
  @Override
  public void send(MidiMessage message, long timeStamp) {
    if (sending.getAndUpdate(n -> n < 0 ? n : n + 1) < 0) {
      throw new IllegalStateException("this receiver is closed");
    }
    try {
      switch (message) {
        case ShortMessage m -> send(m, timeStamp);
        case SysexMessage m -> sendSysex(m.getMessage(), timeStamp);
        case MetaMessage _ -> {} // of files; its status is that of a system reset
        default -> sendBytes(message.getMessage(), timeStamp);
      }
    } finally {
      if (sending.decrementAndGet() == CLOSED) {
        go();
      }
    }
  }

  private void send(ShortMessage m, long timeStamp) {
    if (m.getLength() >= MidiLength.of(m.getStatus())) {
      offer(MidiDecoder.event(source, m.getStatus(), m.getData1(), m.getData2()), timeStamp);
    }
  }

  private void sendSysex(byte[] piece, long timeStamp) {
    byte[] whole = pieces.add(piece);
    if (whole != null) {
      // A reader for each: whoever sends may do so from several threads.
      EventList meant = new SysexReader(deviceId).read(whole, 0, whole.length, source);
      for (int i = 0; i < meant.size(); i++) {
        offer(meant.get(i), timeStamp);
      }
    }
  }

  /// A message of somebody's own class.
  private void sendBytes(byte[] bytes, long timeStamp) {
    int status = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
    if (status == 0xF0 || status == 0xF7) {
      sendSysex(bytes, timeStamp);
    } else if (status >= 0x80 && bytes.length == MidiLength.of(status)) {
      int first = bytes.length > 1 ? bytes[1] & 0xFF : 0;
      int second = bytes.length > 2 ? bytes[2] & 0xFF : 0;
      offer(MidiDecoder.event(source, status, first, second), timeStamp);
    }
  }

  private void offer(long event, long timeStamp) {
    long played = event == MidiDecoder.NONE ? event : curve.apply(event);
    if (played != MidiDecoder.NONE) {
      queue.offer(order.next(frame(timeStamp)), played);
    }
  }

  private long frame(long timeStamp) {
    if (!clock.isRunning()) {
      return timeStamp < 0 ? 0 : Math.round(timeStamp * 1e-6 * clock.rate());
    }
    long now = System.nanoTime();
    return clock.frameAt(timeStamp <= NO_TIME ? now : ourTime(timeStamp, now));
  }

  /// A device stamps when a message came to it; we see it later, by more or less. The least
  /// difference seen is the one between the clocks.
  private long ourTime(long timeStamp, long now) {
    long difference = now - timeStamp * 1_000;
    boolean jumped =
        deviceOffsetNanos == Long.MAX_VALUE || difference - deviceOffsetNanos > JUMP_NANOS;
    deviceOffsetNanos =
        jumped ? difference : Math.min(difference, deviceOffsetNanos + FOLLOW_PER_MESSAGE_NANOS);
    return timeStamp * 1_000 + deviceOffsetNanos;
  }

  /// Releases what this source holds, and nothing else. Harmless when done twice.
  @Override
  public void close() {
    if (sending.getAndUpdate(n -> n | CLOSED) == 0) {
      go();
    }
  }

  private void go() {
    queue.offer(order.next(frame(NO_TIME)), Event.of(Event.SOURCE_GONE, source, 0, 0, 0));
    numbers.giveBack(source);
  }
}
