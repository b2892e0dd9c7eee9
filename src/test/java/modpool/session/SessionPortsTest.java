package modpool.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.BlockRenderer;
import modpool.io.NullOutput;
import modpool.io.PortMidi;
import modpool.io.midi.SystemMidi;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.session.front.Front;
import modpool.session.front.Messages;
import modpool.session.song.SongDesk;
import modpool.testing.Await;
import modpool.testing.FakeDevice;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole session, in real time and to nobody, with keyboards that are plugged and pulled.
class SessionPortsTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 256;
  private static final long PULSE_NANOS = 20_000_000; // 125 beats a minute

  @TempDir private Path folder;
  private final FakeDevice.Provider plugged = new FakeDevice.Provider();
  private final FakeDevice module = new FakeDevice("Sound Module", false);
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Consumer<String>> front = new LinkedBlockingQueue<>();
  private Modpool modpool;
  private Meters meters;
  private SessionPorts ports;
  private SongDesk desk;
  private Thread session;
  private Consumer<String> lines;
  private volatile Throwable failure;

  @BeforeEach
  void open() throws IOException {
    modpool = Modpool.open(new Settings().rate(RATE).blockFrames(BLOCK).channels(1));
    meters = modpool.control().meters();
    desk = new SongDesk(modpool.control(), SongTiming.CIA, 0, 1, said::add);
  }

  private void run(String... inputs) throws InterruptedException {
    ports =
        new SessionPorts(
            new SessionPorts.Wishes(List.of(inputs), List.of("module"), false),
            new SystemMidi(List.of(plugged), folder),
            modpool::receiver,
            said::add);
    ports.open();
    Messages messages = new Messages();
    messages.redirect(said::add);
    NullOutput output = new NullOutput(RATE, BLOCK);
    SessionRack rack =
        new SessionRack(modpool.control(), output, desk, ports.wishes(), false, new TreeMap<>());
    LiveSession live =
        new LiveSession(
            modpool.control(),
            output,
            desk,
            rack,
            messages,
            ports,
            new PrintWriter(Writer.nullWriter()));
    session = Thread.ofPlatform().unstarted(() -> live(live));
    session.start();
    lines = front.take();
  }

  private void live(LiveSession live) {
    try {
      live.run(
          "%s",
          (_, to) -> {
            front.add(to);
            return new Front() {
              @Override
              public void show() {}

              @Override
              public void close() {}
            };
          });
    } catch (Exception e) {
      failure = e;
      front.add(_ -> {});
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    if (session != null) {
      lines.accept("quit");
      session.join();
      ports.close();
    }
    modpool.close();
    assertEquals(null, failure);
  }

  private FakeDevice plug(String name) {
    FakeDevice keys = new FakeDevice(name, true);
    plugged.devices().add(keys);
    return keys;
  }

  private static MidiMessage message(int status, int one, int two) {
    try {
      return new ShortMessage(status, one, two);
    } catch (InvalidMidiDataException e) {
      throw new AssertionError(e);
    }
  }

  private void awaitVoices(int count) {
    Await.until(() -> meters.get(Meter.VOICES) == count, count + " voices sound");
  }

  private long notes(int status) {
    return module.got().stream().filter(m -> m.getStatus() == status).count();
  }

  @Test
  void a_keyboard_plays_is_pulled_and_comes_back_by_name() throws Exception {
    plugged.devices().add(module);
    run("keys");
    Await.until(() -> !said.isEmpty(), "the missing keyboard is told of");
    assertTrue(said.getFirst().contains("\"keys\""), said::toString);

    FakeDevice keys = plug("My Keys");
    Await.until(keys::isHeard, "it is opened");
    keys.play(message(ShortMessage.NOTE_ON, 60, 100));
    awaitVoices(1);
    Await.until(() -> notes(0x90) == 1, "the key is sent on");

    plugged.devices().remove(keys);
    awaitVoices(0);
    Await.until(() -> notes(0x80) == 1, "the key is let go of there, too");

    FakeDevice again = plug("My Keys");
    Await.until(again::isHeard, "it is opened again");
    again.play(message(ShortMessage.NOTE_ON, 64, 100));
    awaitVoices(1);
  }

  /// On Ctrl-C the program ends as soon as the session has: nobody would close them after that.
  @Test
  void what_is_held_at_an_output_is_let_go_before_the_session_has_ended() throws Exception {
    plugged.devices().add(module);
    FakeDevice keys = plug("Keys");
    run("keys");
    keys.play(message(ShortMessage.NOTE_ON, 60, 100));
    Await.until(() -> notes(0x90) == 1, "the key is sent on");
    lines.accept("quit");
    session.join();
    assertEquals(1, notes(0x80), "it is let go");
  }

  @Test
  void all_leaves_out_the_input_of_the_thrus_target() throws Exception {
    plugged.devices().add(module);
    FakeDevice keys = plug("Keys");
    FakeDevice back = plug("Sound Module");
    run("all");
    assertTrue(keys.isOpen());
    assertTrue(!back.isOpen());
    keys.play(message(ShortMessage.NOTE_ON, 60, 100));
    Await.until(() -> notes(0x90) == 1, "the key is sent on");
  }

  @Test
  void a_clock_from_a_device_starts_places_and_stops_the_song() throws Exception {
    FakeDevice master = plug("Master");
    plugged.devices().add(module);
    desk.load(song());
    run("all");
    master.play(message(ShortMessage.START, 0, 0));
    pulsesUntilRow(master, 3, 1_000);
    stop(master);

    master.play(message(ShortMessage.SONG_POSITION_POINTER, 40, 0)); // in sixteenths: row 40
    pass(RATE / 2); // the session moves it there
    master.play(message(ShortMessage.CONTINUE, 0, 0));
    pulsesUntilRow(master, 42, 100); // six to a row: it has not come there from row 3
    stop(master);
    assertTrue(notes(ShortMessage.TIMING_CLOCK) > 20, "the clock is sent on");
  }

  private void pulsesUntilRow(FakeDevice master, int row, int most) {
    long next = System.nanoTime();
    for (int pulses = 0; row() < row; pulses++) {
      assertTrue(pulses < most, "the song follows; it is in row " + row());
      master.play(message(ShortMessage.TIMING_CLOCK, 0, 0));
      next += PULSE_NANOS;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void stop(FakeDevice master) {
    master.play(message(ShortMessage.STOP, 0, 0));
    pass(RATE / 2);
    int stood = row();
    pass(RATE / 2);
    assertEquals(stood, row(), "it stands");
  }

  private void pass(int frames) {
    long until = meters.get(Meter.POSITION) + frames;
    Await.until(() -> meters.get(Meter.POSITION) >= until, "time passes");
  }

  private int row() {
    return SongPosition.row(meters.get(Meter.SONG_POSITION));
  }

  private Path song() throws IOException {
    byte[] song =
        SongText.song("clocked")
            .sample(new ModuleSample("square", 0, 64, 0, 64, SongText.square(64)))
            .pattern("C-2 01\n".repeat(64))
            .orders(0)
            .mod();
    return Files.write(folder.resolve("clocked.mod"), song);
  }

  @Test
  void what_reaches_the_outputs_own_port_is_sent_on_too() throws Exception {
    plugged.devices().add(module);
    SessionPorts.Wishes wishes = new SessionPorts.Wishes(List.of("none"), List.of("module"), false);
    SystemMidi devices = new SystemMidi(List.of(plugged), folder);
    List<String> played = new ArrayList<>();
    PortMidi midi = new PortMidi();
    try (SessionPorts own = new SessionPorts(wishes, devices, modpool::receiver, said::add)) {
      own.open();
      BlockRenderer renderer = own.through(new Scribe(played::add));
      midi.clear();
      midi.add(3, 0x92, 60, 100);
      midi.add(9, 0xC1, 5, 0);
      midi.add(9, 0xF4, 0, 0); // nobody's
      byte[] unknown = {(byte) 0xF0, 0x7D, 1, (byte) 0xF7};
      System.arraycopy(unknown, 0, midi.sysex(), midi.addSysex(9, 4), 4);
      midi.add(9, 0xC2, 6, 0);
      renderer.render(new float[64], new float[64], 64, midi);
      Await.until(() -> module.got().size() == 4, "four messages");
      assertEquals(List.of("923c64", "c105", "f07d01f7", "c206"), bytesOf(module));
      midi.clear();
      midi.add(0, PortMidi.GONE, 0, 0);
      renderer.render(new float[64], new float[64], 64, midi);
      Await.until(() -> bytesOf(module).contains("823c40"), "the key is let go");
    }
    assertEquals(List.of("923c64 c10500 f40000 f00000 c20600", "000000"), played);
  }

  private static List<String> bytesOf(FakeDevice device) {
    return device.got().stream()
        .map(m -> HexFormat.of().formatHex(m.getMessage(), 0, m.getLength()))
        .toList();
  }

  /// Plays nothing, and tells what it was given.
  private record Scribe(Consumer<String> tell) implements BlockRenderer {
    @Override
    public void render(float[] left, float[] right, int frames) {}

    @Override
    public void render(float[] left, float[] right, int frames, PortMidi midi) {
      StringJoiner messages = new StringJoiner(" ");
      for (int i = 0; i < midi.size(); i++) {
        messages.add("%02x%02x%02x".formatted(midi.status(i), midi.data1(i), midi.data2(i)));
      }
      tell.accept(messages.toString());
    }
  }
}
