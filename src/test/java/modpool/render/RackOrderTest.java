package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import modpool.bridge.Meters.Meter;
import modpool.instrument.InstrumentFactory.Kind;
import org.junit.jupiter.api.Test;

class RackOrderTest {
  private static final int ROUNDS = 1_000;
  private static final int BLOCK = 2;

  private final RackRig rig = new RackRig(Kind.SIMPLE);
  private final AtomicBoolean ended = new AtomicBoolean();

  /// The other way round, a rack and a note for it that come between the two reads are apart: the
  /// note is drained and meets the rack before. A race of 10,000 notes finds that once or not at
  /// all.
  @Test
  void the_queues_end_is_read_before_the_newest_rack() throws IOException {
    List<String> reads = new ArrayList<>();
    try (InputStream renderer = Renderer.class.getResourceAsStream("Renderer.class")) {
      for (MethodModel method : ClassFile.of().parse(renderer.readAllBytes()).methods()) {
        method
            .code()
            .filter(_ -> method.methodName().equalsString("render"))
            .ifPresent(code -> addReads(code, reads));
      }
    }

    assertEquals(List.of("EventQueue.limit", "Snapshot.latest"), reads);
  }

  private static void addReads(CodeModel code, List<String> reads) {
    for (CodeElement element : code) {
      if (element instanceof InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = owner.substring(owner.lastIndexOf('/') + 1) + "." + call.name();
        if (name.equals("EventQueue.limit") || name.equals("Snapshot.latest")) {
          reads.add(name);
        }
      }
    }
  }

  /// A note to a channel that the last rack opened is lost when it meets the rack before.
  @Test
  void a_note_finds_the_channel_that_was_opened_before_it_was_sent() throws InterruptedException {
    Thread render = Thread.ofPlatform().start(this::renderUntilEnded);
    int lost = 0;
    for (int round = 0; round < ROUNDS; round++) {
      rig.racks.openChannel(0, 1);
      rig.racks.publish(0);
      rig.noteOn(0, 60);
      lost += isHeard() ? 0 : 1;

      rig.racks.closeChannel(0);
      rig.racks.publish(0);
      await(Meter.SETTLED, rig.racks.upcoming() - 1);
    }
    ended.set(true);
    render.join();

    assertEquals(0, lost, "notes that met the rack before");
    assertTrue(rig.renderer.isIdle());
  }

  private void renderUntilEnded() {
    float[] left = new float[BLOCK];
    float[] right = new float[BLOCK];
    while (!ended.get()) {
      rig.renderer.render(left, right, BLOCK);
    }
  }

  /// Waits for the note, which a lost one makes in vain.
  private boolean isHeard() {
    long end = rig.meters.get(Meter.POSITION) + 2_000 * BLOCK;
    while (rig.voices() == 0 && rig.meters.get(Meter.POSITION) < end) {
      Thread.yield();
    }
    return rig.voices() == 1;
  }

  private void await(Meter meter, long value) {
    while (rig.meters.get(meter) < value) {
      Thread.yield();
    }
  }
}
