package modpool.ui.rack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import modpool.bridge.board.ChannelBoard;
import modpool.learn.Knob;
import modpool.patch.MacroRoute;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.ui.look.Columns;
import modpool.ui.look.Heading;
import modpool.ui.look.LineAbove;
import modpool.ui.look.QuietLabel;
import modpool.ui.part.LearnMenu;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;

/// The chosen channel's further knobs: what it sends to reverb and chorus, and its macros.
final class ChannelKnobs extends JPanel {
  private static final Knob[] KNOBS = {
    Knob.REVERB, Knob.CHORUS, Knob.MACRO1, Knob.MACRO2, Knob.MACRO3, Knob.MACRO4
  };
  private static final String[] WORDS = {
    "Reverb", "Chorus", "Macro 1", "Macro 2", "Macro 3", "Macro 4"
  };
  private static final int MACROS_FROM = 2;
  private static final int ALL_AS_WIDE = -1; // no column grows
  private static final int[] WIDTHS = {
    88, 54, 68, 28, 54, 68, 28, 60, 68, 28, 60, 68, 28, 60, 68, 28, 60, 68, 28
  };
  private static final long UNKNOWN = -1;

  private final Stage stage;
  private final Heading title = new Heading(4, "Channel 16");
  private final List<Fader> faders = new ArrayList<>();
  private int shownChannel = -1;
  private long shownSetting = UNKNOWN;
  private ProgramTable shownPrograms;

  ChannelKnobs(Stage stage) {
    super(new Columns(5, ALL_AS_WIDE, WIDTHS));
    this.stage = stage;
    setBorder(new LineAbove(4, 8));
    add(title);
    for (int knob = 0; knob < KNOBS.length; knob++) {
      int controller = KNOBS[knob].controller();
      Fader fader =
          new Fader(
              WORDS[knob],
              0,
              Integer::toString,
              value -> stage.hands().control(stage.selection().channel(), controller, value));
      LearnMenu.on(
          fader.slider(), stage.hands(), KNOBS[knob], () -> stage.selection().channel() + 1);
      faders.add(fader);
      add(new QuietLabel(WORDS[knob]));
      add(fader.slider());
      add(fader.value());
    }
  }

  void refresh(Sight sight) {
    ChannelBoard board = stage.board().channels();
    int channel = stage.selection().channel();
    long setting = board.setting(channel);
    boolean another = channel != shownChannel;
    if (another || setting != shownSetting || sight.programs() != shownPrograms) {
      shownChannel = channel;
      shownSetting = setting;
      shownPrograms = sight.programs();
      name(channel, patch(setting));
    }
    for (int knob = 0; knob < KNOBS.length; knob++) {
      int value =
          switch (KNOBS[knob]) {
            case REVERB -> board.reverb(channel);
            case CHORUS -> board.chorus(channel);
            default -> board.macro(channel, knob - MACROS_FROM);
          };
      if (another) {
        faders.get(knob).jump(value);
      } else {
        faders.get(knob).follow(value);
      }
    }
  }

  private Patch patch(long setting) {
    int bank = ChannelBoard.bank(setting);
    int program = ChannelBoard.program(setting);
    return ChannelBoard.isKit(setting)
        ? shownPrograms.kit(bank, program)
        : shownPrograms.program(bank, program);
  }

  private void name(int channel, Patch patch) {
    String of = " of channel " + (channel + 1);
    title.setText("Channel " + (channel + 1));
    for (int knob = 0; knob < KNOBS.length; knob++) {
      String name = WORDS[knob] + of;
      String moves = knob < MACROS_FROM ? "" : ": " + moved(patch, knob - MACROS_FROM);
      faders.get(knob).rename(name, name + moves);
    }
  }

  /// What a macro moves in a patch, in words.
  private static String moved(Patch patch, int macro) {
    Set<MacroRoute.Target> targets = EnumSet.noneOf(MacroRoute.Target.class);
    patch.zones().stream()
        .flatMap(zone -> zone.sound().macros().stream())
        .filter(route -> route.macro() == macro && route.amount() != 0)
        .forEach(route -> targets.add(route.to()));
    return targets.isEmpty()
        ? "moves nothing in this program"
        : targets.stream().map(ChannelKnobs::word).collect(Collectors.joining(", "));
  }

  private static String word(MacroRoute.Target target) {
    return switch (target) {
      case PITCH_CENTS -> "pitch";
      case CUTOFF_CENTS -> "cut-off";
      case GAIN_DB -> "level";
      case VIBRATO_CENTS -> "vibrato";
    };
  }
}
