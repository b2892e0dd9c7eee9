package modpool.ui;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.Timer;
import modpool.bridge.Snapshot;
import modpool.ui.editor.EditorView;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.keys.KeyDock;
import modpool.ui.keys.KeyboardLayout;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;
import modpool.ui.pool.PoolView;
import modpool.ui.rack.RackView;
import modpool.ui.scope.ScopeView;
import modpool.ui.settings.SettingsView;
import modpool.ui.song.FileDrop;
import modpool.ui.song.SongView;

/// The window: its pages, and a clock that lets the one that is seen look 30 times a second. The
/// first page is there at once; the others are made one by one when it has been painted and the
/// session plays, or when they are turned to.
final class Window {
  private static final int LOOK_MS = 33;
  private static final int SONG = 1; // its page

  private final Stage stage;
  private final Snapshot<Sight> sights;
  private final WindowMemory memory;
  private final JFrame frame = new JFrame("modpool");
  private final JTabbedPane tabs =
      new JTabbedPane() {
        @Override
        public void paint(Graphics g) {
          super.paint(g);
          painted.countDown();
        }
      };
  private final List<Page> pages = new ArrayList<>();
  private final KeyDock keys;
  private final StatusBar status = new StatusBar();
  private final FocusFollower follower = new FocusFollower();
  private final Timer clock = new Timer(LOOK_MS, e -> look());
  private EditorView editor; // null: not made yet
  private View seen;
  private final CountDownLatch painted;

  /// @param painted told when there is something to see
  Window(
      Stage stage,
      Snapshot<Sight> sights,
      WindowMemory memory,
      EditDesk desk,
      CountDownLatch painted) {
    this.painted = painted;
    this.stage = stage;
    this.sights = sights;
    this.memory = memory;
    MainMenu menu = new MainMenu(this);
    addPage("Rack", KeyEvent.VK_R, () -> new RackView(stage, this::rememberVolume));
    addPage("Song", KeyEvent.VK_S, () -> new SongView(stage, menu::openSong));
    addPage("Pool", KeyEvent.VK_P, () -> new PoolView(stage));
    addPage("Patch", KeyEvent.VK_A, () -> editor = new EditorView(stage, desk));
    addPage("Scope", KeyEvent.VK_C, () -> new ScopeView(stage));
    addPage("Settings", KeyEvent.VK_T, () -> new SettingsView(stage, LookChoices.of(this)));
    tabs.addChangeListener(e -> showPage());
    tabs.getAccessibleContext().setAccessibleName("Pages");
    frame.setJMenuBar(menu.bar());
    frame.getRootPane().setTransferHandler(new FileDrop(stage.hands(), () -> choosePage(SONG)));
    frame.add(tabs, BorderLayout.CENTER);
    keys = new KeyDock(stage, memory.settings().layoutHere());
    JPanel foot = new JPanel(new BorderLayout());
    foot.add(keys.component(), BorderLayout.CENTER);
    foot.add(status.component(), BorderLayout.SOUTH);
    frame.add(foot, BorderLayout.SOUTH);
    frame.setIconImages(Icon.images());
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            quit();
          }
        });
    follower.follow();
    onKey("F12", "panic");
    onKey("F5", "pause");
    clock.setCoalesce(true);
  }

  private void addPage(String title, int mnemonic, Supplier<View> view) {
    Page page = new Page(view);
    pages.add(page);
    tabs.addTab(title, page.place());
    tabs.setMnemonicAt(tabs.getTabCount() - 1, mnemonic);
  }

  private void onKey(String key, String line) {
    Keystrokes.inWindow(frame.getRootPane(), key, () -> stage.hands().line(line));
  }

  void open() {
    showPage();
    look();
    frame.pack();
    frame.setMinimumSize(Sizes.of(760, 420));
    frame.setLocationRelativeTo(null);
    frame.setVisible(true);
    seen.seen(true);
    clock.start();
  }

  /// Does all that showing its pages takes, and shows nothing.
  void rehearse() {
    showPage();
    frame.pack();
    BufferedImage unseen =
        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = unseen.createGraphics();
    for (int page = pages.size() - 1; page >= 0; page--) {
      choosePage(page);
      look();
      frame.validate();
      frame.getRootPane().paint(g);
    }
    g.dispose();
  }

  void close() {
    clock.stop();
    follower.stop();
    keys.close();
    frame.dispose();
  }

  /// Ends the session, which then closes the window; asks before, if a patch is unsaved.
  void quit() {
    Runnable end = () -> stage.hands().line("quit");
    if (editor == null) {
      end.run();
    } else {
      editor.leave(end);
    }
  }

  JFrame frame() {
    return frame;
  }

  Stage stage() {
    return stage;
  }

  private void rememberVolume(int value) {
    memory.change(memory.settings().withMasterVolume(value));
  }

  Theme theme() {
    return memory.settings().theme();
  }

  void setTheme(Theme theme) {
    // Not beneath the event that chooses: a list of choices that gets another look in the middle of
    // it throws.
    EventQueue.invokeLater(theme::apply);
    memory.change(memory.settings().with(theme));
  }

  /// What is printed on the computer's keys; null: as is usual here.
  KeyboardLayout layout() {
    return memory.settings().layout();
  }

  void setLayout(KeyboardLayout layout) {
    memory.change(memory.settings().with(layout));
    keys.setLayout(memory.settings().layoutHere());
  }

  int pageCount() {
    return tabs.getTabCount();
  }

  String pageTitle(int page) {
    return tabs.getTitleAt(page);
  }

  void choosePage(int page) {
    tabs.setSelectedIndex(page);
  }

  private void showPage() {
    if (seen != null) {
      seen.seen(false);
    }
    seen = pages.get(tabs.getSelectedIndex()).view();
    seen.seen(frame.isVisible());
  }

  private void look() {
    Sight sight = sights.latest();
    seen.refresh(sight);
    keys.refresh(sight);
    status.refresh(sight);
    boolean plays = !sight.output().isEmpty();
    if (plays && painted.getCount() == 0) {
      makeNextPage();
    }
  }

  /// One at a time, so that hands on the window never wait long.
  private void makeNextPage() {
    for (Page page : pages) {
      if (!page.isMade()) {
        page.view();
        return;
      }
    }
  }
}
