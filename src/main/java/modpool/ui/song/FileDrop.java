package modpool.ui.song;

import java.awt.Component;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import modpool.ui.part.Hands;

/// Takes files that are dropped: a song plays, a bank is chosen from, a module may be either or
/// both.
public final class FileDrop extends TransferHandler {
  private static final List<String> CHOICES = List.of("As song", "As bank", "Both");

  private final transient Hands hands;
  private final transient Runnable showSong;

  /// @param showSong turns to the song's page
  public FileDrop(Hands hands, Runnable showSong) {
    this.hands = hands;
    this.showSong = showSong;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    if (!canImport(support)) {
      return false;
    }
    try {
      List<?> files =
          (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      if (files.isEmpty() || !(files.getFirst() instanceof File file)) {
        return false;
      }
      // Later: a drag must not wait for an answer.
      SwingUtilities.invokeLater(() -> take(file, support.getComponent()));
      return true;
    } catch (UnsupportedFlavorException | IOException _) {
      return false;
    }
  }

  private void take(File file, Component over) {
    int choice =
        switch (DroppedFile.of(file.getName())) {
          case SONG -> 0;
          case BANK -> 1;
          case MODULE -> ask(file, over);
        };
    if (choice == 1 || choice == 2) {
      hands.line("bank " + file.getAbsolutePath());
    }
    if (choice == 0 || choice == 2) {
      hands.line("song " + file.getAbsolutePath());
      showSong.run();
    }
  }

  private static int ask(File file, Component over) {
    return JOptionPane.showOptionDialog(
        over,
        "Load " + file.getName() + " as a song to play, or its samples as the channels' bank?",
        "A module",
        JOptionPane.DEFAULT_OPTION,
        JOptionPane.QUESTION_MESSAGE,
        null,
        CHOICES.toArray(),
        CHOICES.getFirst());
  }
}
