package modpool.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JTabbedPane;
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
    Dimension size = tour.frame.getSize();
    resize(new Dimension(780, 560));
    tour.picture("editor-small");
    resize(size);
    closeAndSave();
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
    tour.robot.keyPress(KeyEvent.VK_CONTROL);
    tour.type(key);
    tour.robot.keyRelease(KeyEvent.VK_CONTROL);
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
