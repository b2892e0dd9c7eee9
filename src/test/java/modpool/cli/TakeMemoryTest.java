package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import modpool.Settings;
import modpool.take.TakeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a take costs that was played for long.
class TakeMemoryTest {
  @TempDir private Path folder;
  private Path take;
  private Path heard;

  @BeforeEach
  void names() {
    take = folder.resolve("take.mid");
    heard = folder.resolve("heard.wav");
  }

  @Test
  void a_midi_file_that_was_begun_often_is_read_once() throws Exception {
    Sequence sequence = new Sequence(Sequence.PPQ, 480);
    Track track = sequence.createTrack();
    for (int i = 0; i < 20_000; i++) {
      track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 1, i & 0x7F), i));
    }
    Path song = folder.resolve("long.mid");
    MidiSystem.write(sequence, 0, song.toFile());

    bytesToRead(song, 1); // makes strings and more that are made once
    long once = bytesToRead(song, 1);
    long often = bytesToRead(song, 30);

    assertTrue(often < 2 * once, once + " and " + often + " bytes");
    assertArrayEquals(Files.readAllBytes(heard), rendered());
  }

  /// Of a take in which a song was begun so often.
  private long bytesToRead(Path song, int times) throws Exception {
    Files.deleteIfExists(take);
    Files.deleteIfExists(heard);
    try (RecordedSession session = new RecordedSession(new Settings(), take, heard, _ -> {})) {
      session.desk.load(song);
      session.send(0, ShortMessage.NOTE_ON, 60, 100);
      for (int i = 0; i < times; i++) {
        session.desk.restart();
        session.render(640, null);
      }
      session.finish();
    }
    byte[] recorded = Files.readAllBytes(take);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    TakeReader.read(take, recorded);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private byte[] rendered() throws IOException {
    Path again = folder.resolve("again.wav");
    CommandLineRun run = CommandLineRun.of("render", take, "-o", again, "--bits", "32f");
    assertEquals("", run.err());
    return Files.readAllBytes(again);
  }
}
