package modpool.ui.rack;

import java.awt.Graphics;
import java.awt.Insets;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;
import modpool.bridge.board.ChannelBoard;
import modpool.bridge.board.VoiceBoard;
import modpool.learn.Knob;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.ui.look.Columns;
import modpool.ui.look.LevelMeter;
import modpool.ui.look.Palette;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.LearnMenu;
import modpool.ui.part.LineToggle;
import modpool.ui.part.ProgramChoices;
import modpool.ui.part.ProgramMenu;
import modpool.ui.part.Sight;
import modpool.ui.part.Sight.Steal;
import modpool.ui.part.Stage;

/// A channel's row: what it plays, its voices, how loud it is, and where in the mix.
final class ChannelStrip extends JPanel {
  private static final int VOLUME = 7;
  private static final int PAN = 10;
  private static final long UNKNOWN = -1;

  private final Stage stage;
  private final int channel; // from 0
  private final JToggleButton number;
  private final ActivityLight activity = new ActivityLight();
  private final JButton program = new JButton(" ");
  private final VoiceLights lights;
  private final LevelMeter meter;
  private final Fader volume;
  private final Fader pan;
  private final LineToggle mute;
  private final LineToggle solo;
  private final JLabel news = new QuietLabel(" ");
  private final StealNews steals = new StealNews();
  private Sight sight;
  private long shownSetting = UNKNOWN;
  private ProgramTable shownPrograms;
  private int seenSteals; // as the board has them
  private int toldSteals;

  ChannelStrip(Stage stage, int channel, Columns columns) {
    super(columns);
    this.stage = stage;
    this.channel = channel;
    int shown = channel + 1;
    number = new JToggleButton(Integer.toString(shown));
    number.getAccessibleContext().setAccessibleName("Play channel " + shown);
    number.setMargin(new Insets(2, 2, 2, 2));
    number.setToolTipText("Play channel " + shown + " from the window's keys");
    number.addActionListener(e -> choose());
    program.setHorizontalAlignment(SwingConstants.LEADING);
    program.getAccessibleContext().setAccessibleName("Program of channel " + shown);
    program.addActionListener(e -> openMenu());
    lights = new VoiceLights(channel);
    meter = new LevelMeter("Level of channel " + shown);
    volume =
        new Fader(
            "Volume of channel " + shown,
            100,
            Integer::toString,
            value -> stage.hands().control(channel, VOLUME, value));
    pan =
        new Fader(
            "Pan of channel " + shown,
            64,
            Fader::pan,
            value -> stage.hands().control(channel, PAN, value));
    mute = new LineToggle("M", "Mute channel " + shown, stage.hands(), "mute ch" + shown);
    solo = new LineToggle("S", "Solo channel " + shown, stage.hands(), "solo ch" + shown);
    LearnMenu.on(volume.slider(), stage.hands(), Knob.VOLUME, shown);
    LearnMenu.on(pan.slider(), stage.hands(), Knob.PAN, shown);
    LearnMenu.on(mute, stage.hands(), Knob.MUTE, shown);
    LearnMenu.on(solo, stage.hands(), Knob.SOLO, shown);
    getAccessibleContext().setAccessibleName("Channel " + shown);
    for (var part : List.of(number, activity, program, lights, meter)) {
      add(part);
    }
    add(volume.slider());
    add(volume.value());
    add(pan.slider());
    add(pan.value());
    add(mute);
    add(solo);
    add(news);
    setBorder(BorderFactory.createEmptyBorder(Sizes.px(2), Sizes.px(8), Sizes.px(2), Sizes.px(8)));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            choose();
          }
        });
    stage.selection().listen(chosen -> showChosen());
    showChosen();
  }

  private void choose() {
    stage.selection().choose(channel);
    showChosen();
  }

  private void showChosen() {
    number.setSelected(isChosen());
    repaint();
  }

  private boolean isChosen() {
    return stage.selection().channel() == channel;
  }

  private void openMenu() {
    if (sight == null) {
      return;
    }
    choose();
    long setting = stage.board().channels().setting(channel);
    ProgramChoices choices = new ProgramChoices(sight.programs(), ChannelBoard.isKit(setting));
    new ProgramMenu(
            choices,
            ChannelBoard.bank(setting),
            ChannelBoard.program(setting),
            chosen -> stage.hands().line("program " + (channel + 1) + " " + chosen.address()))
        .open(program);
  }

  void refresh(Sight next, double seconds, long nanos) {
    sight = next;
    int slot = next.slotOf(channel);
    boolean current = next.generation() == stage.board().generation();
    Steal steal = next.steals().get(channel);
    if (current) {
      int cell = slot < 0 ? seenSteals : stage.board().steals(slot);
      boolean stolen = cell != seenSteals && VoiceBoard.stealReason(cell) != null;
      seenSteals = cell;
      if (steal.count() != toldSteals) {
        toldSteals = steal.count();
        steals.hear(steal.key(), VoiceBoard.stealReason(cell), nanos);
      }
      int voices = slot < 0 ? 0 : next.strips().get(slot).voices();
      lights.look(stage.board(), slot, voices, stolen);
      meter.move(slot < 0 ? 0 : stage.board().takePeak(slot), seconds, !next.isHeard(channel));
    }
    news.setText(steals.text(nanos));
    activity.look(stage.board().channels().heard(channel));
    follow(stage.board().channels().setting(channel));
    mute.follow(next.mutedChannels().contains(channel + 1));
    solo.follow(next.soloedChannels().contains(channel + 1));
  }

  private void follow(long setting) {
    volume.follow(ChannelBoard.volume(setting)); // at each look: a fader that is held follows later
    pan.follow(ChannelBoard.pan(setting));
    if (setting == shownSetting && sight.programs() == shownPrograms) {
      return;
    }
    shownSetting = setting;
    shownPrograms = sight.programs();
    int bank = ChannelBoard.bank(setting);
    int chosen = ChannelBoard.program(setting);
    Patch patch =
        ChannelBoard.isKit(setting)
            ? shownPrograms.kit(bank, chosen)
            : shownPrograms.program(bank, chosen);
    program.setText("%d:%03d  %s".formatted(bank, chosen, patch.name()));
    program.setToolTipText("Bank %d, program %d: %s".formatted(bank, chosen, patch.name()));
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    if (isChosen()) {
      g.setColor(Palette.chosen());
      g.fillRect(0, 0, getWidth(), getHeight());
    }
  }
}
