package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.board.ChannelBoard;
import modpool.bridge.board.VoiceBoard;
import modpool.control.Control;
import modpool.edit.EditedPatch;
import modpool.render.Strip;
import modpool.testing.Await;
import modpool.testing.FakeDevice;
import modpool.ui.part.Hands;
import modpool.ui.part.Selection;
import modpool.ui.part.Sights;
import modpool.ui.part.Stage;
import org.junit.jupiter.api.Test;

class HeldKeysTest {
  private final FakeDevice midi = new FakeDevice("any", false);
  private final Stage stage = Sights.stage(midi, new ArrayList<>());
  private final HeldKeys held = new HeldKeys(stage);

  /// What has come since the last time, as `on 60`, `off 60` or `pedal 127`, with its channel.
  private List<String> came() {
    List<String> words = midi.got().stream().map(HeldKeysTest::word).toList();
    midi.got().clear();
    return words;
  }

  private static String word(MidiMessage message) {
    ShortMessage brief = (ShortMessage) message;
    String place = brief.getChannel() + ": ";
    return switch (brief.getCommand()) {
      case ShortMessage.NOTE_ON -> place + "on " + brief.getData1();
      case ShortMessage.NOTE_OFF -> place + "off " + brief.getData1();
      default -> place + (brief.getData1() == 64 ? "pedal " : "other ") + brief.getData2();
    };
  }

  /// The renderer shows whether a channel's pedal is down.
  private void show(int channel, boolean pedal) {
    stage.board().channels().show(channel, 0, 0, false, 100, 64, pedal, 0);
  }

  @Test
  void a_key_that_two_hold_goes_up_with_the_second() {
    held.press("Q", 60, 100);
    held.press("comma", 60, 100);
    held.release("Q", 60);
    assertEquals(List.of("0: on 60"), came());
    assertTrue(held.keys().contains(60));
    held.release("comma", 60);
    assertEquals(List.of("0: off 60"), came());
    assertTrue(held.keys().isEmpty());
  }

  @Test
  void who_held_a_key_on_the_channel_before_does_not_release_it_on_this_one() {
    held.press("Q", 60, 100);
    stage.selection().choose(3);
    held.press("comma", 60, 100);
    came();
    held.release("Q", 60);
    assertEquals(List.of(), came());
    held.release("comma", 60);
    assertEquals(List.of("3: off 60"), came());
  }

  @Test
  void the_pedal_goes_along_to_another_channel() {
    held.sustain(true);
    stage.selection().choose(3);
    held.look();
    assertTrue(held.isSustained(), "channel 4 has not heard of it yet");
    held.sustain(false);
    stage.selection().choose(4);
    assertEquals(List.of("0: pedal 127", "0: pedal 0", "3: pedal 127", "3: pedal 0"), came());
  }

  @Test
  void the_pedal_is_up_when_something_else_has_lifted_it() {
    show(0, true);
    held.sustain(true);
    held.look();
    assertTrue(held.isSustained());
    show(0, false);
    Await.until(
        () -> {
          held.look();
          return !held.isSustained();
        },
        "the pedal is up");
    came();
    stage.selection().choose(1);
    assertEquals(List.of(), came(), "nothing goes along");
  }

  /// The whole way: what the window sends, the editor's voices obey.
  @Test
  void a_note_of_the_editor_is_held_by_a_pedal_that_was_down_before() throws Exception {
    try (Modpool modpool = Modpool.open(new Settings())) {
      Control control = modpool.control();
      Hands hands = new Hands(control.receiver());
      Stage live = new Stage(control.meters(), control.board(), hands, new Selection());
      HeldKeys keys = new HeldKeys(live);
      control.board().watch(true);
      control.audition().play(EditedPatch.of(control.banks().programs().program(0, 0)));
      control.poolStats(); // by now control has put it into a rack
      keys.sustain(true);
      renderUntilHeard(modpool);
      live.selection().edit(true);
      control.audition().takeKeysOf(1);
      keys.press("Q", 60, 100);
      keys.release("Q", 60);
      renderUntilHeard(modpool); // the release reaches the channel, too
      assertTrue(sustains(control, 60));
    }
  }

  /// Plays on until channel 1 has acted on a message.
  private static void renderUntilHeard(Modpool modpool) {
    ChannelBoard board = modpool.control().board().channels();
    int before = board.heard(0);
    Await.until(
        () -> {
          modpool.render(new float[64], new float[64], 64);
          return board.heard(0) != before;
        },
        "channel 1 hears");
  }

  private static boolean sustains(Control control, int key) {
    List<Integer> channels = control.strips().stream().map(strip -> strip.channel()).toList();
    int slot = channels.indexOf(Strip.EDITOR);
    return IntStream.range(0, VoiceBoard.VOICES)
        .map(voice -> control.board().voice(slot, voice))
        .anyMatch(cell -> VoiceBoard.key(cell) == key && VoiceBoard.isHeld(cell));
  }
}
