package modpool.session.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.ControllerSet;
import modpool.bridge.board.ChannelBoard;
import modpool.io.PortMidi;
import modpool.io.file.JsonMemory;
import modpool.learn.BindingMemory;
import modpool.session.song.SongDesk;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Learned controllers at an instrument that is rendered by hand.
class LearnedControlsTest {
  private static final int BLOCK = 64;

  @TempDir private Path folder;
  private Modpool modpool;
  private SongDesk desk;
  private LearnedControls learned;
  private Receiver input;
  private final PortMidi port = new PortMidi();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    modpool = Modpool.open(new Settings());
    desk = new SongDesk(modpool.control(), SongTiming.AUTO, 1, 0xFFFF, said::add);
    learned = learned();
    input = learned.tap(modpool.receiver());
    port.clear();
    render();
  }

  @AfterEach
  void close() {
    modpool.close();
  }

  private LearnedControls learned() {
    Path file = folder.resolve("controllers.json");
    BindingMemory memory = new BindingMemory(new JsonMemory(file, "no controller is learned"));
    return new LearnedControls(modpool.control(), desk, memory, said::add);
  }

  private void move(int channel, int controller, int value) throws InvalidMidiDataException {
    send(ShortMessage.CONTROL_CHANGE, channel, controller, value);
    turn();
  }

  private void send(int command, int channel, int first, int second)
      throws InvalidMidiDataException {
    input.send(new ShortMessage(command, channel - 1, first, second), -1);
  }

  /// What a session does in each of its turns, and some blocks.
  private void turn() {
    var notices = modpool.control().notices();
    for (long notice = notices.take(); notice != 0; notice = notices.take()) {
      learned.hear(notice);
    }
    learned.show();
    render();
  }

  private void render() {
    for (int block = 0; block < 40; block++) { // what an input sends sounds a little later
      modpool.control().renderLive(new float[BLOCK], new float[BLOCK], BLOCK, port);
      port.clear();
    }
  }

  private int volume(int channel) {
    return ChannelBoard.volume(modpool.control().board().channels().setting(channel - 1));
  }

  @Test
  void the_next_controller_that_is_moved_is_learned_and_the_channel_does_not_hear_it()
      throws InvalidMidiDataException {
    learned.learn("ch2.volume");
    assertEquals("ch2.volume", learned.learning().text());
    move(1, 0, 1); // bank select is nobody's
    assertNotNull(learned.learning());
    move(1, 7, 5);
    assertNull(learned.learning());
    assertEquals(100, volume(1), "its own channel hears nothing");
    assertEquals(100, volume(2), "nor does anything jump");
    move(1, 7, 99);
    move(1, 7, 80);
    assertEquals(80, volume(2));
    assertEquals(100, volume(1));
    move(3, 7, 80);
    assertEquals(80, volume(3), "another channel's controller plays as ever");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 66})
  void a_pedal_that_goes_up_while_a_controller_is_learned_leaves_no_note(int pedal)
      throws InvalidMidiDataException {
    modpool.control().desk().program(1, 0, 16); // an organ: it sounds as long as it is held
    send(ShortMessage.NOTE_ON, 1, 60, 100);
    render();
    move(1, pedal, 127);
    send(ShortMessage.NOTE_OFF, 1, 60, 0);
    renderSeconds();
    assertFalse(modpool.control().isIdle(), "the pedal holds it");
    learned.learn("ch2.volume");
    move(1, pedal, 0);
    renderSeconds();
    assertTrue(modpool.control().isIdle(), "the channel has heard the pedal go up");
    assertNotNull(learned.learning(), "and a controller is waited for");
  }

  private void renderSeconds() {
    for (int i = 0; i < 60; i++) {
      render();
    }
  }

  @Test
  void what_moves_beside_the_controller_that_is_learned_is_played_at_once()
      throws InvalidMidiDataException {
    learned.learn("ch2.volume");
    send(ShortMessage.CONTROL_CHANGE, 1, 20, 50);
    send(ShortMessage.CONTROL_CHANGE, 1, 7, 33);
    send(ShortMessage.CONTROL_CHANGE, 1, 20, 51);
    render(); // the session has not had its turn
    assertEquals(33, volume(1));
    turn();
    assertEquals("controller 20 of channel 1", learned.bindings().getFirst().words());
  }

  @ParameterizedTest
  @CsvSource({"1, 127", "102, 71"}) // the wheel's vibrato, an arpeggio
  void what_a_learned_controller_held_is_let_go(int controller, int value) throws IOException {
    float[] plain = noteAfter(controller, 0, () -> {});
    float[] held = noteAfter(controller, value, () -> {});
    float[] letGo = noteAfter(controller, value, () -> learned.map(controller + " 1 ch2.pan"));
    assertFalse(Arrays.equals(plain, held), "it is heard");
    assertArrayEquals(plain, letGo);
  }

  private float[] noteAfter(int controller, int value, Runnable then) throws IOException {
    close();
    open();
    port.add(0, 0xB0, controller, value);
    render();
    then.run();
    render();
    port.add(0, 0x90, 60, 100);
    float[] heard = new float[400 * BLOCK];
    float[] block = new float[BLOCK];
    for (int at = 0; at < heard.length; at += BLOCK) {
      modpool.control().renderLive(block, new float[BLOCK], BLOCK, port);
      port.clear();
      System.arraycopy(block, 0, heard, at, BLOCK);
    }
    return heard;
  }

  @Test
  void a_button_acts_at_its_first_press_after_it_was_learned_anew()
      throws InvalidMidiDataException {
    learned.map("22 1 ch3.mute");
    move(1, 22, 127); // and stays down
    assertEquals(Set.of(3), desk.channels().muted());
    learned.map("23 1 ch3.mute");
    move(1, 23, 127);
    assertEquals(Set.of(), desk.channels().muted());
    learned.unmap("ch3.mute");
    learned.map("23 1 ch3.mute");
    move(1, 23, 127);
    assertEquals(Set.of(3), desk.channels().muted());
    learned.map("23 1 ch4.mute");
    learned.map("24 1 ch3.mute");
    move(1, 24, 127);
    assertEquals(Set.of(), desk.channels().muted());
  }

  @Test
  void a_tempo_knob_that_rests_below_its_middle_still_leads() throws Exception {
    desk.load(Path.of("presets/songs/demo.mod"));
    learned.map("24 1 song.tempo");
    move(1, 24, 64);
    move(1, 24, 11);
    assertEquals(59, desk.tempo());
    Thread.sleep(300); // longer than a control may take to hear of a move
    move(1, 24, 5);
    assertEquals(54, desk.tempo());
  }

  @Test
  void a_controller_at_the_output_s_own_port_is_learned_too() {
    learned.learn("ch2.volume");
    port.add(3, 0xB4, 21, 64);
    render();
    turn();
    assertNull(learned.learning());
    assertEquals("controller 21 of channel 5", learned.bindings().getFirst().words());
    port.add(0, 0xB4, 21, 101);
    render();
    turn();
    port.add(0, 0xB4, 21, 33);
    render();
    turn();
    assertEquals(33, volume(2));
  }

  @Test
  void what_is_forgotten_plays_again() throws InvalidMidiDataException {
    learned.map("7 1 ch2.volume");
    move(1, 7, 100);
    learned.unmap("ch2.volume");
    move(1, 7, 20);
    assertEquals(20, volume(1));
    assertEquals(100, volume(2));
  }

  @Test
  void buttons_act_when_they_go_down() throws InvalidMidiDataException {
    learned.map("22 1 ch3.mute");
    for (int value : new int[] {127, 0, 30, 0}) {
      move(1, 22, value);
    }
    assertEquals(Set.of(3), desk.channels().muted());
    move(1, 22, 64);
    assertEquals(Set.of(), desk.channels().muted());
  }

  @Test
  void the_song_is_moved_too() throws Exception {
    learned.map("23 1 song.play");
    move(1, 23, 127);
    assertEquals("no song is loaded: song FILE loads one", said.getLast());
    move(1, 23, 0);
    desk.load(Path.of("presets/songs/demo.mod"));
    move(1, 23, 127);
    assertEquals("playing", desk.state());
    learned.map("24 1 song.tempo");
    move(1, 24, 64);
    move(1, 24, 127);
    assertEquals(200, desk.tempo());
    learned.map("25 1 track2.mute");
    move(1, 25, 127);
    assertEquals(Set.of(2), desk.muted());
    learned.map("26 1 song.next");
    move(1, 26, 127);
    assertEquals(1, SongPosition.order(desk.position()));
  }

  @Test
  void every_knob_goes_where_it_is_turned_to() throws InvalidMidiDataException {
    ChannelBoard board = modpool.control().board().channels();
    learned.map("30 1 ch4.macro3");
    learned.map("31 1 ch4.reverb");
    learned.map("33 1 master.volume");
    for (int controller : new int[] {30, 31, 33}) {
      move(1, controller, 0);
      move(1, controller, 127); // past wherever it stood
      move(1, controller, 77);
    }
    assertEquals(77, board.macro(3, 2));
    assertEquals(77, board.reverb(3));
    assertEquals(77, board.master() >> 7);
  }

  @Test
  void what_was_learned_is_there_at_the_next_start() {
    learned.map("21 1 ch1.pan");
    assertTrue(modpool.control().taken().has(0, 21));
    modpool.control().take(ControllerSet.NONE);
    assertEquals(learned.bindings(), learned().bindings());
    assertTrue(modpool.control().taken().has(0, 21));
    learned.unmap("all");
    assertFalse(modpool.control().taken().has(0, 21));
    assertEquals(List.of(), learned().bindings());
  }

  @Test
  void lines_that_are_not_understood_change_nothing() {
    for (String wrong : new String[] {"", "volume", "ch1"}) {
      assertThrows(IllegalArgumentException.class, () -> learned.learn(wrong), wrong);
      assertThrows(IllegalArgumentException.class, () -> learned.unmap(wrong), wrong);
    }
    for (String wrong :
        new String[] {"21", "21 1", "x 1 ch1.pan", "21 17 ch1.pan", "0 1 ch1.pan", "64 1 panic"}) {
      assertThrows(IllegalArgumentException.class, () -> learned.map(wrong), wrong);
    }
    assertEquals(List.of(), learned.bindings());
    learned.learn("panic");
    learned.learn("off");
    assertNull(learned.learning());
  }
}
