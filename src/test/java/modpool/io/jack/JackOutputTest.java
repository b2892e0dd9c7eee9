package modpool.io.jack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.io.file.OutputException;
import modpool.testing.Await;
import org.junit.jupiter.api.Test;

/// The output between a real server and a renderer that writes down what it is given.
class JackOutputTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 256;
  private static final String SENDER = "modpool-test-keys";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Meters meters = new Meters();

  /// Sounds from a key-down's own frame to its key-up's.
  private final class Gate implements BlockRenderer {
    final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<byte[]> sysex = new ConcurrentLinkedQueue<>();
    volatile long blocks;
    private float level;

    @Override
    public void render(float[] left, float[] right, int frames) {
      throw new AssertionError("a JACK output always has a port");
    }

    @Override
    public void render(float[] left, float[] right, int frames, PortMidi midi) {
      int next = 0;
      for (int frame = 0; frame < frames; frame++) {
        while (next < midi.size() && midi.frame(next) == frame) {
          statuses.add(midi.status(next));
          if (midi.status(next) == PortMidi.SYSEX) {
            int start = midi.sysexStart(next);
            sysex.add(Arrays.copyOfRange(midi.sysex(), start, start + midi.sysexLength(next)));
          }
          level = midi.status(next++) == 0x90 ? 0.5f : 0;
        }
        left[frame] = level;
        right[frame] = -level;
      }
      blocks++;
    }
  }

  private static JackPeer.Message keyDown(int offset) {
    return new JackPeer.Message(offset, 0x90, 60, 100);
  }

  private static JackPeer.Message keyUp(int offset) {
    return new JackPeer.Message(offset, 0x80, 60, 0);
  }

  private static JackPeer plugIn(JackRig rig) throws Throwable {
    JackPeer sender = JackPeer.sender(rig.name(), SENDER);
    Await.until(() -> connected(sender, SENDER + ":out", JackServer.MIDI_PORT), "it is plugged in");
    return sender;
  }

  private static boolean connected(JackPeer peer, String from, String to) {
    try {
      return peer.connect(from, to);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_key_sounds_in_the_frame_in_which_it_is_pressed() throws Throwable {
    Gate gate = new Gate();
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(gate, meters);
      try {
        try (JackPeer sender = plugIn(rig)) {
          for (int offset : new int[] {0, 1, 77, BLOCK - 1}) {
            try (JackPeer recorder = JackPeer.recorder(rig.name(), "modpool-test-ears", BLOCK)) {
              assertTrue(recorder.connect("modpool:out_1", "modpool-test-ears:in"));
              sender.send(keyDown(offset));
              Await.until(() -> recorder.frames() == BLOCK, "it is recorded");
              assertEquals(0, recorder.firstFrame() - sender.lastSent(), "frames late");
              sender.send(keyUp(0));
              int down = sender.lastSent();
              Await.until(() -> sender.lastSent() != down, "the key is up");
            }
          }
          assertEquals(null, sender.failure());
        }
      } finally {
        output.stop();
      }
    }
  }

  @Test
  void it_starts_with_its_outputs_at_the_hardware_and_knows_its_latency() throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(new Gate(), meters);
      try {
        assertEquals(RATE, output.rate());
        assertEquals(BLOCK, output.blockFrames());
        Await.until(() -> output.latencyFrames() > 0, "the server tells its latency");
      } finally {
        output.stop();
      }
      output.stop();
    }
  }

  @Test
  void messages_of_all_lengths_come_whole_and_in_order() throws Throwable {
    Gate gate = new Gate();
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(gate, meters);
      try {
        try (JackPeer sender = plugIn(rig)) {
          Await.until(() -> gate.blocks > 10, "it runs");
          gate.statuses.clear();
          int[] longOne = new int[4_000];
          longOne[0] = 0xF0;
          longOne[3_999] = 0xF7;
          sender.send(
              JackPeer.Message.of(1, 0xF8),
              JackPeer.Message.of(1, 0xFA),
              JackPeer.Message.of(2, 0xF0, 0x7D, 1, 2, 0xF7),
              JackPeer.Message.of(3, 0xF2, 0x10, 0x01),
              JackPeer.Message.of(3, 0xC4, 9),
              JackPeer.Message.of(4, longOne),
              JackPeer.Message.of(5, 0xFE),
              JackPeer.Message.of(6, 0x90, 60),
              JackPeer.Message.of(6, 0xFF));
          Await.until(() -> gate.statuses.contains(0xFF), "all have come");
          assertEquals(
              List.of(0xF8, 0xFA, 0xF0, 0xF2, 0xC4, 0xF0, 0xFE, 0xFF),
              List.copyOf(gate.statuses),
              "without 90");
          assertArrayEquals(new byte[] {(byte) 0xF0, 0x7D, 1, 2, (byte) 0xF7}, gate.sysex.poll());
          assertEquals(4_000, gate.sysex.poll().length);
        }
      } finally {
        output.stop();
      }
    }
    assertEquals(0, meters.get(Meter.SYSEX_LOST));
  }

  @Test
  void a_pulled_cable_releases_what_its_sender_held() throws Throwable {
    Gate gate = new Gate();
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(gate, meters);
      try {
        try (JackPeer sender = plugIn(rig)) {
          sender.send(keyDown(5));
          Await.until(() -> gate.statuses.contains(0x90), "the key is down");
          long seen = gate.blocks;
          Await.until(() -> gate.blocks > seen + 200, "the cable has been seen");
          gate.statuses.clear();
          sender.disconnect(SENDER + ":out", JackServer.MIDI_PORT);
          Await.until(() -> gate.statuses.contains(PortMidi.GONE), "it is released");
        }
      } finally {
        output.stop();
      }
    }
  }

  @Test
  void one_of_two_cables_that_is_pulled_releases_too() throws Throwable {
    Gate gate = new Gate();
    String other = SENDER + "-2";
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(gate, meters);
      try (JackPeer sender = plugIn(rig);
          JackPeer stays = JackPeer.sender(rig.name(), other)) {
        assertTrue(stays.connect(other + ":out", JackServer.MIDI_PORT));
        sender.send(keyDown(5));
        Await.until(() -> gate.statuses.contains(0x90), "the key is down");
        Await.until(
            () -> output.cables().getOrDefault("midi_in", List.of()).size() == 2,
            "both cables have been seen");
        gate.statuses.clear();
        sender.disconnect(SENDER + ":out", JackServer.MIDI_PORT);
        Await.until(() -> gate.statuses.contains(PortMidi.GONE), "it is released");
      } finally {
        output.stop();
      }
    }
  }

  @Test
  void a_callback_allocates_nothing() throws Throwable {
    int warmUp = 20_000;
    int end = 30_000;
    long[] bytes = new long[end + 2]; // the last for all that follow
    int[] events = new int[end + 2];
    Meters counting = new Meters();
    BlockRenderer counter =
        new BlockRenderer() {
          private int block;

          @Override
          public void render(float[] left, float[] right, int frames) {}

          // No branch: at the first turn of one that the JVM has compiled away it makes garbage.
          @Override
          public void render(float[] left, float[] right, int frames, PortMidi midi) {
            bytes[block] = threads.getCurrentThreadAllocatedBytes();
            events[block] = midi.size();
            block = Math.min(block + 1, end + 1);
            counting.set(Meter.POSITION, block);
          }
        };
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      JackOutput output = JackOutput.find(rig.name(), false);
      output.start(counter, meters);
      try {
        try (JackPeer sender = plugIn(rig)) {
          sender.freewheel(true); // a minute in no time
          Await.until(
              () -> {
                sender.send(keyDown(3), keyUp(9));
                return counting.get(Meter.POSITION) > end;
              },
              "so many cycles are done");
          sender.freewheel(false);
        }
      } finally {
        output.stop();
      }
    }
    int came = Arrays.stream(events, warmUp, end).sum();
    assertTrue(came > 0, "notes came meanwhile");
    assertEquals(0, bytes[end] - bytes[warmUp]);
  }

  @Test
  void a_client_of_a_dead_server_is_freed_once_whoever_opens_or_closes_meanwhile()
      throws Throwable {
    try (JackRig rig = new JackRig(RATE, BLOCK)) {
      for (int opensBefore = 0; opensBefore < 4; opensBefore++) {
        LibClient client = LibClient.open(rig.name(), "modpool-test-dies");
        try (JackPeer peer = JackPeer.sender(rig.name(), SENDER)) {
          rig.kill();
          Await.until(peer::isGone, "it hears of the server's end");
          client.go();
        }
        for (int open = 0; open < opensBefore; open++) {
          assertFalse(JackServer.find("modpool-no-such-server").isPresent());
        }
        client.close();
        client.close();
        rig.start(RATE, BLOCK);
        rig.awaitAnswer();
      }
      assertTrue(JackServer.find(rig.name()).isPresent());
    }
  }

  @Test
  void without_a_server_it_says_so() {
    OutputException e =
        assertThrows(OutputException.class, () -> JackOutput.find("modpool-no-such-server", false));
    assertTrue(e.getMessage().contains("start one") || e.getMessage().contains("no libjack"));
    assertFalse(JackServer.find("modpool-no-such-server").isPresent());
  }
}
