package modpool.take;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Event;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recorder whose disk is slower than what is played.
class TakeRecorderTest {
  private static final int BLOCK = 64;
  private static final int PER_BLOCK = 10_000; // fewer than an instrument takes in a block
  private static final int RING = 1 << 16; // what is kept for the disk

  private static final int OPENING = 3; // the room ahead, and twice for how it was opened

  @TempDir private Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CountDownLatch writes = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);

  /// Stands still once the first notes come, until it may go on.
  private final class SlowDisk implements FileDraft {
    private final FileDraft disk;
    private int places;

    SlowDisk(FileDraft disk) {
      this.disk = disk;
    }

    @Override
    public void place(long position, ByteBuffer bytes) throws OutputException {
      if (++places > OPENING && bytes.hasRemaining()) {
        writes.countDown();
        try {
          goesOn.await();
        } catch (InterruptedException e) {
          throw new OutputException("interrupted", e);
        }
      }
      disk.place(position, bytes);
    }

    @Override
    public void truncate(long length) throws OutputException {
      disk.truncate(length);
    }

    @Override
    public void finish() throws OutputException {
      disk.finish();
    }

    @Override
    public void close() {
      disk.close();
    }
  }

  @Test
  void a_take_that_overruns_while_the_disk_is_slow_has_all_that_came_before() throws Exception {
    Path path = folder.resolve("take.mid");
    try (Modpool modpool = Modpool.open(new Settings());
        Receiver keys = modpool.receiver();
        TakeRecorder recorder =
            TakeRecorder.begin(modpool.control(), path, said::add, SlowDisk::new)) {
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
}
