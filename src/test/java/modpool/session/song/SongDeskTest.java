package modpool.session.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Meters.Meter;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A MIDI file that is begun again and again.
class SongDeskTest {
  private static final int EVENTS = 20_000;
  private static final int BYTES_PER_EVENT = 16; // its frame and itself
  private static final int BLOCK = 4_800;

  @TempDir private Path folder;
  private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

  private Path longFile() throws Exception {
    Sequence sequence = new Sequence(Sequence.PPQ, 480);
    Track track = sequence.createTrack();
    for (int i = 0; i < EVENTS; i++) {
      track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 1, i & 0x7F), i));
    }
    Path file = folder.resolve("long.mid");
    MidiSystem.write(sequence, 0, file.toFile());
    return file;
  }

  @Test
  void a_restart_begins_anew_and_keeps_no_other_copy_of_the_file() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Modpool modpool = Modpool.open(new Settings().channels(0))) {
      SongDesk desk = new SongDesk(modpool.control(), SongTiming.AUTO, 1, 0, _ -> {});
      desk.tell((played, _, _) -> known.add(played));
      desk.load(longFile());
      desk.play();
      List<Long> positions = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        modpool.render(new float[BLOCK], new float[BLOCK], BLOCK);
        positions.add(modpool.control().meters().get(Meter.SEQUENCE_POSITION));
        long before = threads.getCurrentThreadAllocatedBytes();
        desk.restart();
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < EVENTS * BYTES_PER_EVENT, bytes + " bytes");
      }
      assertEquals(Collections.nCopies(5, (long) BLOCK), positions, "from the beginning each time");
      assertEquals(6, known.size(), "a take can tell one from the other");
    }
  }
}
