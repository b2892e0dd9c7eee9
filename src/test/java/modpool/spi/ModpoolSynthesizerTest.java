package modpool.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sound.midi.Instrument;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiChannel;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Patch;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.Sequencer;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Track;
import javax.sound.midi.VoiceStatus;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import modpool.Modpool;
import modpool.Settings;
import modpool.io.midi.MidiDevices;
import modpool.io.midi.SystemMidi;
import modpool.midi.MidiFile;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uses modpool as any Java MIDI program would: through `MidiSystem`.
class ModpoolSynthesizerTest {
  private static final int RATE = 48_000;
  private static final AudioFormat FLOATS =
      new AudioFormat(AudioFormat.Encoding.PCM_FLOAT, RATE, 32, 2, 8, RATE, false);

  private final ModpoolSynthesizer synthesizer = (ModpoolSynthesizer) found("modpool");

  @TempDir private Path folder;

  private static Synthesizer found(String name) {
    try {
      for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
        if (info.getName().equals(name)) {
          return (Synthesizer) MidiSystem.getMidiDevice(info);
        }
      }
    } catch (MidiUnavailableException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("MidiSystem does not know " + name);
  }

  @AfterEach
  void close() {
    synthesizer.close();
  }

  @Test
  void each_synthesizer_that_is_asked_for_is_another() {
    assertNotSame(found("modpool"), found("modpool"));
  }

  @Test
  void it_is_no_input_of_our_own_program() {
    MidiDevices.Look look = new SystemMidi().look();
    assertTrue(look.inputs().stream().noneMatch(input -> input.name().equals("modpool")));
    assertTrue(look.outputs().stream().noneMatch(output -> output.name().equals("modpool")));
  }

  @Test
  void a_closed_one_has_no_receiver_and_no_voices() {
    assertFalse(synthesizer.isOpen());
    assertThrows(MidiUnavailableException.class, synthesizer::getReceiver);
    assertEquals(0, synthesizer.getVoiceStatus().length);
    assertEquals(-1, synthesizer.getMicrosecondPosition());
  }

  @Test
  void it_opens_with_whatever_output_there_is_and_closes_many_times() throws Exception {
    for (int turn = 0; turn < 3; turn++) {
      synthesizer.open();
      synthesizer.open();
      assertTrue(synthesizer.isOpen());
      assertTrue(synthesizer.getLatency() > 0, "at least the block");
      Receiver receiver = synthesizer.getReceiver();
      assertEquals(List.of(receiver), synthesizer.getReceivers());
      receiver.send(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 100), -1);
      synthesizer.close();
      synthesizer.close();
      assertEquals(List.of(), synthesizer.getReceivers());
      assertThrows(IllegalStateException.class, () -> receiver.send(new ShortMessage(0xFE), -1));
    }
  }

  @Test
  void a_stream_sounds_the_same_bytes_as_render() throws Exception {
    float[][] expected = new float[2][RATE];
    try (Modpool modpool = Modpool.open(new Settings().rate(RATE));
        Receiver receiver = modpool.receiver()) {
      play(receiver);
      modpool.render(expected[0], expected[1], RATE);
    }
    AudioInputStream stream = synthesizer.openStream(FLOATS);
    try (Receiver receiver = synthesizer.getReceiver()) {
      play(receiver);
      float[][] heard = read(stream, RATE);
      assertArrayEquals(expected[0], heard[0]);
      assertArrayEquals(expected[1], heard[1]);
    }
    assertEquals(1_000_000, synthesizer.getMicrosecondPosition());
  }

  private static void play(Receiver receiver) throws InvalidMidiDataException {
    for (int step = 0; step < 12; step++) {
      long at = step * 70_001L;
      receiver.send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, step % 3, step * 9, 0), at);
      receiver.send(new ShortMessage(ShortMessage.NOTE_ON, step % 3, 48 + step, 100), at);
      receiver.send(new ShortMessage(ShortMessage.NOTE_OFF, step % 3, 48 + step, 0), at + 50_000);
    }
  }

  private static float[][] read(AudioInputStream stream, int frames) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(stream.readNBytes(frames * 8)).order(ByteOrder.LITTLE_ENDIAN);
    float[][] sides = new float[2][frames];
    for (int i = 0; i < frames; i++) {
      sides[0][i] = bytes.getFloat();
      sides[1][i] = bytes.getFloat();
    }
    return sides;
  }

  @Test
  void sixteen_bits_are_the_floats_rounded_in_either_order_of_bytes() throws Exception {
    byte[] little = sixteenBits(false);
    byte[] big = sixteenBits(true);
    boolean silent = true;
    for (int i = 0; i < little.length; i += 2) {
      assertEquals(little[i], big[i + 1]);
      assertEquals(little[i + 1], big[i]);
      silent &= little[i] == 0;
    }
    assertFalse(silent);
  }

  private byte[] sixteenBits(boolean bigEndian) throws Exception {
    AudioFormat format = new AudioFormat(RATE, 16, 2, true, bigEndian);
    try (AudioInputStream stream = synthesizer.openStream(format)) {
      synthesizer.getChannels()[0].noteOn(60, 100);
      byte[] bytes = stream.readNBytes(4_096);
      synthesizer.close();
      return bytes;
    }
  }

  @Test
  void a_stream_of_another_kind_is_refused_and_leaves_it_closed() {
    AudioFormat mono = new AudioFormat(RATE, 16, 1, true, false);
    assertThrows(MidiUnavailableException.class, () -> synthesizer.openStream(mono));
    AudioFormat slow = new AudioFormat(100, 16, 2, true, false);
    assertThrows(MidiUnavailableException.class, () -> synthesizer.openStream(slow));
    assertFalse(synthesizer.isOpen());
  }

  @Test
  void a_stream_that_is_closed_or_whose_synthesizer_is_cannot_be_read() throws Exception {
    for (boolean whole : new boolean[] {false, true}) {
      AudioInputStream stream = synthesizer.openStream(FLOATS);
      assertEquals(64, stream.readNBytes(64).length);
      if (whole) {
        synthesizer.close();
      } else {
        stream.close();
        assertTrue(synthesizer.isOpen());
      }
      byte[] bytes = new byte[4_096];
      Arrays.fill(bytes, (byte) 1);
      assertThrows(IOException.class, () -> stream.read(bytes));
      assertThrows(IOException.class, () -> stream.skip(8));
      assertThrows(IOException.class, stream::available);
      for (byte untouched : bytes) {
        assertEquals(1, untouched);
      }
      synthesizer.close();
    }
    AudioInputStream next = synthesizer.openStream(FLOATS);
    assertEquals(64, next.readNBytes(64).length, "it can be opened again");
  }

  @Test
  void channels_play_and_remember_what_was_sent() throws Exception {
    AudioInputStream stream = synthesizer.openStream(FLOATS);
    MidiChannel channel = synthesizer.getChannels()[2];
    channel.programChange(0, 80);
    channel.controlChange(7, 90);
    channel.setPitchBend(9_000);
    channel.setChannelPressure(30);
    channel.noteOn(64, 100);
    read(stream, 2_048);
    assertEquals(80, channel.getProgram());
    assertEquals(90, channel.getController(7));
    assertEquals(9_000, channel.getPitchBend());
    assertEquals(30, channel.getChannelPressure());
    List<VoiceStatus> sounding =
        Stream.of(synthesizer.getVoiceStatus()).filter(voice -> voice.active).toList();
    assertEquals(1, sounding.size());
    assertEquals(2, sounding.getFirst().channel);
    assertEquals(64, sounding.getFirst().note);
    assertEquals(80, sounding.getFirst().program);
    assertTrue(sounding.getFirst().volume > 0);
    channel.resetAllControllers();
    assertEquals(8_192, channel.getPitchBend());
    channel.allSoundOff();
    read(stream, RATE);
    assertTrue(Stream.of(synthesizer.getVoiceStatus()).noneMatch(voice -> voice.active));
  }

  @Test
  void a_muted_channel_is_not_heard_and_a_soloed_one_alone() throws Exception {
    AudioInputStream stream = synthesizer.openStream(FLOATS);
    MidiChannel[] channels = synthesizer.getChannels();
    channels[0].setMute(true);
    channels[0].noteOn(60, 100);
    assertEquals(0, loudest(read(stream, 4_800)));
    channels[0].setMute(false);
    assertTrue(loudest(read(stream, 4_800)) > 0);
    channels[1].setSolo(true);
    read(stream, RATE);
    assertEquals(0, loudest(read(stream, 4_800)));
    assertTrue(channels[1].getSolo());
    assertFalse(channels[0].getMute());
  }

  private static float loudest(float[][] sound) {
    float most = 0;
    for (float value : sound[0]) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  @Test
  void a_module_is_a_soundbank_whose_samples_are_programs() throws Exception {
    Soundbank bank = MidiSystem.getSoundbank(module().toFile());
    assertEquals(List.of("low", "high"), names(bank.getInstruments()));
    AudioInputStream stream = synthesizer.openStream(FLOATS);
    assertTrue(synthesizer.isSoundbankSupported(bank));
    assertTrue(synthesizer.loadAllInstruments(bank));
    assertEquals(List.of("low", "high"), names(synthesizer.getLoadedInstruments()));
    synthesizer.getChannels()[0].noteOn(60, 127);
    float loaded = loudest(read(stream, 4_800));
    synthesizer.unloadAllInstruments(bank);
    synthesizer.getChannels()[0].allSoundOff();
    read(stream, RATE);
    synthesizer.getChannels()[0].noteOn(60, 127);
    assertTrue(loaded != loudest(read(stream, 4_800)), "the factory's piano is back");
    assertEquals(0, synthesizer.getLoadedInstruments().length);
  }

  @Test
  void one_preset_may_stand_in_for_another() throws Exception {
    Soundbank bank = MidiSystem.getSoundbank(module().toFile());
    Instrument low = bank.getInstrument(new Patch(0, 0));
    Instrument high = bank.getInstrument(new Patch(0, 1));
    assertFalse(synthesizer.remapInstrument(low, high), "not loaded");
    assertTrue(synthesizer.loadInstrument(low));
    assertTrue(synthesizer.remapInstrument(low, high));
    assertSame(high, synthesizer.getLoadedInstruments()[0]);
    assertThrows(
        IllegalArgumentException.class,
        () -> synthesizer.loadAllInstruments(found("Gervill").getDefaultSoundbank()));
  }

  @Test
  void the_factory_bank_is_the_default_with_its_kits_in_a_bank_of_their_own() {
    List<String> names = names(synthesizer.getAvailableInstruments());
    assertTrue(names.size() > 90);
    assertTrue(
        Arrays.stream(synthesizer.getAvailableInstruments())
            .anyMatch(i -> i.getPatch().getBank() == ModpoolInstrument.KITS));
  }

  @Test
  void what_is_no_bank_is_left_to_other_readers() throws Exception {
    ByteArrayInputStream noise = new ByteArrayInputStream(new byte[] {1, 2, 3, 4});
    assertNull(new ModpoolBankReader().getSoundbank(noise));
    assertEquals(4, noise.available());
    assertNull(new ModpoolBankReader().getSoundbank(new File("pom.xml")));
    Path broken = Files.writeString(folder.resolve("bank.json"), "{");
    assertThrows(
        InvalidMidiDataException.class,
        () -> new ModpoolBankReader().getSoundbank(broken.toFile()));
  }

  @Test
  void sounds_stay_the_jdks_unless_modpool_is_asked_itself() throws Exception {
    Path wav = folder.resolve("tone.wav");
    byte[] tone = new byte[4_800];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (byte) (i % 48 < 24 ? 40 : -40);
    }
    AudioFormat bytes = new AudioFormat(RATE, 8, 1, false, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(tone), bytes, tone.length),
        AudioFileFormat.Type.WAVE,
        wav.toFile());
    assertFalse(synthesizer.isSoundbankSupported(MidiSystem.getSoundbank(wav.toFile())));
    Soundbank own = ModpoolSynthesizer.soundbank(wav);
    assertTrue(synthesizer.loadAllInstruments(own));
  }

  private Path module() throws IOException {
    byte[] song =
        SongText.song("two")
            .sample(new ModuleSample("low", 0, 64, 0, 64, SongText.square(64)))
            .sample(new ModuleSample("high", 0, 20, 0, 32, SongText.square(32)))
            .pattern("C-2 01 | E-2 02")
            .mod();
    return Files.write(folder.resolve("two.mod"), song);
  }

  private static List<String> names(Instrument[] instruments) {
    return Stream.of(instruments).map(Instrument::getName).toList();
  }

  @Tag("alone") // in real time
  @Test
  void the_jdks_sequencer_plays_notes_where_render_has_them() throws Exception {
    Sequence sequence = clicks();
    Path file = folder.resolve("clicks.mid");
    MidiSystem.write(sequence, 1, file.toFile());
    float[] expected = rendered(file);
    float[] heard = sequenced(sequence);
    List<Integer> wanted = onsets(expected);
    List<Integer> found = onsets(heard);
    assertEquals(wanted.size(), found.size());
    int[] late = new int[wanted.size()];
    for (int i = 0; i < late.length; i++) {
      late[i] = Math.abs(found.get(i) - found.getFirst() - wanted.get(i) + wanted.getFirst());
    }
    Arrays.sort(late);
    assertTrue(late[late.length / 2] < RATE / 100, "10 ms: " + Arrays.toString(late));
  }

  /// A short note every fifth of a second.
  private static Sequence clicks() throws InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, 500);
    Track track = sequence.createTrack();
    track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 80, 0), 0));
    for (int i = 1; i <= 10; i++) {
      track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 72, 120), i * 200L));
      track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 72, 0), i * 200L + 40));
    }
    return sequence;
  }

  private static float[] rendered(Path file) throws IOException {
    float[] left = new float[3 * RATE];
    try (Modpool modpool = Modpool.open(new Settings().rate(RATE))) {
      modpool.control().play(MidiFile.read(file).compile(RATE));
      modpool.render(left, new float[left.length], left.length);
    }
    return left;
  }

  /// The stream is read as fast as time goes by while the sequencer plays.
  private float[] sequenced(Sequence sequence) throws Exception {
    AudioInputStream stream = synthesizer.openStream(FLOATS);
    float[] heard = new float[3 * RATE];
    try (Sequencer sequencer = MidiSystem.getSequencer(false)) {
      sequencer.getTransmitter().setReceiver(synthesizer.getReceiver());
      sequencer.open();
      sequencer.setSequence(sequence);
      sequencer.start();
      long begun = System.nanoTime();
      for (int at = 0; at < heard.length; ) {
        long due = (System.nanoTime() - begun) * RATE / 1_000_000_000;
        int frames = (int) Math.min(due, heard.length) - at;
        if (frames < Math.min(64, heard.length - at)) {
          LockSupport.parkNanos(500_000);
          continue;
        }
        System.arraycopy(read(stream, frames)[0], 0, heard, at, frames);
        at += frames;
      }
    }
    return heard;
  }

  /// Frames at which sound begins after at least 20 ms of hardly any.
  private static List<Integer> onsets(float[] sound) {
    List<Integer> found = new ArrayList<>();
    int quiet = RATE;
    for (int i = 0; i < sound.length; i++) {
      if (Math.abs(sound[i]) < 0.005f) {
        quiet++;
      } else {
        if (quiet > RATE / 50) {
          found.add(i);
        }
        quiet = 0;
      }
    }
    return found;
  }
}
