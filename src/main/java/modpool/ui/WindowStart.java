package modpool.ui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import modpool.control.Control;
import modpool.session.OutputState;
import modpool.session.front.Messages;
import modpool.session.song.SongDesk;
import modpool.ui.part.Gear;

/// A window on its way: finds the display and loads what a window needs, on a thread of its own,
/// while the instrument opens.
public final class WindowStart {
  private final WindowMemory memory;
  private final CompletableFuture<Void> ready;

  private WindowStart(WindowMemory memory, Consumer<String> say) {
    this.memory = memory;
    ready =
        CompletableFuture.runAsync(
            () -> prepare(memory.read(say)),
            work -> Thread.ofPlatform().daemon().name("modpool-window-start").start(work));
  }

  /// Begins.
  ///
  /// @param say takes a line when the settings' file is broken
  /// @throws NoDisplayException when it is plain that there is none
  public static WindowStart begin(Consumer<String> say) throws NoDisplayException {
    try {
      if (GraphicsEnvironment.isHeadless()) {
        throw new NoDisplayException("there is no display for a window", null);
      }
    } catch (LinkageError | AWTError e) {
      throw new NoDisplayException("no window can be opened here: " + e.getMessage(), e);
    }
    return new WindowStart(WindowMemory.ofUser(), say);
  }

  private static void prepare(WindowSettings settings) {
    GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
    settings.theme().apply();
    new JFrame().pack(); // the slowest of it: fonts, and the way to the display
  }

  /// Waits until it is known whether there is a display.
  ///
  /// @throws NoDisplayException when there is none that can be used
  public void await() throws NoDisplayException {
    try {
      ready.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoDisplayException("interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof HeadlessException
          || cause instanceof AWTError
          || cause instanceof LinkageError) {
        throw new NoDisplayException("no window can be opened here: " + oneLine(cause), cause);
      }
      throw new IllegalStateException(cause);
    }
  }

  private static String oneLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.strip();
  }

  /// Shows the window of an instrument as soon as it can be, though nothing plays yet. Waits for
  /// nothing; whether there is a display tells [#await()].
  ///
  /// @param gear tells of devices and what is remembered; asked by the session's thread
  public WindowFront open(
      Control control, SongDesk desk, Messages messages, Function<OutputState, Gear> gear) {
    return new WindowFront(this, memory, control, desk, messages, gear, true);
  }

  /// Does all that opening the window takes but shows nothing, and then ends the session.
  public WindowFront rehearse(
      Control control, SongDesk desk, Messages messages, Function<OutputState, Gear> gear) {
    return new WindowFront(this, memory, control, desk, messages, gear, false);
  }

  /// Whether it is known by now that no window can be made.
  boolean hasFailed() {
    return ready.isCompletedExceptionally();
  }

  /// Does something once it is known that no window can be made.
  void whenFailed(Runnable work) {
    var _ =
        ready.exceptionally(
            _ -> {
              work.run();
              return null;
            });
  }

  /// Does something on the event thread once a window can be made.
  void whenReady(Runnable work) {
    var _ = ready.thenRun(() -> SwingUtilities.invokeLater(work));
  }
}
