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
import modpool.bridge.Notices;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPosition;
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

  /// A key goes down at tick 480 and up at 500, at 960 ticks a second, while a pedal is held from
  /// the beginning to 3000.
  private Path held() throws Exception {
    Sequence sequence = new Sequence(Sequence.PPQ, 480);
    Track track = sequence.createTrack();
    track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 64, 127), 0));
    track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 100), 480));
    track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 60, 0), 500));
    track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 64, 0), 3000));
    Path file = folder.resolve("held.mid");
    MidiSystem.write(sequence, 0, file.toFile());
    return file;
  }

  private SongDesk desk(Modpool modpool) {
    return new SongDesk(modpool.control(), SongTiming.AUTO, 1, 0, _ -> {});
  }

  private SongDesk playsHeld(Modpool modpool) throws Exception {
    SongDesk desk = desk(modpool);
    desk.load(held());
    desk.play();
    return desk;
  }

  private static void render(Modpool modpool, int frames) {
    modpool.render(new float[frames], new float[frames], frames);
  }

  private static Modpool opened() throws Exception {
    return Modpool.open(new Settings().channels(0).rate(48_000));
  }

  @Test
  void an_order_to_stop_the_last_one_does_not_stop_the_next() throws Exception {
    try (Modpool modpool = opened()) {
      SongDesk desk = playsHeld(modpool);
      render(modpool, 480);

      desk.stop();
      desk.restart();
      render(modpool, 480);
      render(modpool, 480);

      assertEquals(960, modpool.control().meters().get(Meter.SEQUENCE_POSITION));
    }
  }

  @Test
  void the_end_of_the_last_one_is_not_the_end_of_the_next() throws Exception {
    try (Modpool modpool = opened()) {
      SongDesk desk = playsHeld(modpool);
      render(modpool, 4 * 48_000);

      desk.restart();
      long notice = modpool.control().notices().take();

      assertEquals(Notices.END_OF_SONG, Notices.kind(notice));
      desk.ended(Notices.detail(notice));
      assertEquals("playing", desk.describe().path("state").asText());
      render(modpool, 4 * 48_000);
      desk.ended(Notices.detail(modpool.control().notices().take()));
      assertEquals("over", desk.describe().path("state").asText());
    }
  }

  @Test
  void a_pedal_is_down_again_after_a_pause() throws Exception {
    try (Modpool modpool = opened()) {
      SongDesk desk = playsHeld(modpool);
      render(modpool, 4800);
      desk.pause();
      render(modpool, 4800);
      desk.pause();
      render(modpool, 48_000);

      assertEquals(1, modpool.control().meters().get(Meter.VOICES), "the pedal holds the note");
      render(modpool, 3 * 48_000);
      assertEquals(0, modpool.control().meters().get(Meter.VOICES), "and lets it go");
    }
  }

  @Test
  void moving_far_ends_at_the_last_order_and_at_the_first() throws Exception {
    try (Modpool modpool = opened()) {
      SongDesk desk = desk(modpool);
      desk.load(Path.of("presets/songs/demo.mod"));
      desk.move(1);
      desk.move(Integer.MAX_VALUE);
      render(modpool, 480);
      assertEquals(desk.module().orders().size() - 1, SongPosition.order(desk.position()));

      desk.move(Integer.MIN_VALUE);
      render(modpool, 480);
      assertEquals(0, SongPosition.order(desk.position()));
    }
  }
}
