package modpool.take;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Event;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import modpool.testing.TroubledDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recorder whose disk is slower than what is played, or that runs out of memory.
class TakeRecorderTest {
  private static final int BLOCK = 64;
  private static final int PER_BLOCK = 10_000; // fewer than an instrument takes in a block
  private static final int RING = 1 << 16; // what is kept for the disk

  private static final int OPENING = 3; // the room ahead, and twice for how it was opened

  @TempDir private Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CountDownLatch writes = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);

  /// What happens before bytes go to the disk.
  @FunctionalInterface
  private interface Trouble {
    /// @param places how many times there were any
    void happen(int places) throws OutputException;
  }

  private static FileDraft troubled(FileDraft disk, Trouble trouble) {
    AtomicInteger places = new AtomicInteger();
    return new TroubledDraft(
        disk,
        (file, position, bytes) -> {
          if (bytes.hasRemaining()) {
            trouble.happen(places.incrementAndGet());
          }
          file.place(position, bytes);
        });
  }

  /// Stands still once the first notes come, until it may go on.
  private void standStill(int places) throws OutputException {
    if (places > OPENING) {
      writes.countDown();
      try {
        goesOn.await();
      } catch (InterruptedException e) {
        throw new OutputException("interrupted", e);
      }
    }
  }

  @Test
  void a_take_that_overruns_while_the_disk_is_slow_has_all_that_came_before() throws Exception {
    Path path = folder.resolve("take.mid");
    try (Modpool modpool = Modpool.open(new Settings());
        Receiver keys = modpool.receiver();
        TakeRecorder recorder =
            TakeRecorder.begin(
                modpool.control(), path, said::add, disk -> troubled(disk, this::standStill))) {
      float[] heard = new float[BLOCK];
      modpool.control().render(heard, heard.clone(), BLOCK); // something to write
      assertTrue(writes.await(1, TimeUnit.MINUTES));
      for (int block = 0; block < RING / PER_BLOCK + 2; block++) {
        for (int i = 0; i < PER_BLOCK; i++) {
          keys.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 12, i & 0x7F), -1);
        }
        modpool.control().render(heard, heard.clone(), BLOCK);
      }
      goesOn.countDown();
      recorder.finish();
      assertTrue(recorder.hasFailed());
    }
    assertEquals(1, said.size());
    assertTrue(said.getFirst().startsWith("events came faster than they could"), said::getFirst);
    Take take = TakeReader.read(path, Files.readAllBytes(path));
    long lost = BLOCK + (long) RING / PER_BLOCK * BLOCK; // the start of the block that overran
    assertEquals(lost, take.endFrame);
    int moves = 0;
    for (long event : take.events) {
      moves += Event.kind(event) == Event.CONTROL && Event.key(event) == 12 ? 1 : 0;
    }
    assertEquals(RING, moves, "all that was kept for it");
  }

  /// As when a long waveform that was edited is packed.
  @Test
  void a_take_that_memory_is_missing_for_says_so_and_has_all_that_came_before() throws Exception {
    Path path = folder.resolve("take.mid");
    Trouble full =
        places -> {
          if (places == OPENING + 4) { // the second batch, for which there is room
            throw new OutOfMemoryError("Java heap space");
          }
        };
    try (Modpool modpool = Modpool.open(new Settings());
        Receiver keys = modpool.receiver();
        TakeRecorder recorder =
            TakeRecorder.begin(modpool.control(), path, said::add, disk -> troubled(disk, full))) {
      float[] heard = new float[BLOCK];
      for (int block = 0; said.isEmpty() && block < 1_000; block++) {
        keys.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 12, block & 0x7F), -1);
        modpool.control().render(heard, heard.clone(), BLOCK);
        TimeUnit.MILLISECONDS.sleep(10);
      }
      recorder.finish();
      assertTrue(recorder.hasFailed());
    }
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().startsWith("out of memory; give Java more"), said::getFirst);
    Take take = TakeReader.read(path, Files.readAllBytes(path));
    int next = 0;
    for (long event : take.events) {
      if (Event.kind(event) == Event.CONTROL && Event.key(event) == 12) {
        assertEquals(next++, Event.value(event), "each once");
      }
    }
    assertEquals(take.endFrame, (long) next * BLOCK, "all that came before its end");
  }
}
