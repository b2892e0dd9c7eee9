package modpool.io.jack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import modpool.bridge.Entry;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.MidiLength;
import modpool.bridge.RenderThread;
import modpool.io.BlockRenderer;
import modpool.io.ChannelPairs;
import modpool.io.PortMidi;

/// What a client does in each of the server's cycles, on JACK's own thread: copy the port's MIDI,
/// have the block rendered, write it to the ports.
final class JackCycle {
  private static final int MAX_FRAMES = 8192; // no server has longer periods
  private static final long WAIT_NANOS = 100_000;

  // jack_midi_event_t: uint32 time, size_t size, unsigned char* buffer
  private static final long EVENT_SIZE = 8;
  private static final long EVENT_BUFFER = 16;
  private static final long EVENT_BYTES = 24;

  // A callback that begins in the first quarter of its period has been called in time.
  private static final int IN_TIME_PERCENT = 25;
  private static final int TIGHT_PERCENT = 70;
  private static final int CALLS_UNTIL_COMPILED = 200_000;

  private final long client;
  // Not the ports themselves: when the JVM compiles a method, it first makes all strings that the
  // method's class names, on the thread that calls it. So this class names none.
  private final long midiIn;
  private final long[] outs;
  private final BlockRenderer renderer;
  private final Meters meters;
  private final long event;
  private final float[] left = new float[MAX_FRAMES];
  private final float[] right = new float[MAX_FRAMES];
  private final ChannelPairs pairs; // null: the ports have none
  private final PortMidi midi = new PortMidi();
  private final Entry entry = new Entry();
  private final AtomicBoolean released = new AtomicBoolean();
  private final AtomicInteger xruns = new AtomicInteger();

  private int xrunsTold; // render thread
  private boolean held; // who opens and closes the client sets it
  private volatile boolean freewheels;
  private volatile Throwable failure;

  /// @param arena lives as long as the client
  JackCycle(long client, JackPorts ports, BlockRenderer renderer, Meters meters, Arena arena) {
    this.client = client;
    midiIn = ports.midiIn();
    outs = ports.outs();
    this.renderer = renderer;
    this.meters = meters;
    event = arena.allocate(EVENT_BYTES, Long.BYTES).address();
    pairs = ports.hasPairs() ? new ChannelPairs(MAX_FRAMES) : null;
    warmUp(arena);
    hold();
  }

  @RenderThread
  @SuppressWarnings("unused") // JACK calls it
  int process(int frames, long argument) {
    boolean entered = entry.enter();
    try {
      if (entered) {
        int began = framesSinceCycleStart();
        render(frames, Math.min(frames, MAX_FRAMES));
        measure(frames, began);
      } else {
        silence(frames, Math.min(frames, MAX_FRAMES));
      }
    } catch (Throwable e) {
      failure = e;
    }
    if (entered) {
      entry.leave();
    }
    return 0;
  }

  @RenderThread
  private void render(int frames, int rendered) throws Throwable {
    if (released.compareAndSet(true, false)) {
      midi.add(0, PortMidi.GONE, 0, 0);
    }
    read((long) LibJack.GET_BUFFER.invokeExact(midiIn, frames));
    long began = System.nanoTime();
    if (pairs == null) {
      renderer.render(left, right, rendered, midi);
    } else {
      renderer.render(left, right, rendered, midi, pairs);
    }
    midi.clear();
    write(outs[0], left, frames, rendered);
    write(outs[1], right, frames, rendered);
    if (pairs != null) {
      for (int channel = 0; channel < ChannelPairs.COUNT; channel++) {
        write(outs[2 + 2 * channel], pairs.left(channel), frames, rendered);
        write(outs[3 + 2 * channel], pairs.right(channel), frames, rendered);
      }
    }
    long took = System.nanoTime() - began;
    meters.set(Meter.BLOCK_NANOS, took);
    if (!freewheels) {
      meters.raise(Meter.BLOCK_NANOS_PEAK, took);
    }
  }

  @RenderThread
  private static void write(long port, float[] side, int frames, int rendered) throws Throwable {
    long buffer = (long) LibJack.GET_BUFFER.invokeExact(port, frames);
    MemorySegment.copy(side, 0, LibJack.MEMORY, JAVA_FLOAT_UNALIGNED, buffer, rendered);
  }

  /// While it is held: else the last block would sound again and again.
  @RenderThread
  private void silence(int frames, int rendered) throws Throwable {
    Arrays.fill(left, 0, rendered, 0f);
    for (int i = 0; i < outs.length; i++) {
      write(outs[i], left, frames, rendered);
    }
  }

  /// Copies the cycle's messages at once: the bytes are JACK's, and gone after the cycle.
  ///
  /// Asking until there is none makes the call in every cycle, also while nobody plays: the JVM
  /// links it in the first, and makes garbage for it, not when the first note comes.
  @RenderThread
  private void read(long input) throws Throwable {
    int next = 0;
    while ((int) LibJack.MIDI_GET.invokeExact(event, input, next) == 0) {
      take();
      next++;
    }
  }

  /// The message that the event struct shows. What is no message is passed over.
  @RenderThread
  private void take() {
    int frame = LibJack.MEMORY.get(JAVA_INT_UNALIGNED, event);
    long size = LibJack.MEMORY.get(JAVA_LONG_UNALIGNED, event + EVENT_SIZE);
    long bytes = LibJack.MEMORY.get(JAVA_LONG_UNALIGNED, event + EVENT_BUFFER);
    int status = size < 1 ? 0 : LibJack.MEMORY.get(JAVA_BYTE, bytes) & 0xFF;
    if (status == PortMidi.SYSEX) {
      takeSysex(frame, bytes, size);
    } else if (status >= 0x80 && size >= MidiLength.of(status)) {
      int data1 = size > 1 ? LibJack.MEMORY.get(JAVA_BYTE, bytes + 1) : 0;
      int data2 = size > 2 ? LibJack.MEMORY.get(JAVA_BYTE, bytes + 2) : 0;
      midi.add(frame, status, data1, data2);
    }
  }

  /// Reads messages of our own, so that reading the first real ones makes no garbage.
  ///
  /// Whoever's call has the JVM compile a method for good makes the strings of its class and loads
  /// the classes that it names, from a file if need be. For what the library does in calls and
  /// copies, and for ports that there may not be, that is not to be the callback.
  private void warmUp(Arena arena) {
    Class<?> _ = ChannelPairs.class;
    MemorySegment frame = arena.allocate(JAVA_FLOAT_UNALIGNED);
    try {
      for (int i = 0; i < CALLS_UNTIL_COMPILED; i++) {
        int _ = framesSinceCycleStart();
        MemorySegment.copy(left, 0, LibJack.MEMORY, JAVA_FLOAT_UNALIGNED, frame.address(), 1);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    take(arena.allocateFrom(JAVA_BYTE, (byte) 0x80, (byte) 60, (byte) 0));
    take(arena.allocateFrom(JAVA_BYTE, (byte) PortMidi.SYSEX, (byte) 0x7D, (byte) 0xF7));
    midi.clear();
  }

  private void take(MemorySegment message) {
    LibJack.MEMORY.set(JAVA_INT_UNALIGNED, event, 0);
    LibJack.MEMORY.set(JAVA_LONG_UNALIGNED, event + EVENT_SIZE, message.byteSize());
    LibJack.MEMORY.set(JAVA_LONG_UNALIGNED, event + EVENT_BUFFER, message.address());
    take();
  }

  @RenderThread
  private void takeSysex(int frame, long bytes, long size) {
    int start = midi.addSysex(frame, size);
    if (start < 0) {
      meters.add(Meter.SYSEX_LOST, 1);
    } else {
      MemorySegment.copy(LibJack.MEMORY, JAVA_BYTE, bytes, midi.sysex(), start, (int) size);
    }
  }

  /// One place for all calls: the JVM links each place when it is first reached, which makes
  /// garbage, and freewheeling would put that off.
  @RenderThread
  private int framesSinceCycleStart() throws Throwable {
    return (int) LibJack.FRAMES_SINCE_CYCLE_START.invokeExact(client);
  }

  @RenderThread
  private void measure(int frames, int began) throws Throwable {
    int now = xruns.get();
    if (now != xrunsTold) {
      meters.add(Meter.XRUNS, now - xrunsTold);
      xrunsTold = now;
    }
    if (!freewheels && began * 100L <= (long) frames * IN_TIME_PERCENT) {
      int ended = framesSinceCycleStart();
      if (ended * 100L > (long) frames * TIGHT_PERCENT) {
        meters.add(Meter.TIGHT, 1);
      }
    }
  }

  @SuppressWarnings("unused") // JACK calls it; the meter is the render thread's
  int xrun(long argument) {
    if (!freewheels) {
      xruns.incrementAndGet();
    }
    return 0;
  }

  /// The server begins to run as fast as it can, or in time again. Sound depends on frames only;
  /// what is measured against real time is not measured then.
  @SuppressWarnings("unused") // JACK calls it, between two cycles
  void freewheel(int starts, long argument) {
    freewheels = starts != 0;
  }

  /// In the next cycle, what the port's senders hold is released.
  void releaseHeld() {
    released.set(true);
  }

  /// Returns once the renderer is not being called, nor will be before [#go()]. Until then there is
  /// silence, and what reaches the port is lost. Harmless when done twice.
  void hold() {
    while (!held && !entry.enter()) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    held = true;
  }

  /// A new one is, too.
  boolean isHeld() {
    return held;
  }

  /// The renderer is called from the next cycle on. Key-ups may have been lost, so it begins with
  /// nothing held at the port.
  void go() {
    releaseHeld();
    held = false;
    entry.leave();
  }

  /// Another callback has thrown, which would end the process if it got out.
  void fail(Throwable e) {
    failure = e;
  }

  /// What went wrong in a callback (a bug), or null.
  Throwable failure() {
    return failure;
  }
}
