package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.formdev.flatlaf.FlatLaf;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import modpool.testing.Await;

/// Turns to every page in both looks, and to all parts of the editor. Without a song first, then
/// with one that plays; the other look is chosen in the settings, with all pages made.
final class PagesTour {
  private final WindowTour tour;
  private final JTabbedPane tabs;

  PagesTour(WindowTour tour) {
    this.tour = tour;
    tabs = WindowTour.find(tour.frame, JTabbedPane.class, t -> true);
  }

  /// @return the end of the names of the pictures that show the window so
  static String suffix(Theme theme, String rest) {
    return theme.name().toLowerCase(Locale.ROOT) + "-" + rest;
  }

  void run() throws Exception {
    Theme first = FlatLaf.isLafDark() ? Theme.DARK : Theme.LIGHT;
    Theme second = first == Theme.DARK ? Theme.LIGHT : Theme.DARK;
    everyPage(first);
    tour.say("song presets/songs/demo.mod", "play");
    choosePage("Song");
    Await.until(
        () ->
            WindowTour.find(tour.frame, JLabel.class, l -> l.getText().equals("Night Ferry"))
                != null,
        "the song is loaded");
    choose(second);
    everyPage(second);
    choosePage("Patch");
    tour.click(tour.button("Edit the program of channel 1"));
    everyPart(second);
    choose(first);
    choosePage("Patch");
    everyPart(first);
    choose(second); // the test reads what is remembered
    tour.close();
  }

  /// As hands do: by the arrow keys on the list of looks.
  private void choose(Theme theme) throws Exception {
    choosePage("Settings");
    JComboBox<?> looks =
        WindowTour.find(
            tour.frame,
            JComboBox.class,
            box -> "Theme".equals(box.getAccessibleContext().getAccessibleName()));
    assertEquals(1 - theme.ordinal(), looks.getSelectedIndex());
    tour.focus(looks);
    tour.type(theme == Theme.DARK ? KeyEvent.VK_DOWN : KeyEvent.VK_UP);
    Await.until(() -> FlatLaf.isLafDark() == (theme == Theme.DARK), "it looks " + theme);
    assertEquals(theme.ordinal(), looks.getSelectedIndex());
  }

  private void choosePage(String title) throws Exception {
    WindowTour.onEdt(
        () -> {
          tabs.setSelectedIndex(tabs.indexOfTab(title));
          return null;
        });
  }

  private void everyPage(Theme theme) throws Exception {
    for (int page = 0; page < tabs.getTabCount(); page++) {
      String title = tabs.getTitleAt(page);
      choosePage(title);
      tour.settle();
      look(title, theme, title.toLowerCase(Locale.ROOT));
    }
  }

  private void everyPart(Theme theme) throws Exception {
    for (int part = 3; part >= 0; part--) {
      choosePart(part);
      look("Patch, part " + part, theme, "editor-" + part);
    }
    String end = "-" + suffix(theme, tour.suffix()) + ".png";
    Files.copy(
        tour.pictures().resolve("editor-0" + end),
        tour.pictures().resolve("editor" + end),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Turns to one of the pages below the waveform in the editor.
  private void choosePart(int part) throws Exception {
    JTabbedPane parts = (JTabbedPane) tour.named("Parts of the sound");
    WindowTour.onEdt(
        () -> {
          parts.setSelectedIndex(part);
          return null;
        });
    tour.settle();
  }

  private void look(String where, Theme theme, String name) throws Exception {
    WindowTour.report(where + " in " + theme, WindowTour.onEdt(() -> LayoutCheck.of(tour.frame)));
    BufferedImage image = tour.picture(name, suffix(theme, tour.suffix()));
    double light = lightness(image);
    assertTrue(
        theme == Theme.DARK ? light < 0.4 : light > 0.6, where + " in " + theme + ": " + light);
  }

  /// The mean of one pixel in many, from 0 to 1.
  private static double lightness(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    long sum = 0;
    int looked = 0;
    for (int at = 0; at < pixels.length; at += 97) {
      sum += pixels[at] >> 8 & 0xFF; // green stands for all
      looked++;
    }
    return sum / 255.0 / looked;
  }
}
