package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JToggleButton;
import javax.swing.MenuSelectionManager;
import javax.swing.TransferHandler;
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
    turnsTheChosenChannelsKnobs();
    turnsAllChannelsDown();
    choosesABlockForTheNextStart();
    learnsByTheMenuOfAControl();
    loadsAModuleThatIsDropped();
    tour.close();
  }

  /// The test reads what is remembered.
  private void choosesABlockForTheNextStart() throws Exception {
    JTabbedPane tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
    choosePage(tabs.indexOfTab("Settings"));
    JComboBox<?> block = (JComboBox<?>) tour.named("Block at the next start");
    WindowTour.onEdt(
        () -> {
          block.setSelectedIndex(3);
          return null;
        });
    Thread.sleep(500); // longer than it is held against what is remembered
    Await.until(() -> block.getSelectedItem().toString().startsWith("64"), "a block is chosen");
    choosePage(0);
  }

  private void learnsByTheMenuOfAControl() throws Exception {
    JComponent fader = (JComponent) tour.named("Volume of channel 5");
    Point at = WindowTour.onEdt(fader::getLocationOnScreen);
    tour.press(InputEvent.BUTTON3_DOWN_MASK, at.x + 8, at.y + fader.getHeight() / 2);
    tour.settle();
    tour.picture("learn");
    tour.type(KeyEvent.VK_ESCAPE);
    assertEquals(100, ((JSlider) fader).getValue(), "the right button moves nothing");
    learnsByTheMenuKey(fader);
    JTabbedPane tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
    choosePage(tabs.indexOfTab("Settings"));
    Await.until(
        () -> WindowTour.find(tour.frame, JLabel.class, PlayTour::waitsForChannel5) != null,
        "it waits for a controller");
    tour.settle();
    tour.picture("learning");
    WindowTour.report("learning", WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    choosePage(0);
    learnsOfTheChosenChannel();
  }

  private void learnsOfTheChosenChannel() throws Exception {
    tour.click(tour.named("Play channel 7"));
    Await.until(() -> isNamed("Macro 2 of channel 7"), "the knobs are channel 7's");
    learnsByTheMenuKey(tour.named("Macro 2 of channel 7"));
    JTabbedPane tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
    choosePage(tabs.indexOfTab("Settings"));
    Await.until(
        () ->
            WindowTour.find(
                    tour.frame,
                    JLabel.class,
                    l -> l.getText().contains("it will be macro 2 of channel 7"))
                != null,
        "it waits for a controller");
    choosePage(0);
  }

  private void learnsByTheMenuKey(Component control) throws Exception {
    tour.focus(control);
    tour.typeWith(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
    Await.until(PlayTour::hasMenu, "its menu is open");
    tour.settle();
    tour.type(KeyEvent.VK_DOWN);
    tour.type(KeyEvent.VK_ENTER);
  }

  private static boolean hasMenu() {
    return MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
  }

  private static boolean waitsForChannel5(JLabel label) {
    return label.getText().contains("it will be volume of channel 5");
  }

  private void loadsAModuleThatIsDropped() throws Exception {
    WindowTour.onEdt(
        () -> {
          TransferHandler drop = tour.frame.getRootPane().getTransferHandler();
          Transferable file =
              new Transferable() {
                @Override
                public DataFlavor[] getTransferDataFlavors() {
                  return new DataFlavor[] {DataFlavor.javaFileListFlavor};
                }

                @Override
                public boolean isDataFlavorSupported(DataFlavor flavor) {
                  return flavor.equals(DataFlavor.javaFileListFlavor);
                }

                @Override
                public Object getTransferData(DataFlavor flavor) {
                  return List.of(new File("presets/songs/demo.mod"));
                }
              };
          return drop.importData(
              new TransferHandler.TransferSupport(tour.frame.getRootPane(), file));
        });
    Await.until(() -> dialogButton("Both") != null, "it asks what to do");
    tour.settle();
    tour.picture("drop");
    WindowTour.onEdt(
        () -> {
          dialogButton("Both").doClick();
          return null;
        });
    JButton program = (JButton) tour.named("Program of channel 1");
    Await.until(
        () ->
            WindowTour.find(tour.frame, JLabel.class, l -> l.getText().equals("Night Ferry"))
                != null,
        "the song is loaded");
    choosePage(0);
    Await.until(() -> !program.getText().contains("Grand Piano"), "its samples are the bank");
    tour.click(tour.named("Play channel 1")); // the dialog took the focus
    tour.type(KeyEvent.VK_F5);
    choosePage(1);
    Await.until(
        () -> WindowTour.find(tour.frame, JButton.class, b -> b.getText().equals("Pause")) != null,
        "it plays");
    resize(new Dimension(780, 560));
    new TabWalk(tour).from(tour.named("Orders"), 16);
  }

  private void choosePage(int page) throws Exception {
    WindowTour.onEdt(
        () -> {
          WindowTour.find(tour.frame, JTabbedPane.class, t -> true).setSelectedIndex(page);
          return null;
        });
  }

  private static JButton dialogButton(String text) {
    for (Window window : Window.getWindows()) {
      if (window instanceof JDialog dialog && dialog.isShowing()) {
        return WindowTour.find(dialog, JButton.class, b -> text.equals(b.getText()));
      }
    }
    return null;
  }

  private void choosesAProgramByItsName() throws Exception {
    tour.click(tour.named("Program of channel 2"));
    tour.settle();
    for (int key : List.of(KeyEvent.VK_O, KeyEvent.VK_R, KeyEvent.VK_G, KeyEvent.VK_A)) {
      tour.type(key);
    }
    tour.settle();
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
    tour.settle();
    tour.picture("chord");
    WindowTour.report("chord", WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    for (int key : keys) {
      tour.robot.keyRelease(key);
    }
    Await.until(() -> chord.getText().isBlank(), "the keys are up");
  }

  private void turnsTheChosenChannelsKnobs() throws Exception {
    tour.click(tour.named("Play channel 2"));
    Await.until(() -> isNamed("Reverb of channel 2"), "the knobs are channel 2's");
    int before = press("Reverb of channel 2", KeyEvent.VK_RIGHT, 5);
    press("Chorus of channel 2", KeyEvent.VK_RIGHT, 3);
    press("Macro 4 of channel 2", KeyEvent.VK_RIGHT, 7);
    Thread.sleep(500); // longer than it is held against what the channel says
    assertEquals(before + 5, value("Reverb of channel 2"));
    tour.picture("knobs");
    tour.click(tour.named("Play channel 1"));
    Await.until(() -> isNamed("Macro 4 of channel 1"), "they are channel 1's now");
    assertEquals(before, value("Reverb of channel 1"), "nobody has moved it");
    assertEquals(0, value("Macro 4 of channel 1"));
    tour.click(tour.named("Play channel 2"));
    Await.until(() -> isNamed("Macro 4 of channel 2"), "and channel 2's again");
    assertEquals(before + 5, value("Reverb of channel 2"));
    assertEquals(7, value("Macro 4 of channel 2"));
    WindowTour.report("knobs", WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    Dimension size = tour.frame.getSize();
    resize(new Dimension(780, 560));
    tour.picture("rack-small");
    JTabbedPane tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
    WindowTour.report("small", WindowTour.onEdt(() -> LayoutCheck.of(tabs)));
    new TabWalk(tour).from(tour.named("Play channel 2"), 100);
    choosePage(tabs.indexOfTab("Settings"));
    new TabWalk(tour).from(tour.named("Theme"), 10);
    choosePage(tabs.indexOfTab("Pool"));
    new TabWalk(tour).from(tour.named("Who has which voices"), 8);
    choosePage(0);
    resize(size);
  }

  /// From where it was in the window before; the test reads what is remembered.
  private void turnsAllChannelsDown() throws Exception {
    assertEquals(120, value("Volume of all channels"));
    press("Volume of all channels", KeyEvent.VK_LEFT, 10);
    Thread.sleep(500);
    assertEquals(110, value("Volume of all channels"));
  }

  private void resize(Dimension size) throws Exception {
    WindowTour.onEdt(
        () -> {
          tour.frame.setSize(size);
          tour.frame.validate();
          return null;
        });
    tour.settle();
  }

  private boolean isNamed(String name) {
    return WindowTour.find(
            tour.frame,
            JSlider.class,
            s -> name.equals(s.getAccessibleContext().getAccessibleName()))
        != null;
  }

  /// Asked on the event thread: a look that has set the name goes on to set this.
  private int value(String name) throws Exception {
    return WindowTour.onEdt(() -> ((JSlider) tour.named(name)).getValue());
  }

  /// @return where it stood
  private int press(String name, int key, int times) throws Exception {
    int before = value(name);
    tour.focus(tour.named(name));
    tour.type(key, times);
    return before;
  }

  private void mutesByKeyboard() throws Exception {
    JToggleButton mute = (JToggleButton) tour.named("Mute channel 3");
    tour.focus(mute);
    tour.type(KeyEvent.VK_SPACE);
    tour.settle(); // the key itself presses the button, until the window has looked
    Await.until(mute::isSelected, "channel 3 is mute");
    tour.type(KeyEvent.VK_SPACE);
    tour.settle();
    Await.until(() -> !mute.isSelected(), "channel 3 is heard again");
  }
}
