package modpool.ui;

import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import modpool.testing.Await;

/// Plays the window by mouse and keys, and prints what does not happen.
final class PlayTour {
  private final WindowTour tour;

  PlayTour(WindowTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    choosesAProgramByItsName();
    playsAChordByTheComputersKeys();
    mutesByKeyboard();
    tour.close();
  }

  private void choosesAProgramByItsName() throws Exception {
    tour.click(tour.named("Program of channel 2"));
    for (int key : List.of(KeyEvent.VK_O, KeyEvent.VK_R, KeyEvent.VK_G, KeyEvent.VK_A)) {
      tour.type(key);
    }
    tour.picture("menu");
    tour.type(KeyEvent.VK_ENTER);
    JButton program = (JButton) tour.named("Program of channel 2");
    Await.until(() -> program.getText().contains("Organ"), "channel 2 plays an organ");
    tour.click(tour.named("Play channel 2"));
  }

  private void playsAChordByTheComputersKeys() throws Exception {
    List<Integer> keys = List.of(KeyEvent.VK_Q, KeyEvent.VK_E, KeyEvent.VK_T);
    for (int key : keys) {
      tour.robot.keyPress(key);
    }
    JLabel chord = (JLabel) tour.named("Chord");
    Await.until(() -> chord.getText().equals("C"), "the chord is named");
    Thread.sleep(700);
    tour.picture("chord");
    WindowTour.report("chord", WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    for (int key : keys) {
      tour.robot.keyRelease(key);
    }
    Await.until(() -> chord.getText().isBlank(), "the keys are up");
  }

  private void mutesByKeyboard() throws Exception {
    JToggleButton mute = (JToggleButton) tour.named("Mute channel 3");
    WindowTour.onEdt(mute::requestFocusInWindow);
    tour.settle();
    tour.type(KeyEvent.VK_SPACE);
    Await.until(mute::isSelected, "channel 3 is mute");
    tour.type(KeyEvent.VK_SPACE);
    Await.until(() -> !mute.isSelected(), "channel 3 is heard again");
  }
}
