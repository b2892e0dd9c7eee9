package modpool.ui.editor;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import modpool.Modpool;
import modpool.Settings;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import modpool.ui.editor.desk.EditDesk;

/// A desk of its own, on which a patch can be edited without a window.
final class EditRig implements AutoCloseable {
  private final Modpool modpool;
  private EditDesk desk;

  /// @param rateHz of its waveform saw.wav, of 2000 frames
  /// @param presets their JSON: programs 0, 1, …; the first is the kit, too
  EditRig(Path folder, int rateHz, String... presets) throws Exception {
    BankFolder bank = new BankFolder(folder).wave("saw", rateHz, Waves.saw(2_000));
    for (String preset : presets) {
      bank.program(preset);
    }
    modpool = Modpool.open(new Settings().bank(bank.write()));
    onEdt(d -> desk = new EditDesk(modpool.control().audition(), modpool.control().banks()));
  }

  EditDesk desk() {
    return desk;
  }

  /// Makes parts for the desk and lets them listen, then opens program 0.
  void open(Consumer<EditDesk> parts) throws Exception {
    onEdt(
        d -> {
          parts.accept(d);
          openProgram(0);
        });
  }

  /// On the event thread.
  void openProgram(int number) {
    desk.open(
        modpool.control().banks().programs().program(0, number),
        new EditDesk.Place(0, number, false));
  }

  /// On the event thread.
  void openKit() {
    desk.open(modpool.control().banks().programs().kit(0, 0), new EditDesk.Place(0, 0, true));
  }

  void onEdt(Consumer<EditDesk> work) throws Exception {
    SwingUtilities.invokeAndWait(() -> work.accept(desk));
  }

  /// The part that people who hear the window know by this name, of its class; null for none.
  static <T extends Component> T find(Container in, Class<T> type, String name) {
    for (Component part : in.getComponents()) {
      if (type.isInstance(part) && name.equals(part.getAccessibleContext().getAccessibleName())) {
        return type.cast(part);
      }
      T found = part instanceof Container inner ? find(inner, type, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// Does what a key is bound to, as if the part had the focus.
  static void press(JComponent part, String action) {
    part.getActionMap()
        .get(action)
        .actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, action));
  }

  /// An event of the mouse.
  ///
  /// @param kind [MouseEvent#MOUSE_PRESSED] or the like
  static void mouse(Component on, int kind, Point at) {
    int button = kind == MouseEvent.MOUSE_DRAGGED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
    on.dispatchEvent(
        new MouseEvent(on, kind, 0, InputEvent.BUTTON1_DOWN_MASK, at.x, at.y, 1, false, button));
  }

  @Override
  public void close() {
    modpool.close();
  }
}
