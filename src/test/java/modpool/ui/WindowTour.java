package modpool.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Image;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import modpool.cli.Main;
import modpool.testing.Await;

/// Walks through the window of a program that runs in this process, keeps pictures and prints what
/// is wrong with the layout. A program of its own, because scale and display are chosen at a JVM's
/// start.
final class WindowTour {
  private static final String WAV = "wav:";
  private static final int SOUND_BYTES_PER_SECOND = 48_000 * 4; // 16 bits, stereo

  final Robot robot;
  final JFrame frame;
  private final Path pictures;
  private final String suffix;
  private final Path sound; // the folder of the file it plays into; null: it plays to nothing

  private WindowTour(Path pictures, String suffix, Path sound) throws Exception {
    this.pictures = pictures;
    this.suffix = suffix;
    this.sound = sound;
    robot = new Robot();
    Await.until(() -> ready() != null, "the window is there");
    frame = ready();
  }

  /// @param arguments the tour's class, the folder of pictures, the end of their names, then the
  ///   program's
  public static void main(String[] arguments) throws Exception {
    String[] own = java.util.Arrays.copyOfRange(arguments, 3, arguments.length);
    Thread.ofPlatform().daemon().name("program").start(() -> Main.main(own));
    try {
      WindowTour tour = new WindowTour(Path.of(arguments[1]), arguments[2], folderOfSound(own));
      Files.createDirectories(tour.pictures);
      switch (arguments[0]) {
        case "pages" -> tour.pages();
        case "tones" -> tour.tones();
        case "play" -> new PlayTour(tour).run();
        case "edit" -> new EditTour(tour).run();
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } catch (Throwable e) {
      e.printStackTrace(System.out);
      Runtime.getRuntime().halt(70);
    }
  }

  private static Path folderOfSound(String[] words) {
    for (String word : words) {
      if (word.startsWith(WAV)) {
        return Path.of(word.substring(WAV.length())).getParent();
      }
    }
    return null;
  }

  private static JFrame ready() {
    for (Frame frame : Frame.getFrames()) {
      if (frame instanceof JFrame window
          && window.isShowing()
          && find(window, JLabel.class, label -> label.getText().contains("latency")) != null) {
        return window;
      }
    }
    return null;
  }

  private void pages() throws Exception {
    JTabbedPane tabs = find(frame, JTabbedPane.class, t -> true);
    for (int page = 0; page < tabs.getTabCount(); page++) {
      int index = page;
      onEdt(
          () -> {
            tabs.setSelectedIndex(index);
            return null;
          });
      Thread.sleep(300);
      report(tabs.getTitleAt(page), onEdt(() -> LayoutCheck.of(frame)));
      picture(tabs.getTitleAt(page).toLowerCase(java.util.Locale.ROOT));
      if (tabs.getTitleAt(page).equals("Patch")) {
        click(button("Edit the program of channel 1"));
        Thread.sleep(300);
        report("Patch in the editor", onEdt(() -> LayoutCheck.of(frame)));
        for (int part = 0; part < 4; part++) {
          choosePart(part);
          report("Patch, part " + part, onEdt(() -> LayoutCheck.of(frame)));
          picture("editor-" + part);
        }
        choosePart(0);
        picture("editor");
      }
    }
    close();
  }

  /// Turns to one of the pages below the waveform in the editor.
  void choosePart(int part) throws Exception {
    JTabbedPane parts = (JTabbedPane) named("Parts of the sound");
    onEdt(
        () -> {
          parts.setSelectedIndex(part);
          return null;
        });
    settle();
  }

  /// Holds two typed keys for a second each.
  private void tones() throws Exception {
    click(named("Play channel 1")); // without a window manager nobody else gives it the focus
    Await.until(frame::isFocused, "the window has the focus");
    for (int key : List.of(KeyEvent.VK_Q, KeyEvent.VK_E)) {
      robot.keyPress(key);
      hear(1);
      robot.keyRelease(key);
      hear(0.5);
    }
    close();
  }

  /// Waits until so much more sound has been made. Not by the clock: a busy machine makes less.
  void hear(double seconds) {
    long until = soundBytes() + Math.round(seconds * SOUND_BYTES_PER_SECOND);
    Await.until(() -> soundBytes() >= until, seconds + " s more have been heard");
  }

  /// Of the file that grows while it plays, and is to be the one that was named.
  private long soundBytes() {
    try (Stream<Path> files = Files.list(sound)) {
      return files
          .filter(file -> file.toString().endsWith(".part"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Closes the window; the program ends the process.
  void close() throws Exception {
    onEdt(
        () -> {
          frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
          return null;
        });
    Thread.sleep(60_000);
    throw new AssertionError("the window was closed, and the program goes on");
  }

  /// Presses the mouse in the middle of a component.
  void click(Component component) throws Exception {
    Point at = onEdt(component::getLocationOnScreen);
    robot.mouseMove(at.x + component.getWidth() / 2, at.y + component.getHeight() / 2);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    settle();
  }

  void type(int key) throws Exception {
    robot.keyPress(key);
    robot.keyRelease(key);
    settle();
  }

  /// Lets the window look a few times.
  void settle() throws Exception {
    robot.waitForIdle();
    Thread.sleep(200);
  }

  JButton button(String text) {
    return find(frame, JButton.class, b -> text.equals(b.getText()));
  }

  /// The component that people who hear the window know by this name.
  Component named(String name) {
    Component found =
        find(
            frame,
            Component.class,
            c ->
                c.getAccessibleContext() != null
                    && name.equals(c.getAccessibleContext().getAccessibleName()));
    if (found == null) {
      throw new AssertionError("nothing is called '" + name + "'");
    }
    return found;
  }

  Path pictures() {
    return pictures;
  }

  static void report(String where, List<String> wrongs) {
    wrongs.forEach(wrong -> System.out.println(where + ": " + wrong));
  }

  void picture(String name) throws IOException {
    Image whole =
        robot
            .createMultiResolutionScreenCapture(frame.getBounds())
            .getResolutionVariants()
            .getLast();
    BufferedImage image =
        new BufferedImage(whole.getWidth(null), whole.getHeight(null), BufferedImage.TYPE_INT_RGB);
    image.getGraphics().drawImage(whole, 0, 0, null);
    ImageIO.write(image, "png", pictures.resolve(name + "-" + suffix + ".png").toFile());
  }

  static <T> T onEdt(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }

  static <T extends Component> T find(Container root, Class<T> type, Predicate<T> which) {
    for (Component child : root.getComponents()) {
      if (type.isInstance(child) && which.test(type.cast(child))) {
        return type.cast(child);
      }
      if (child instanceof Container container) {
        T found = find(container, type, which);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
