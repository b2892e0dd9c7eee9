package modpool.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiChannel;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.Sequencer;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Event;
import modpool.midi.MidiFile;
import modpool.midi.MidiSequence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The JDK's own sequencer plays whole files into the synthesizer. Every message that it sends is
/// one of `render`'s; each note has the program and bank that render's has; and put at render's
/// frames they sound as render does, to the bit: so each voice sounds the same sample at the same
/// pitch.
class SequencedFilesTest {
  private static final int RATE = 8_000; // frames are whole microseconds; whole files take seconds
  private static final int FRAME_MICROS = 1_000_000 / RATE;
  private static final int BLOCK = 64; // what the stream renders at once
  private static final AudioFormat FLOATS =
      new AudioFormat(AudioFormat.Encoding.PCM_FLOAT, RATE, 32, 2, 8, RATE, false);
  private static final Path DEMO = Path.of("presets/songs/demo.mid");
  private static final Path CORPUS =
      Path.of(System.getProperty("modpool.corpus", "../shared/corpus"), "midi");

  // Onsets are timed from the first on for some seconds, played hardly faster than they are: the
  // sequencer looks at its clock each millisecond. The rest only counts.
  private static final long TIMED_MICROS = 2_500_000;
  private static final float TIMED_TEMPO = 4;
  private static final float TEMPO = 1_000;

  /// A note as it is struck.
  private record Struck(long frame, int channel, int key, int velocity, int bank, int program) {}

  /// What was played.
  private record Played(List<Struck> notes, List<Long> lateMicros, int unheard, float[] sound) {}

  @TestFactory
  Stream<DynamicTest> notes_programs_pitches_and_onsets_are_those_of_render() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no MIDI files at " + CORPUS);
    return Files.list(CORPUS)
        .filter(file -> file.toString().endsWith(".mid"))
        .sorted()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  @Test
  void the_demo_song_is_played_as_by_render() throws Exception {
    compare(DEMO);
  }

  @Test
  void another_pitch_or_program_of_one_note_would_be_noticed() throws Exception {
    MidiSequence wanted = MidiFile.read(DEMO).compile(RATE);
    float[] rendered = rendered(wanted);
    for (int change : new int[] {ShortMessage.NOTE_ON, ShortMessage.PROGRAM_CHANGE}) {
      boolean[] done = {false};
      Played other =
          sequenced(
              DEMO,
              wanted,
              message -> {
                if (done[0] || message.getStatus() != change) {
                  return message;
                }
                done[0] = true;
                return raised((ShortMessage) message);
              });
      assertTrue(done[0]);
      assertFalse(Arrays.equals(rendered, other.sound()), "message " + change);
    }
  }

  /// A key or a program higher.
  private static MidiMessage raised(ShortMessage message) {
    try {
      return new ShortMessage(message.getStatus(), message.getData1() + 1, message.getData2());
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compare(Path file) throws Exception {
    MidiSequence wanted = MidiFile.read(file).compile(RATE);
    Played played = sequenced(file, wanted, UnaryOperator.identity());
    assertEquals(0, played.unheard(), "messages of the file that the sequencer did not send");
    List<Struck> notes = struck(wanted);
    assertFalse(notes.isEmpty());
    for (int channel = 0; channel < 16; channel++) {
      assertEquals(of(channel, notes), of(channel, played.notes()), "channel " + (channel + 1));
    }
    float[] rendered = rendered(wanted);
    assertFalse(Arrays.equals(new float[rendered.length], rendered), "it sounds");
    assertArrayEquals(rendered, played.sound());
    long[] late = played.lateMicros().stream().mapToLong(Math::abs).sorted().toArray();
    assertTrue(late.length > 0, "onsets were timed");
    System.out.printf( // no promise: how busy the machine is decides
        "[SequencedFilesTest] %s: median of the onsets %.1f ms off%n",
        file.getFileName(), late[late.length / 2] / 1_000.0);
  }

  private static List<Struck> of(int channel, List<Struck> notes) {
    return notes.stream().filter(note -> note.channel() == channel).toList();
  }

  /// The notes of render's own events.
  private static List<Struck> struck(MidiSequence sequence) {
    List<Struck> notes = new ArrayList<>();
    int[] banks = new int[16];
    int[] programs = new int[16];
    for (int i = 0; i < sequence.size(); i++) {
      long event = sequence.event(i);
      int channel = Event.channel(event);
      int value = Event.value(event);
      switch (Event.kind(event)) {
        case Event.PROGRAM -> programs[channel] = value;
        case Event.CONTROL -> {
          int high = Event.key(event) == 0 ? value : banks[channel] >> 7;
          int low = Event.key(event) == 32 ? value : banks[channel] & 0x7F;
          banks[channel] = high << 7 | low;
        }
        case Event.NOTE_ON ->
            notes.add(
                new Struck(
                    sequence.frame(i),
                    channel,
                    Event.key(event),
                    value,
                    banks[channel],
                    programs[channel]));
        default -> {}
      }
    }
    return notes;
  }

  /// Both sides, one after the other, up to the last end of a track.
  private static float[] rendered(MidiSequence sequence) throws IOException {
    int frames = Math.toIntExact(sequence.endFrame());
    float[] left = new float[frames];
    float[] right = new float[frames];
    try (Modpool modpool = Modpool.open(new Settings().rate(RATE))) {
      modpool.control().play(sequence);
      modpool.render(left, right, frames);
    }
    float[] both = new float[2 * frames];
    for (int i = 0; i < frames; i++) {
      both[2 * i] = left[i];
      both[2 * i + 1] = right[i];
    }
    return both;
  }

  private static Played sequenced(Path file, MidiSequence wanted, UnaryOperator<MidiMessage> change)
      throws Exception {
    Sequence sequence = MidiSystem.getSequence(file.toFile());
    ModpoolSynthesizer synthesizer = new ModpoolSynthesizer();
    CountDownLatch ended = new CountDownLatch(1);
    Sequencer sequencer = MidiSystem.getSequencer(false);
    try {
      int end = Math.toIntExact(wanted.endFrame());
      Sound sound = new Sound(synthesizer.openStream(FLOATS), end);
      Tap tap = new Tap(sequencer, synthesizer, sound, wanted, places(sequence, wanted), change);
      sequencer.getTransmitter().setReceiver(tap);
      sequencer.addMetaEventListener(
          meta -> {
            if (meta.getType() == 0x2F) {
              ended.countDown();
            }
          });
      sequencer.open();
      sequencer.setSequence(sequence);
      sequencer.setTempoFactor(TIMED_TEMPO);
      sequencer.start();
      ended.await();
      sequencer.close(); // its thread has ended
      sound.readTo(end);
      return new Played(tap.notes, tap.lateMicros, tap.waiting(), sound.samples);
    } finally {
      sequencer.close(); // harmless when done twice
      synthesizer.close();
    }
  }

  /// The places of each message of a file among render's events, as the JDK has read it: in the
  /// order of ticks, then of tracks, message after message is the same as render's.
  private static Map<String, Deque<Integer>> places(Sequence sequence, MidiSequence wanted) {
    List<MidiEvent> merged = new ArrayList<>();
    for (Track track : sequence.getTracks()) {
      for (int i = 0; i < track.size(); i++) {
        if (!(track.get(i).getMessage() instanceof MetaMessage)) {
          merged.add(track.get(i));
        }
      }
    }
    merged.sort((one, other) -> Long.compare(one.getTick(), other.getTick())); // stable
    assertEquals(wanted.size() - 1, merged.size(), "all but the release at the end");
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < merged.size(); i++) {
      String text = text((ShortMessage) merged.get(i).getMessage());
      assertEquals(text(wanted.event(i)), text, "message " + i);
      places.computeIfAbsent(text, _ -> new ArrayDeque<>()).add(i);
    }
    return places;
  }

  private static String text(long event) {
    int kind = Event.kind(event);
    int value = kind == Event.NOTE_OFF ? 0 : Event.value(event); // how fast a key rises
    return kind + " " + Event.channel(event) + " " + Event.key(event) + " " + value;
  }

  private static String text(ShortMessage message) {
    int first = message.getData1();
    int second = message.getData2();
    long event =
        switch (message.getCommand()) {
          case ShortMessage.NOTE_OFF -> event(Event.NOTE_OFF, message, first, 0);
          case ShortMessage.NOTE_ON ->
              event(second == 0 ? Event.NOTE_OFF : Event.NOTE_ON, message, first, second);
          case ShortMessage.POLY_PRESSURE -> event(Event.KEY_PRESSURE, message, first, second);
          case ShortMessage.CONTROL_CHANGE -> event(Event.CONTROL, message, first, second);
          case ShortMessage.PROGRAM_CHANGE -> event(Event.PROGRAM, message, 0, first);
          case ShortMessage.CHANNEL_PRESSURE -> event(Event.CHANNEL_PRESSURE, message, 0, first);
          case ShortMessage.PITCH_BEND -> event(Event.BEND, message, 0, second << 7 | first);
          default -> throw new IllegalArgumentException("status " + message.getStatus());
        };
    return text(event);
  }

  private static long event(int kind, ShortMessage message, int key, int value) {
    return Event.of(kind, 0, message.getChannel(), key, value);
  }

  /// The synthesizer's stream, read as far as its messages are known.
  private static final class Sound {
    private final AudioInputStream stream;
    private final float[] samples;
    private int at; // frame

    private Sound(AudioInputStream stream, int frames) {
      this.stream = stream;
      samples = new float[2 * frames];
    }

    private void readTo(long frame) throws IOException {
      int frames = (int) Math.min(frame, samples.length / 2) - at;
      if (frames > 0) {
        ByteBuffer.wrap(stream.readNBytes(8 * frames))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(samples, 2 * at, 2 * frames);
        at += frames;
      }
    }
  }

  /// Between the sequencer and the synthesizer, on the sequencer's thread: notes when each message
  /// comes, and passes it on for render's frame. In one look at its clock a sequencer plays track
  /// after track, and a receiver never goes back in time: so a message waits for those before it.
  private static final class Tap implements Receiver {
    private final Sequencer sequencer;
    private final MidiChannel[] channels;
    private final Receiver next;
    private final Sound sound;
    private final MidiSequence wanted;
    private final Map<String, Deque<Integer>> places; // of what has not come yet
    private final UnaryOperator<MidiMessage> change;
    private final TreeMap<Integer, ShortMessage> early = new TreeMap<>(); // by place
    private int place; // of the next that is passed on
    private final List<Struck> notes = new ArrayList<>();
    private final List<Long> lateMicros = new ArrayList<>();
    private long timedTo = Long.MAX_VALUE; // microseconds

    private Tap(
        Sequencer sequencer,
        ModpoolSynthesizer synthesizer,
        Sound sound,
        MidiSequence wanted,
        Map<String, Deque<Integer>> places,
        UnaryOperator<MidiMessage> change)
        throws Exception {
      this.sequencer = sequencer;
      this.sound = sound;
      this.wanted = wanted;
      this.places = places;
      this.change = change;
      channels = synthesizer.getChannels();
      next = synthesizer.getReceiver();
    }

    @Override
    public void send(MidiMessage message, long timeStamp) {
      Deque<Integer> due = places.get(text((ShortMessage) message));
      if (due == null || due.isEmpty()) {
        return; // at its end it releases everything
      }
      long now = sequencer.getMicrosecondPosition();
      if (now > timedTo && sequencer.getTempoFactor() == TIMED_TEMPO) {
        sequencer.setTempoFactor(TEMPO);
      }
      int its = due.remove();
      long onset = wanted.frame(its) * FRAME_MICROS;
      if (isStrike((ShortMessage) message) && onset < timedTo) {
        timedTo = lateMicros.isEmpty() ? onset + TIMED_MICROS : timedTo;
        lateMicros.add(now - onset);
      }
      early.put(its, (ShortMessage) message);
      passOn();
    }

    private void passOn() {
      for (; early.containsKey(place); place++) {
        ShortMessage message = early.remove(place);
        long frame = wanted.frame(place);
        next.send(change.apply(message), frame * FRAME_MICROS);
        if (isStrike(message)) {
          strike(frame, message);
        }
      }
      try {
        sound.readTo(wanted.frame(place) / BLOCK * BLOCK);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static boolean isStrike(ShortMessage message) {
      return message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
    }

    private int waiting() {
      return places.values().stream().mapToInt(Deque::size).sum();
    }

    private void strike(long frame, ShortMessage note) {
      MidiChannel channel = channels[note.getChannel()];
      int bank = channel.getController(0) << 7 | channel.getController(32);
      notes.add(
          new Struck(
              frame,
              note.getChannel(),
              note.getData1(),
              note.getData2(),
              bank,
              channel.getProgram()));
    }

    @Override
    public void close() {
      next.close();
    }
  }
}
