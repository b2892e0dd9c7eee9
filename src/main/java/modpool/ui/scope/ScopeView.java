package modpool.ui.scope;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import modpool.bridge.board.ScopeRing;
import modpool.bridge.board.VoiceBoard;
import modpool.ui.look.Heading;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;

/// The page of waves and spectra: the output above, the chosen channel below.
public final class ScopeView implements View {
  private final VoiceBoard board;
  private final Stage stage;
  private final JPanel page = new JPanel(new GridLayout(2, 1, 0, Sizes.px(8)));
  private final Tap master;
  private final Tap channel;

  /// One thing that is looked at.
  private static final class Tap {
    final ScopeRing ring;
    final float[] wave = new float[Spectrum.FRAMES];
    final Heading title = new Heading(4, " ");
    final WavePane scope;
    final SpectrumPane spectrum;
    final JPanel panel = new JPanel(new BorderLayout(0, Sizes.px(4)));

    Tap(ScopeRing ring, String name) {
      this.ring = ring;
      scope = new WavePane("Wave of " + name, wave);
      spectrum = new SpectrumPane("Spectrum of " + name);
      JPanel panes = new JPanel(new GridLayout(1, 2, Sizes.px(8), 0));
      panes.add(scope);
      panes.add(spectrum);
      panel.add(title, BorderLayout.NORTH);
      panel.add(panes, BorderLayout.CENTER);
    }

    /// Of what was read last.
    boolean isSilent() {
      for (float value : wave) {
        if (value != 0) {
          return false;
        }
      }
      return true;
    }

    void look(String text, double rate) {
      title.setText(text);
      ring.read(wave);
      scope.look();
      spectrum.look(wave, rate);
    }
  }

  public ScopeView(Stage stage) {
    this.stage = stage;
    board = stage.board();
    master = new Tap(board.masterScope(), "the output");
    channel = new Tap(board.channelScope(), "the chosen channel");
    page.setBorder(
        BorderFactory.createEmptyBorder(Sizes.px(8), Sizes.px(10), Sizes.px(10), Sizes.px(10)));
    page.add(master.panel);
    page.add(channel.panel);
    board.scopeAt(stage.selection().channel());
    stage.selection().listen(board::scopeAt);
  }

  @Override
  public JComponent component() {
    return page;
  }

  @Override
  public void seen(boolean visible) {
    board.masterScope().watch(visible);
    board.channelScope().watch(visible);
  }

  @Override
  public void refresh(Sight sight) {
    master.look("Master", sight.rate());
    int chosen = stage.selection().channel() + 1;
    String silent = channel.isSilent() ? ": silent, play a key" : ", before its effects";
    channel.look("Channel " + chosen + silent, sight.rate());
  }
}
