package modpool.doctor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import modpool.bridge.RenderThread;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.io.Scheduling;

/// Stands between an output and the instrument: writes down when blocks are asked for, when sound
/// begins, and puts a message into the output's own MIDI port.
///
/// The render thread writes, control reads; blocks that are older than the memory are forgotten.
final class Probe implements BlockRenderer {
  private static final int NOTHING = 0;
  private static final int KEPT = 1 << 17;

  private final BlockRenderer renderer;
  private final long[] starts = new long[KEPT]; // nanoseconds
  private final long[] frames = new long[KEPT]; // the first of each block
  private final AtomicInteger blocks = new AtomicInteger();
  private final AtomicInteger message = new AtomicInteger(); // status, two data bytes
  private final AtomicLong sentAt = new AtomicLong(-1); // frame of the message
  private final AtomicInteger listens = new AtomicInteger();
  private final AtomicLong heardAt = new AtomicLong(-1); // frame of the first sound
  private final AtomicInteger hasPort = new AtomicInteger();
  private final AtomicInteger realTime = new AtomicInteger();
  private long position; // the render thread's

  Probe(BlockRenderer renderer) {
    this.renderer = renderer;
    boolean _ = Scheduling.isRealTime(); // loads what the render thread is to ask
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int count) {
    begin();
    renderer.render(left, right, count);
    end(left, right, count);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int count, PortMidi midi) {
    begin();
    hasPort.set(1);
    int packed = message.getAndSet(NOTHING);
    if (packed != NOTHING) {
      int last = midi.size() == 0 ? 0 : midi.frame(midi.size() - 1);
      int frame = Math.max(last, count / 2);
      midi.add(frame, packed >> 16, packed >> 8 & 0x7F, packed & 0x7F);
      sentAt.set(position + frame);
    }
    renderer.render(left, right, count, midi);
    end(left, right, count);
  }

  @RenderThread
  private void begin() {
    int block = blocks.get();
    starts[block & KEPT - 1] = System.nanoTime();
    frames[block & KEPT - 1] = position;
    if (block == 0) {
      realTime.set(Scheduling.isRealTime() ? 1 : 0);
    }
    blocks.set(block + 1);
  }

  @RenderThread
  private void end(float[] left, float[] right, int count) {
    if (listens.get() != 0) {
      for (int i = 0; i < count; i++) {
        if (left[i] != 0 || right[i] != 0) {
          heardAt.set(position + i);
          listens.set(0);
          break;
        }
      }
    }
    position += count;
  }

  @Override
  public void configure(int rate, int blockFrames) {
    renderer.configure(rate, blockFrames);
  }

  /// How many blocks have been asked for.
  int blocks() {
    return blocks.get();
  }

  /// When blocks were asked for, the oldest first.
  ///
  /// @param from number of the first
  long[] startsSince(int from) {
    int to = blocks.get();
    int first = Math.max(from, to - KEPT + 1);
    long[] since = new long[Math.max(0, to - first)];
    for (int i = 0; i < since.length; i++) {
      since[i] = starts[first + i & KEPT - 1];
    }
    return since;
  }

  /// The frame that a moment falls on, if blocks were rendered in no time.
  double frameAt(long nanos, int rate) {
    int block = blocks.get() - 1;
    while (block > 0 && starts[block & KEPT - 1] > nanos) {
      block--;
    }
    int place = block & KEPT - 1;
    return frames[place] + (nanos - starts[place]) * (rate / 1e9);
  }

  /// Waits for the next sound from now on.
  void listen() {
    heardAt.set(-1);
    listens.set(1);
  }

  /// The frame at which sound began, or -1.
  long heardAt() {
    return heardAt.get();
  }

  /// Puts a message into the port, in the middle of the next block.
  void send(int status, int data1, int data2) {
    sentAt.set(-1);
    message.set(status << 16 | data1 << 8 | data2);
  }

  /// The frame that the last message was put at, or -1.
  long sentAt() {
    return sentAt.get();
  }

  /// Whether the output has a MIDI port.
  boolean hasPort() {
    return hasPort.get() != 0;
  }

  /// Whether the thread that renders comes before ordinary ones.
  boolean isRealTime() {
    return realTime.get() != 0;
  }
}
