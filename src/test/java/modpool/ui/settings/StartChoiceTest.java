package modpool.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import javax.swing.plaf.basic.BasicComboBoxUI;
import modpool.recall.StartSettings;
import modpool.testing.FakeDevice;
import modpool.ui.part.Hands;
import modpool.ui.settings.StartChoice.Option;
import org.junit.jupiter.api.Test;

class StartChoiceTest {
  private static final Option USUAL = new Option("auto", "As usual");
  private static final Option USB = new Option("javasound:USB", "USB");

  private final List<String> lines = new ArrayList<>();

  private StartChoice choice(Option... options) {
    Hands hands = new Hands(new FakeDevice("any", false).getReceiver());
    hands.connect(lines::add);
    return new StartChoice("audio", "Output", hands, List.of(options));
  }

  private static List<String> words(StartChoice choice) {
    JComboBox<Option> box = choice.box();
    return IntStream.range(0, box.getItemCount())
        .mapToObj(i -> box.getItemAt(i).toString())
        .toList();
  }

  @Test
  void what_appears_is_offered_and_what_was_chosen_stays() {
    StartChoice output = choice(USUAL);
    output.offer(List.of(USUAL, USB));
    output.box().setSelectedItem(USB);

    output.offer(List.of(USUAL, new Option("javasound:HDMI", "HDMI"), USB));

    assertEquals(List.of("As usual", "HDMI", "USB"), words(output));
    assertEquals(USB, output.box().getSelectedItem());
    assertEquals(List.of("remember audio javasound:USB"), lines, "said once, when it was chosen");
  }

  @Test
  void what_appears_while_the_list_is_open_is_offered_once_it_is_closed() {
    StartChoice output = choice(USUAL);
    StartSettings usual = StartSettings.USUAL.with(StartSettings.AUDIO, "auto");
    boolean[] open = {true};
    output
        .box()
        .setUI(
            new BasicComboBoxUI() {
              @Override
              public boolean isPopupVisible(JComboBox<?> box) {
                return open[0];
              }
            });
    output.offer(List.of(USUAL, USB));
    output.look(usual);
    assertEquals(List.of("As usual"), words(output));

    open[0] = false;
    output.look(usual);

    assertEquals(List.of("As usual", "USB"), words(output));
    assertEquals(List.of(), lines);
  }

  @Test
  void what_vanishes_stays_chosen_and_is_said_to_be_absent() {
    StartChoice output = choice(USUAL, USB);
    output.box().setSelectedItem(USB);

    output.offer(List.of(USUAL));

    assertEquals(List.of("As usual", "USB (not there now)"), words(output));
    assertEquals("USB (not there now)", output.box().getSelectedItem().toString());
    assertEquals(1, lines.size(), "nothing new was chosen");
  }
}
