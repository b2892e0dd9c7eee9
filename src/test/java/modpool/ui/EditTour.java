package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFormattedTextField;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import modpool.testing.Await;

/// Edits a patch by mouse and keys, hears it, and saves it when the window asks.
final class EditTour {
  private final WindowTour tour;

  EditTour(WindowTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    WindowTour.onEdt(
        () -> {
          JTabbedPane tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
          tabs.setSelectedIndex(tabs.indexOfTab("Patch"));
          return null;
        });
    tour.settle();
    tour.click(tour.button("Edit the program of channel 1"));
    Await.until(tour.frame::isFocused, "the window has the focus");
    tour.click(tour.named("See the loop"));
    tour.click(WindowTour.find(tour.frame, JCheckBox.class, b -> b.getText().startsWith("Snap")));
    hold(KeyEvent.VK_Q);
    String before = state("Loop end");
    tour.robot.keyPress(KeyEvent.VK_Q); // a held note follows while the marker is dragged
    dragLoopEnd();
    tour.picture("editor-dragged");
    tour.hear(1);
    tour.robot.keyRelease(KeyEvent.VK_Q);
    tour.hear(0.5);
    String dragged = state("Loop end");
    Files.writeString(tour.pictures().resolve("editor-loop-end.txt"), dragged);
    control(KeyEvent.VK_Z);
    Await.until(() -> state("Loop end").equals(before), "the drag is undone, all of it");
    control(KeyEvent.VK_Y);
    Await.until(() -> state("Loop end").equals(dragged), "and done again");
    tour.type(KeyEvent.VK_RIGHT); // the marker still has the focus
    Await.until(() -> !state("Loop end").equals(dragged), "a frame to the right");
    tour.type(KeyEvent.VK_LEFT);
    Await.until(() -> state("Loop end").equals(dragged), "and back");
    WindowTour.report("editor", WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    reachMarkersOutOfSight();
    changeTheSound();
    changeZones();
    Dimension size = tour.frame.getSize();
    resize(new Dimension(780, 560));
    tour.picture("editor-small");
    new TabWalk(tour).from(tour.named(MAP), 30);
    resize(size);
    closeAndSave();
  }

  /// While the loop alone is seen: none is lost that is moved past the edge, and Tab comes to all.
  private void reachMarkersOutOfSight() throws Exception {
    Component loopStart = tour.named("Loop start");
    String before = state("Loop start");
    tour.focus(loopStart);
    for (int press = 0; press < 4; press++) {
      tour.typeWith(KeyEvent.VK_SHIFT, KeyEvent.VK_LEFT);
    }
    Await.until(() -> state("Loop start").startsWith("frame 3960,"), "four times ten frames");
    assertTrue(loopStart.isFocusOwner() && isSeen(loopStart), "it is followed");
    int undone = 0;
    while (undone < 4 && !state("Loop start").equals(before)) { // four steps, if each were one
      control(KeyEvent.VK_Z);
      undone++;
    }
    assertEquals(before, state("Loop start"));
    Component start = tour.named("Start");
    assertFalse(isSeen(start), "the loop alone is seen");
    tour.focus(start);
    Await.until(() -> isSeen(start), "and now the start");
    tour.click(tour.named("See the loop"));
  }

  private static boolean isSeen(Component marker) {
    return new Rectangle(marker.getParent().getSize()).contains(marker.getBounds());
  }

  /// What is typed and chosen here, the test finds in the saved preset.
  private void changeTheSound() throws Exception {
    JComboBox<?> reading = (JComboBox<?>) tour.named("Playing: Interpolation");
    tour.focus(reading);
    tour.type(KeyEvent.VK_DOWN);
    Await.until(() -> reading.getSelectedIndex() == 1, "nearest is chosen");
    typeInto("Playing: Glide, typed", "0.25s", "250 ms");
    typeInto("Playing: Pan, typed", "r40", "R40");
    alt(KeyEvent.VK_2);
    typeInto("LFO 2: Rate, typed", "3.5", "3.50 Hz");
    typeInto("LFO 2: To level, typed", "-2", "−2.0 dB");
    typeInto("Filter: By velocity, typed", "1200", "+1200 ct");
    typeInto("Second envelope: To pitch, typed", "9999", "+9600 ct");
    typeInto("Second envelope: To pitch, typed", "24", "+24.0 ct");
    tour.focus(tour.named("Second envelope: Attack"));
    tour.type(KeyEvent.VK_RIGHT);
    Await.until(() -> !state("Second envelope: Attack").equals("0 ms"), "the attack is longer");
    alt(KeyEvent.VK_3);
    typeInto("Macro 2, CC 17: To cut-off, typed", "-1500", "−1500 ct");
    control(KeyEvent.VK_Z);
    JTextField cutoff = (JTextField) tour.named("Macro 2, CC 17: To cut-off, typed");
    Await.until(() -> cutoff.getText().equals("0 ct"), "undone");
    control(KeyEvent.VK_Y);
    Await.until(() -> cutoff.getText().equals("−1500 ct"), "and done again");
  }

  private void changeZones() throws Exception {
    alt(KeyEvent.VK_4);
    tour.click(tour.button("Add a copy")); // no key is free
    Await.until(() -> zones() == 2, "there is a copy");
    Await.until(() -> state(MAP).startsWith("zone 2 of 2"), "which is chosen");
    control(KeyEvent.VK_Z);
    Await.until(() -> zones() == 1, "undone");
    assertFalse(tour.button("Delete").isEnabled(), "the last zone stays");
    tour.click(tour.button("Split"));
    Await.until(() -> state(MAP).equals("zone 2 of 2, E4 to G9"), "the upper half is chosen");
    tour.click(tour.button("Split"));
    Await.until(() -> zones() == 3, "a third zone");
    tour.picture("editor-zones");
    WindowTour.report("zones", WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    tour.click(tour.button("Delete"));
    Await.until(() -> zones() == 2, "it is gone");
    control(KeyEvent.VK_Z);
    Await.until(() -> zones() == 3, "and back");
    control(KeyEvent.VK_Y);
    Await.until(() -> zones() == 2, "and gone again");
    tour.focus(tour.named(MAP));
    tour.type(KeyEvent.VK_LEFT);
    Await.until(() -> state(MAP).equals("zone 1 of 2, C-1 to D♯4"), "by the arrow keys");
    dragLowEnd();
    Await.until(() -> !state(MAP).contains("C-1"), "its low end was dragged");
    control(KeyEvent.VK_Z);
    Await.until(() -> state(MAP).contains("C-1 to D♯4"), "the drag is undone as one");
    typeKeys();
    alt(KeyEvent.VK_1);
  }

  /// By their names and by steps, of which a run is undone as one.
  private void typeKeys() throws Exception {
    JTextField highest =
        WindowTour.find(
            tour.frame,
            JFormattedTextField.class,
            f -> "Highest key".equals(f.getAccessibleContext().getAccessibleName()));
    tour.click(highest);
    typeOver("EB3");
    Await.until(() -> state(MAP).contains("C-1 to D♯3"), "it ends at E flat 3");
    assertEquals("D♯3", highest.getText());
    tour.click(highest); // Enter gave the focus back
    typeOver("H3");
    Await.until(() -> highest.getText().equals("D♯3"), "what is no key goes back");
    tour.type(KeyEvent.VK_DOWN, 4);
    Await.until(() -> state(MAP).contains("C-1 to B2"), "four semitones down");
    int undone = 0;
    while (undone < 4 && !state(MAP).contains("C-1 to D♯4")) { // five steps, if each were one
      control(KeyEvent.VK_Z);
      undone++;
    }
    assertTrue(state(MAP).contains("C-1 to D♯4"), "a run of steps is undone as one");
  }

  private void typeOver(String text) throws Exception {
    control(KeyEvent.VK_A);
    for (char letter : text.toCharArray()) {
      tour.type(letter);
    }
    tour.type(KeyEvent.VK_ENTER);
  }

  private static final String MAP = "Zones on the keyboard";

  private int zones() {
    return ((JList<?>) tour.named("Zones of the patch")).getModel().getSize();
  }

  private void dragLowEnd() throws Exception {
    Component map = tour.named(MAP);
    Point at = WindowTour.onEdt(map::getLocationOnScreen);
    tour.robot.mouseMove(at.x + 1, at.y + 10);
    tour.robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    for (int moved = 0; moved <= map.getWidth() / 5; moved += 8) {
      tour.robot.mouseMove(at.x + 1 + moved, at.y + 10);
      tour.robot.delay(10);
    }
    tour.robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    tour.settle();
  }

  private void typeInto(String name, String text, String shown) throws Exception {
    JTextField field = (JTextField) tour.named(name);
    tour.click(field);
    for (char letter : text.toCharArray()) {
      int key =
          switch (letter) {
            case '.' -> KeyEvent.VK_PERIOD;
            case '-' -> KeyEvent.VK_MINUS;
            default -> Character.toUpperCase(letter);
          };
      tour.robot.keyPress(key);
      tour.robot.keyRelease(key);
    }
    tour.type(KeyEvent.VK_ENTER);
    Await.until(() -> field.getText().equals(shown), name + " is " + shown);
  }

  private void alt(int key) throws Exception {
    tour.typeWith(KeyEvent.VK_ALT, key);
  }

  private void resize(Dimension size) throws Exception {
    WindowTour.onEdt(
        () -> {
          tour.frame.setSize(size);
          tour.frame.validate();
          return null;
        });
    tour.settle();
    JTabbedPane tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
    WindowTour.report("editor at " + size, WindowTour.onEdt(() -> LayoutCheck.of(tabs)));
  }

  private String state(String name) {
    return tour.named(name).getAccessibleContext().getAccessibleDescription();
  }

  private void hold(int key) throws Exception {
    tour.robot.keyPress(key);
    tour.hear(1);
    tour.robot.keyRelease(key);
    tour.hear(0.5);
  }

  private void control(int key) throws Exception {
    tour.typeWith(KeyEvent.VK_CONTROL, key);
  }

  private void dragLoopEnd() throws Exception {
    Component marker = tour.named("Loop end");
    Point at = WindowTour.onEdt(marker::getLocationOnScreen);
    int x = at.x + marker.getWidth() / 2;
    int y = at.y + 5;
    int far = marker.getParent().getWidth() / 4;
    tour.robot.mouseMove(x, y);
    tour.robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    for (int moved = 0; moved <= far; moved += 5) {
      tour.robot.mouseMove(x - moved, y);
      tour.robot.delay(10);
    }
    tour.robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    tour.settle();
  }

  private void closeAndSave() throws Exception {
    WindowEvent closing = new WindowEvent(tour.frame, WindowEvent.WINDOW_CLOSING);
    EventQueue.invokeLater(() -> tour.frame.dispatchEvent(closing));
    press("Cancel");
    EventQueue.invokeLater(() -> tour.frame.dispatchEvent(closing));
    press("Save");
    press("OK");
    Thread.sleep(60_000);
    throw new AssertionError("the window was closed, and the program goes on");
  }

  private void press(String text) throws Exception {
    Await.until(() -> dialogButton(text) != null, "there is a button " + text);
    tour.settle();
    tour.picture("editor-" + text.toLowerCase(Locale.ROOT));
    JButton button = dialogButton(text);
    EventQueue.invokeLater(button::doClick);
    Await.until(() -> dialogButton(text) == null, text + " was pressed");
  }

  private static JButton dialogButton(String text) {
    for (Window window : Window.getWindows()) {
      if (window instanceof JDialog dialog && dialog.isShowing()) {
        return WindowTour.find(dialog, JButton.class, b -> text.equals(b.getText()));
      }
    }
    return null;
  }
}
