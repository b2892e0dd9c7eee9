package modpool.ui;

import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.function.BooleanSupplier;
import javax.swing.ButtonGroup;
import javax.swing.JFileChooser;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import modpool.ui.keys.KeyboardLayout;

/// The window's menus.
final class MainMenu {
  private final Window window;
  private final JMenuBar bar = new JMenuBar();
  private final int shortcut = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();

  MainMenu(Window window) {
    this.window = window;
  }

  /// When all pages are there.
  JMenuBar bar() {
    bar.add(file());
    bar.add(view());
    bar.add(keyboard());
    return bar;
  }

  private JMenu file() {
    JMenu menu = new JMenu("File");
    menu.setMnemonic(KeyEvent.VK_F);
    menu.add(item("Open song …", KeyEvent.VK_O, this::openSong));
    menu.add(
        item("Open bank …", KeyEvent.VK_B, () -> open("bank", JFileChooser.FILES_AND_DIRECTORIES)));
    menu.addSeparator();
    menu.add(item("Quit", KeyEvent.VK_Q, window::quit));
    return menu;
  }

  private JMenuItem item(String text, int key, Runnable action) {
    JMenuItem item = new JMenuItem(text);
    item.setMnemonic(key);
    item.setAccelerator(KeyStroke.getKeyStroke(key, shortcut));
    item.addActionListener(e -> action.run());
    return item;
  }

  /// Asks for a song's file.
  void openSong() {
    open("song", JFileChooser.FILES_ONLY);
  }

  private void open(String word, int mode) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("Open a " + word);
    chooser.setFileSelectionMode(mode);
    if (chooser.showOpenDialog(window.frame()) == JFileChooser.APPROVE_OPTION) {
      File file = chooser.getSelectedFile();
      window.stage().hands().line(word + " " + file.getAbsolutePath());
    }
  }

  private JMenu keyboard() {
    JMenu menu = new JMenu("Keyboard");
    menu.setMnemonic(KeyEvent.VK_K);
    ButtonGroup layouts = new ButtonGroup();
    choice(menu, layouts, "As is usual here", null);
    for (KeyboardLayout layout : KeyboardLayout.values()) {
      choice(menu, layouts, layout.name(), layout);
    }
    return menu;
  }

  private void choice(JMenu menu, ButtonGroup group, String text, KeyboardLayout layout) {
    JRadioButtonMenuItem item = new JRadioButtonMenuItem(text);
    followed(menu, item, () -> layout == window.layout());
    item.addActionListener(e -> window.setLayout(layout));
    group.add(item);
    menu.add(item);
  }

  /// The page of the settings chooses as well.
  private static void followed(JMenu menu, JRadioButtonMenuItem item, BooleanSupplier chosen) {
    item.setSelected(chosen.getAsBoolean());
    menu.addChangeListener(e -> item.setSelected(chosen.getAsBoolean()));
  }

  private JMenu view() {
    JMenu menu = new JMenu("View");
    menu.setMnemonic(KeyEvent.VK_V);
    for (int page = 0; page < window.pageCount(); page++) {
      int chosen = page;
      menu.add(item(window.pageTitle(page), KeyEvent.VK_1 + page, () -> window.choosePage(chosen)));
    }
    menu.addSeparator();
    ButtonGroup themes = new ButtonGroup();
    for (Theme theme : Theme.values()) {
      JRadioButtonMenuItem item = new JRadioButtonMenuItem(theme.title() + " theme");
      item.setMnemonic(theme.title().charAt(0));
      followed(menu, item, () -> theme == window.theme());
      item.addActionListener(e -> window.setTheme(theme));
      themes.add(item);
      menu.add(item);
    }
    return menu;
  }
}
