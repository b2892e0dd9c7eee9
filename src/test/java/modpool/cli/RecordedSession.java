package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Notices;
import modpool.io.NullOutput;
import modpool.io.PortMidi;
import modpool.io.WavWriter;
import modpool.session.LiveLines;
import modpool.session.SessionPorts;
import modpool.session.SessionRack;
import modpool.session.song.SongDesk;
import modpool.take.TakeRecorder;
import modpool.tracker.SongTiming;

/// A session that is rendered by hand in blocks of any size, heard and recorded.
final class RecordedSession implements AutoCloseable {
  private static final int ALL = 0xFFFF;
  private static final long NOW = -1;

  final Modpool modpool;
  final TakeRecorder recorder;
  final SongDesk desk;
  final SessionRack rack;
  final LiveLines lines;
  final List<Receiver> sources = new ArrayList<>();
  final WavWriter writer;
  final float[] left = new float[1024];
  final float[] right = new float[1024];
  final PortMidi port = new PortMidi();
  float peak;

  /// @param say gets what the recorder has to say
  RecordedSession(Settings settings, Path take, Path heard, Consumer<String> say) throws Exception {
    modpool = Modpool.open(settings);
    recorder = TakeRecorder.begin(modpool.control(), take, say);
    desk = new SongDesk(modpool.control(), SongTiming.AUTO, 1, ALL, say);
    desk.tell(recorder::know);
    rack =
        new SessionRack(
            modpool.control(),
            new NullOutput(48_000, 64),
            desk,
            new SessionPorts.Wishes(List.of(), List.of(), false),
            false,
            new TreeMap<>());
    lines = new LiveLines(modpool.control(), desk, rack, () -> {});
    for (int i = 0; i < 3; i++) {
      sources.add(modpool.receiver());
    }
    writer = new WavWriter(heard, modpool.rate(), WavWriter.Format.FLOAT32);
    port.clear();
  }

  void send(int source, int status, int first, int second) throws InvalidMidiDataException {
    sources.get(source).send(new ShortMessage(status, first, second), NOW);
  }

  void sysex(int source, int... bytes) throws InvalidMidiDataException {
    byte[] message = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      message[i] = (byte) bytes[i];
    }
    sources.get(source).send(new SysexMessage(message, message.length), NOW);
  }

  void block(int frames) throws Exception {
    modpool.control().renderLive(left, right, frames, port);
    port.clear();
    writer.write(left, right, 0, frames);
    for (int i = 0; i < frames; i++) {
      peak = Math.max(peak, Math.abs(left[i]));
    }
    for (long n = modpool.control().notices().take();
        n != 0;
        n = modpool.control().notices().take()) {
      switch (Notices.kind(n)) {
        case Notices.END_OF_SONG -> desk.ended(Notices.detail(n));
        case Notices.SONG_PLACE -> desk.locate(Notices.detail(n));
        case Notices.SONG_RUNS -> desk.clocked(Notices.detail(n) == 1);
        default -> {}
      }
    }
  }

  void render(int frames, Random random) throws Exception {
    for (int left = frames; left > 0; ) {
      int size = Math.min(left, random == null ? 64 : 1 + random.nextInt(300));
      block(size);
      left -= size;
    }
  }

  void finish() throws Exception {
    recorder.finish();
    writer.finish();
    assertTrue(peak > 0.01, "something is heard");
  }

  @Override
  public void close() {
    recorder.close();
    writer.close();
    modpool.close();
  }
}
