package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackPeer;
import modpool.io.jack.JackPeer.Message;
import modpool.io.jack.JackRig;
import modpool.io.jack.JackServer;
import modpool.testing.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// 32 held notes on a server in real time, for `-Dmodpool.soak.seconds` (5). Bytes are asserted,
/// times are printed: they are the machine's as much as ours.
@Tag("alone") // in real time
class JackSoakTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 64;
  private static final int SETTLED = 20_000; // blocks by which the JVM has compiled what is called
  private static final int SECOND = RATE / BLOCK; // in blocks
  private static final int ORGAN = 16;

  /// Keeps what the render thread has allocated by each block, and how long that took by the clock
  /// and by its processor, which may be taken from it. Without a branch, since the first turn of
  /// one that the JVM has compiled away makes garbage.
  private static final class Counted implements BlockRenderer {
    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BlockRenderer renderer;
    private final long[] bytes;
    private final long[] clock; // nanoseconds
    private final long[] processor;
    volatile int block;

    Counted(BlockRenderer renderer, int blocks) {
      this.renderer = renderer;
      bytes = new long[blocks];
      clock = new long[blocks];
      processor = new long[blocks];
    }

    @Override
    public void render(float[] left, float[] right, int frames) {
      renderer.render(left, right, frames);
    }

    @Override
    public void render(float[] left, float[] right, int frames, PortMidi midi) {
      long began = System.nanoTime();
      long computed = threads.getCurrentThreadCpuTime();
      renderer.render(left, right, frames, midi);
      processor[block] = threads.getCurrentThreadCpuTime() - computed;
      clock[block] = System.nanoTime() - began;
      bytes[block] = threads.getCurrentThreadAllocatedBytes();
      block = Math.min(block + 1, bytes.length - 1);
    }

    long between(int from, int to) {
      return bytes[to] - bytes[from];
    }

    /// Blocks that took longer than 70 % of their time, and how long their thread computed.
    String longBlocks(int from, int to) {
      double period = 1e9 * BLOCK / RATE;
      return IntStream.range(from, to)
          .filter(i -> clock[i] > 0.7 * period)
          .mapToObj(i -> "%.2f of %.2f ms".formatted(processor[i] * 1e-6, clock[i] * 1e-6))
          .collect(Collectors.joining(", "));
    }
  }

  @Test
  void held_notes_sound_for_long_without_garbage() throws Throwable {
    int seconds = Integer.getInteger("modpool.soak.seconds", 5);
    int blocks = seconds * SECOND;
    try (JackRig rig = JackRig.inRealTime("modpool-soak", RATE, BLOCK);
        Modpool modpool = Modpool.open(new Settings().rate(RATE).blockFrames(BLOCK))) {
      Meters meters = modpool.control().meters();
      Counted counted = new Counted(modpool.control().liveRenderer(), SETTLED + 2 * blocks + RATE);
      modpool.control().warmUp();
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(counted, meters);
      try (JackPeer keys = JackPeer.sender(rig.name(), "modpool-test-keys")) {
        assertTrue(keys.connect("modpool-test-keys:out", JackServer.MIDI_PORT));
        keys.freewheel(true); // the compiler's time, in less of ours
        hold(keys);
        Await.until(() -> counted.block >= SETTLED, "the compiler is done");
        keys.freewheel(false);
        int realTime = counted.block;
        Await.until(() -> counted.block >= realTime + SECOND, "it is called in real time again");

        int began = counted.block;
        long tight = meters.get(Meter.TIGHT);
        long xruns = meters.get(Meter.XRUNS);
        for (int end = began + SECOND; end <= began + blocks; end += SECOND) {
          int next = end;
          Await.until(() -> counted.block >= next, "a second more is rendered");
        }
        int ended = counted.block - 1;
        System.out.printf(
            "JackSoakTest: %d callbacks of %d frames, %d notes: %d bytes, %d began in time and"
                + " ended after 70 %% of the period, %d xruns, the longest took %.3f ms%n",
            ended - began,
            BLOCK,
            meters.get(Meter.VOICES),
            counted.between(began, ended),
            meters.get(Meter.TIGHT) - tight,
            meters.get(Meter.XRUNS) - xruns,
            meters.get(Meter.BLOCK_NANOS_PEAK) * 1e-6);
        System.out.println(
            "JackSoakTest: long blocks computed " + counted.longBlocks(began, ended));
        assertEquals(32, meters.get(Meter.VOICES));
        assertEquals(0, counted.between(began, ended));
      } finally {
        output.stop();
      }
    }
  }

  private static void hold(JackPeer keys) {
    for (int channel = 0; channel < 8; channel++) {
      keys.send(new Message(0, 0xC0 | channel, ORGAN, 0));
      for (int voice = 0; voice < 4; voice++) {
        keys.send(new Message(voice, 0x90 | channel, 48 + 3 * channel + 5 * voice, 64));
      }
    }
  }
}
