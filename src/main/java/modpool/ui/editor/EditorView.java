package modpool.ui.editor;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.GridLayout;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingConstants;
import modpool.bridge.board.ChannelBoard;
import modpool.patch.ProgramTable;
import modpool.patch.Sound;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.SoundGroup;
import modpool.ui.look.Following;
import modpool.ui.look.Heading;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.ProgramChoices;
import modpool.ui.part.ProgramMenu;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;

/// The page of the patch editor. While it is seen, the chosen channel's keys play what is edited.
public final class EditorView implements View {
  private static final String EMPTY = "empty";
  private static final String EDITING = "editing";

  private final Stage stage;
  private final EditDesk desk;
  private final CardLayout cards = new CardLayout();
  private final JPanel page = new JPanel(cards);
  private final SaveQuestions questions;
  private final JButton ofChannel = new JButton("Edit the program of channel 16");
  private final WavePane wave;
  private final JScrollBar scroll = new JScrollBar(SwingConstants.HORIZONTAL);
  private final Remark facts = new Remark();
  private final EnvelopePane envelope;
  private final LoopControls loop;
  private final TuningControls tuning;
  private final List<SoundGroup> groups;
  private final ZoneControls zones;
  private final ZoneMap map;
  private final EditBar bar;
  private Sight sight;
  private boolean seen;
  private final Following following = new Following();

  public EditorView(Stage stage, EditDesk desk) {
    this.stage = stage;
    this.desk = desk;
    questions = new SaveQuestions(desk, page);
    wave = new WavePane(desk);
    envelope = new EnvelopePane(desk, "Envelope", "", Sound::amplitude, Sound::withAmplitude);
    loop = new LoopControls(desk);
    tuning = new TuningControls(desk);
    groups =
        List.of(
            SoundControls.playing(desk),
            SoundControls.oscillator(desk, true),
            SoundControls.oscillator(desk, false),
            SoundControls.secondEnvelope(desk),
            SoundControls.filter(desk),
            SoundControls.macro(desk, 0),
            SoundControls.macro(desk, 1),
            SoundControls.macro(desk, 2),
            SoundControls.macro(desk, 3));
    zones = new ZoneControls(desk);
    map = new ZoneMap(desk);
    JButton choose = new JButton("Program …");
    choose.setToolTipText("Edit another program");
    bar =
        new EditBar(
            desk,
            choose,
            Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx(),
            new EditBar.Actions() {
              @Override
              public void choose() {
                chooseProgram(choose);
              }

              @Override
              public void save() {
                questions.save(sight.programs(), saved -> {});
              }

              @Override
              public void saveAs() {
                questions.saveAs(sight.programs(), saved -> {});
              }
            });
    page.add(empty(), EMPTY);
    JScrollPane scrolled = new JScrollPane(editing()); // for windows smaller than all there is
    scrolled.setBorder(BorderFactory.createEmptyBorder());
    scrolled.getVerticalScrollBar().setUnitIncrement(Sizes.px(16));
    scrolled.getHorizontalScrollBar().setUnitIncrement(Sizes.px(16));
    page.add(scrolled, EDITING);
    wave.onScale(this::followScale);
    scroll.getAccessibleContext().setAccessibleName("Part of the waveform that is seen");
    scroll.addAdjustmentListener(
        e -> {
          if (!following.isOn()) {
            wave.show(wave.scale().at(scroll.getValue()));
          }
        });
    desk.listen(this::look);
    stage.selection().listen(channel -> turnKeys());
  }

  private JComponent empty() {
    JPanel words = new JPanel();
    words.setLayout(new BoxLayout(words, BoxLayout.PAGE_AXIS));
    words.add(Box.createVerticalGlue());
    Heading title = new Heading(2, "Nothing is being edited");
    put(words, title);
    put(words, new QuietLabel("Choose a program; what you change is heard on the keys below"));
    put(words, new QuietLabel("and lies in no file until you save it into your own bank."));
    ofChannel.addActionListener(e -> openChannels());
    put(words, ofChannel);
    JButton any = new JButton("Choose any program …");
    any.addActionListener(e -> chooseProgram(any));
    put(words, any);
    words.add(Box.createVerticalGlue());
    return words;
  }

  private static void put(JPanel words, JComponent part) {
    part.setAlignmentX(Component.CENTER_ALIGNMENT);
    words.add(part);
    words.add(Box.createVerticalStrut(Sizes.px(8)));
  }

  private JComponent editing() {
    JPanel around = new JPanel(new BorderLayout(0, Sizes.px(2)));
    around.add(tools(), BorderLayout.NORTH);
    around.add(wave, BorderLayout.CENTER);
    around.add(scroll, BorderLayout.SOUTH);
    JPanel all = new JPanel(new BorderLayout(0, Sizes.px(8)));
    all.setBorder(
        BorderFactory.createEmptyBorder(Sizes.px(8), Sizes.px(10), Sizes.px(8), Sizes.px(10)));
    all.add(bar.component(), BorderLayout.NORTH);
    all.add(around, BorderLayout.CENTER);
    all.add(below(), BorderLayout.SOUTH);
    return all;
  }

  /// The zones, and the parts of the chosen one's sound on pages.
  private JComponent below() {
    JPanel shape = new JPanel(new BorderLayout(0, Sizes.px(2)));
    Heading title = new Heading(4, "Envelope");
    shape.add(title, BorderLayout.NORTH);
    shape.add(envelope, BorderLayout.CENTER);
    JTabbedPane parts = new JTabbedPane();
    parts.getAccessibleContext().setAccessibleName("Parts of the sound");
    addPart(parts, "Sample", List.of(shape, loop.group(), tuning.group(), group(0)));
    addPart(parts, "Motion and filter", List.of(group(1), group(2), group(3), group(4)));
    addPart(parts, "Macros", List.of(group(5), group(6), group(7), group(8)));
    addPart(parts, "Zones", zones.groups());
    JPanel trailing = new JPanel(new BorderLayout());
    trailing.setOpaque(false);
    trailing.add(new AllZonesBox(desk), BorderLayout.EAST);
    parts.putClientProperty("JTabbedPane.trailingComponent", trailing);
    JPanel below = new JPanel(new BorderLayout(0, Sizes.px(4)));
    below.add(map, BorderLayout.NORTH);
    below.add(parts, BorderLayout.CENTER);
    return below;
  }

  private JComponent group(int number) {
    return groups.get(number).group();
  }

  private static void addPart(JTabbedPane parts, String title, List<? extends JComponent> columns) {
    JPanel page = new JPanel(new GridLayout(1, columns.size(), Sizes.px(14), 0));
    page.setBorder(BorderFactory.createEmptyBorder(Sizes.px(6), 0, 0, 0));
    columns.forEach(page::add);
    parts.addTab(title, page);
    int number = parts.getTabCount();
    parts.setMnemonicAt(number - 1, KeyEvent.VK_0 + number);
    parts.setToolTipTextAt(number - 1, "Alt+" + number);
  }

  private JComponent tools() {
    JPanel row = new JPanel();
    row.setLayout(new BoxLayout(row, BoxLayout.LINE_AXIS));
    tool(row, "−", "See more of the waveform", () -> wave.zoom(0.5));
    tool(row, "+", "See it closer", () -> wave.zoom(2));
    tool(row, "All", "See all of the waveform", wave::showAll);
    tool(row, "Loop", "See the loop", wave::showLoop);
    JPanel tools = new JPanel(new BorderLayout());
    tools.add(facts, BorderLayout.CENTER);
    tools.add(row, BorderLayout.EAST);
    return tools;
  }

  private static void tool(JPanel row, String text, String name, Runnable action) {
    JButton button = new JButton(text);
    button.setToolTipText(name);
    button.getAccessibleContext().setAccessibleName(name);
    button.addActionListener(e -> action.run());
    row.add(Box.createHorizontalStrut(Sizes.px(4)));
    row.add(button);
  }

  private void followScale() {
    WaveScale scale = wave.scale();
    int seenFrames = (int) Math.min(scale.length(), Math.ceil(scale.seen()));
    following.run(() -> scroll.setValues((int) scale.first(), seenFrames, 0, scale.length()));
    scroll.setUnitIncrement(Math.max(1, seenFrames / 20));
    scroll.setBlockIncrement(Math.max(1, seenFrames));
  }

  private long setting() {
    return stage.board().channels().setting(stage.selection().channel());
  }

  private void openChannels() {
    open(
        new EditDesk.Place(
            ChannelBoard.bank(setting()),
            ChannelBoard.program(setting()),
            ChannelBoard.isKit(setting())));
  }

  private void chooseProgram(Component under) {
    if (sight == null) {
      return;
    }
    boolean kits = ChannelBoard.isKit(setting());
    EditDesk.Place now =
        desk.isOpen()
            ? desk.place()
            : new EditDesk.Place(
                ChannelBoard.bank(setting()), ChannelBoard.program(setting()), kits);
    new ProgramMenu(
            new ProgramChoices(sight.programs(), kits),
            now.bank(),
            now.number(),
            chosen -> open(new EditDesk.Place(chosen.bank(), chosen.number(), kits)))
        .open(under);
  }

  private void open(EditDesk.Place place) {
    if (sight == null) {
      return;
    }
    ProgramTable programs = sight.programs();
    leave(
        () -> {
          var patch =
              place.kit()
                  ? programs.kit(place.bank(), place.number())
                  : programs.program(place.bank(), place.number());
          if (!patch.zones().isEmpty()) {
            desk.open(patch, place);
            wave.showAll();
            turnKeys();
          }
        });
  }

  /// Does something that may lose what is edited: asks before, if it is unsaved.
  public void leave(Runnable then) {
    questions.leave(sight == null ? null : sight.programs(), then);
  }

  @Override
  public JComponent component() {
    return page;
  }

  @Override
  public void seen(boolean visible) {
    seen = visible;
    turnKeys();
  }

  private void turnKeys() {
    boolean plays = seen && desk.isOpen();
    stage.selection().edit(plays);
    if (plays) {
      desk.takeKeys(stage.selection().channel());
    } else {
      desk.giveKeysBack();
    }
  }

  private void look() {
    cards.show(page, desk.isOpen() ? EDITING : EMPTY);
    if (!desk.isOpen()) {
      return;
    }
    bar.look();
    wave.look();
    envelope.look();
    loop.look();
    tuning.look();
    groups.forEach(SoundGroup::look);
    zones.look();
    map.look();
    var shown = desk.zone().sample().wave();
    facts.setText(
        "%s   %,d frames at %,d Hz%s   Tab to a marker, arrow keys move it, with Shift farther"
            .formatted(
                shown.name(), shown.length(), shown.rateHz(), shown.isStereo() ? ", stereo" : ""));
  }

  @Override
  public void refresh(Sight next) {
    sight = next;
    ofChannel.setText("Edit the program of channel " + (stage.selection().channel() + 1));
  }
}
