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
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import modpool.cli.Main;
import modpool.testing.Await;

/// Walks through the window of a program that runs in this process, keeps pictures and prints what
/// is wrong with the layout. A program of its own, because scale and display are chosen at a JVM's
/// start.
final class WindowTour {
  private static final String WAV = "wav:";
  private static final int LOOK_MS = 33;
  private static final int LOOKS = 4;
  private static final int SOUND_BYTES_PER_SECOND = 48_000 * 4; // 16 bits, stereo

  final Robot robot;
  final JFrame frame;
  private final Path pictures;
  private final String suffix;
  private final Path sound; // the folder of the file it plays into; null: it plays to nothing
  private final OutputStream stdin;
  private final Dispatched dispatched = Dispatched.listen();

  private WindowTour(Path pictures, String suffix, Path sound, OutputStream stdin)
      throws Exception {
    this.pictures = pictures;
    this.suffix = suffix;
    this.sound = sound;
    this.stdin = stdin;
    robot = new Robot();
    Await.until(() -> ready() != null, "the window is there");
    frame = ready();
  }

  /// @param arguments the tour's class, the folder of pictures, the end of their names, then the
  ///   program's
  public static void main(String[] arguments) throws Exception {
    String[] own = java.util.Arrays.copyOfRange(arguments, 3, arguments.length);
    PipedOutputStream stdin = new PipedOutputStream();
    System.setIn(new PipedInputStream(stdin));
    Thread.ofPlatform().daemon().name("program").start(() -> Main.main(own));
    try {
      WindowTour tour =
          new WindowTour(Path.of(arguments[1]), arguments[2], folderOfSound(own), stdin);
      Files.createDirectories(tour.pictures);
      switch (arguments[0]) {
        case "pages" -> new PagesTour(tour).run();
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
          && find(window, JLabel.class, label -> label.getText().contains("latency")) != null
          && hasAllPages(find(window, JTabbedPane.class, pages -> true))) {
        return window;
      }
    }
    return null;
  }

  /// While they are made, keys wait.
  private static boolean hasAllPages(JTabbedPane pages) {
    return Stream.of(pages.getComponents())
        .allMatch(page -> !(page instanceof JPanel place) || place.getComponentCount() > 0);
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
    press(
        InputEvent.BUTTON1_DOWN_MASK,
        at.x + component.getWidth() / 2,
        at.y + component.getHeight() / 2);
  }

  /// Presses a button of the mouse at a place of the screen.
  void press(int button, int x, int y) throws Exception {
    robot.mouseMove(x, y);
    dispatched.button(
        () -> {
          robot.mousePress(button);
          robot.mouseRelease(button);
        });
  }

  void type(int key) throws Exception {
    type(key, 1);
  }

  void type(int key, int times) throws Exception {
    dispatched.keys(
        key,
        times,
        () -> {
          robot.keyPress(key);
          robot.keyRelease(key);
        });
  }

  /// Types a key while another is held.
  void typeWith(int held, int key) throws Exception {
    robot.keyPress(held);
    type(key);
    dispatched.keys(held, 1, () -> robot.keyRelease(held));
  }

  void focus(Component component) throws Exception {
    onEdt(component::requestFocusInWindow);
    Await.until(component::isFocusOwner, "the focus is where it was asked for");
  }

  /// Lets the window look a few times, by a clock like its own.
  void settle() throws Exception {
    CountDownLatch looks = new CountDownLatch(LOOKS);
    Timer clock = new Timer(LOOK_MS, e -> looks.countDown());
    clock.start();
    looks.await();
    clock.stop();
  }

  /// Gives the program a line on its stdin.
  void say(String... lines) throws IOException {
    for (String line : lines) {
      stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    stdin.flush();
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

  /// The end of the names of its pictures.
  String suffix() {
    return suffix;
  }

  static void report(String where, List<String> wrongs) {
    wrongs.forEach(wrong -> System.out.println(where + ": " + wrong));
  }

  void picture(String name) throws IOException {
    picture(name, suffix);
  }

  BufferedImage picture(String name, String suffix) throws IOException {
    Image whole =
        robot
            .createMultiResolutionScreenCapture(frame.getBounds())
            .getResolutionVariants()
            .getLast();
    BufferedImage image =
        new BufferedImage(whole.getWidth(null), whole.getHeight(null), BufferedImage.TYPE_INT_RGB);
    image.getGraphics().drawImage(whole, 0, 0, null);
    ImageIO.write(image, "png", pictures.resolve(name + "-" + suffix + ".png").toFile());
    return image;
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
