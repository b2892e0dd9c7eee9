package modpool.session.front;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import modpool.view.Scene;
import modpool.view.SongView;
import modpool.view.ViewLine;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/// The view on a terminal: takes all of it while it is open, and single keys.
public final class TerminalFront implements Front {
  private static final int KEY_WAIT_MS = 100;

  private final Messages messages;
  private final Function<String, Scene> scenes;
  private final Consumer<String> lines;
  private final Terminal terminal;
  private final Attributes before;
  private final Display display;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Consumer<String> otherwise; // where messages went before
  private Size size = new Size();
  private String message = "";

  /// @param messages shown in the view while it is open
  /// @param scenes what to show, with the last message
  /// @param lines takes what keys mean, on a thread of its own
  /// @throws IOException when there is no terminal, or one that can't do it
  public TerminalFront(Messages messages, Function<String, Scene> scenes, Consumer<String> lines)
      throws IOException {
    this.messages = messages;
    this.scenes = scenes;
    this.lines = lines;
    terminal = TerminalBuilder.builder().system(true).dumb(false).nativeSignals(false).build();
    if (terminal.getStringCapability(Capability.cursor_address) == null) {
      terminal.close();
      throw new IOException("the terminal " + terminal.getType() + " cannot place its cursor");
    }
    before = terminal.enterRawMode();
    withoutSuspending();
    display = new Display(terminal, true);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    otherwise = messages.redirect(line -> message = line);
    Thread.ofPlatform().daemon().name("modpool-keys").start(this::readKeys);
  }

  /// The terminal would be left half drawn, and the sound goes on without a listener: Ctrl-Z is a
  /// key like others here.
  private void withoutSuspending() {
    Attributes attributes = terminal.getAttributes();
    boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
    attributes.setControlChar(Attributes.ControlChar.VSUSP, isMac ? 0xFF : 0); // _POSIX_VDISABLE
    terminal.setAttributes(attributes);
  }

  private void readKeys() {
    Keys keys = new Keys();
    NonBlockingReader reader = terminal.reader();
    try {
      while (!closed.get()) {
        int character = reader.read(KEY_WAIT_MS);
        if (character == NonBlockingReader.EOF) {
          lines.accept("quit");
          return;
        }
        String line = character == NonBlockingReader.READ_EXPIRED ? null : keys.press(character);
        if (line != null) {
          lines.accept(line);
        }
      }
    } catch (IOException e) {
      if (!closed.get()) {
        lines.accept("quit");
      }
    }
  }

  @Override
  public void show() {
    Size now = terminal.getSize();
    if (!now.equals(size)) {
      size = now;
      display.resize(size.getRows(), size.getColumns());
      display.clear();
    }
    List<AttributedString> shown = new ArrayList<>();
    for (ViewLine line : SongView.lines(scenes.apply(message), size.getColumns(), size.getRows())) {
      shown.add(new AttributedString(line.text(), style(line.look())));
    }
    display.update(shown, 0);
  }

  private static AttributedStyle style(ViewLine.Look look) {
    return switch (look) {
      case PLAIN -> AttributedStyle.DEFAULT;
      case TITLE -> AttributedStyle.BOLD;
      case CURRENT -> AttributedStyle.INVERSE;
      case DIM -> AttributedStyle.DEFAULT.faint();
    };
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    messages.redirect(otherwise);
    terminal.puts(Capability.exit_ca_mode);
    terminal.puts(Capability.cursor_visible);
    terminal.flush();
    terminal.setAttributes(before);
    try {
      terminal.close();
    } catch (IOException _) {
      // It has been put back already.
    }
  }
}
