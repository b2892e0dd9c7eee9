package modpool.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.recall.StartSettings;
import modpool.session.OutputState;
import modpool.session.Outputs;
import modpool.ui.part.Gear;
import modpool.ui.part.Stage;
import modpool.ui.settings.StartChoice.Option;

/// The output: how it fares, and what the next start has.
final class SoundSection {
  private static final int[] BLOCKS = {16, 32, 64, 128, 256, 512, 1024};
  private static final int RATE = 48_000; // of a start without options

  private final JPanel whole = new JPanel();
  private final Section section = new Section("Sound");
  private final Meters meters;
  private final JTextArea playing = Section.words(" ", 2);
  private final JLabel latency = new JLabel(" ");
  private final JLabel block = new JLabel(" ");
  private final JLabel late = new JLabel(" ");
  private final JLabel priority = new JLabel(" ");
  private final StartChoice output;
  private final List<StartChoice> choices;
  private Boolean hasJack; // null until it was asked
  private boolean asking;

  SoundSection(Stage stage) {
    meters = stage.meters();
    section.row("Playing to", playing);
    section.row("Key to ear", latency);
    section.row("A block takes", block);
    section.row("Too late", late);
    section.row("Render thread", priority);
    Section start = new Section("Next start");
    start.wide(
        Section.words(
            "These act when the window is opened the next time. Options of the command line go"
                + " before them, and so does a rack.",
            2));
    output =
        new StartChoice(StartSettings.AUDIO, "Output", stage.hands(), outputs(false, List.of()));
    StartChoice size = new StartChoice(StartSettings.BLOCK, "Block", stage.hands(), blocks());
    StartChoice reading =
        new StartChoice(
            StartSettings.INTERPOLATION,
            "Interpolation",
            stage.hands(),
            options("cubic", "nearest", "linear", "cubic", "sinc"));
    StartChoice limiter =
        new StartChoice(
            StartSettings.LIMITER, "Limiter", stage.hands(), options("on", "on", "off"));
    start.row("Output", output.box());
    start.row("Block", size.box());
    start.row("Interpolation", reading.box());
    start.row("Limiter", limiter.box());
    whole.setLayout(new BoxLayout(whole, BoxLayout.PAGE_AXIS));
    whole.add(section);
    whole.add(start);
    choices = List.of(output, size, reading, limiter);
  }

  private static List<Option> options(String usual, String... values) {
    List<Option> options = new ArrayList<>();
    options.add(new Option(StartSettings.AS_USUAL, "As usual (" + usual + ")"));
    for (String value : values) {
      options.add(new Option(value, value));
    }
    return options;
  }

  private static List<Option> blocks() {
    List<Option> options = options("64 frames");
    for (int size : BLOCKS) {
      options.add(
          new Option(
              Integer.toString(size),
              String.format(Locale.ROOT, "%d frames, %.1f ms", size, size * 1000.0 / RATE)));
    }
    return options;
  }

  private static List<Option> outputs(boolean jack, List<String> devices) {
    List<Option> options = options("JACK or PipeWire, else Java Sound");
    if (jack) {
      options.add(new Option("jack", "JACK or PipeWire"));
    }
    for (String device : devices) {
      options.add(new Option(device, device.replace("javasound:", "")));
    }
    return options;
  }

  JComponent component() {
    return whole;
  }

  /// Asks the drivers what there is by now, somewhere else.
  void seen() {
    if (!asking) {
      asking = true;
      Thread.ofPlatform().daemon().name("modpool-outputs").start(this::ask);
    }
  }

  /// JACK only once: each time is a client more in the graph that plays.
  private void ask() {
    if (hasJack == null) {
      hasJack = Outputs.hasJack();
    }
    List<Option> found = outputs(hasJack, Outputs.devices(RATE));
    SwingUtilities.invokeLater(
        () -> {
          asking = false;
          output.offer(found);
        });
  }

  void look(Gear gear) {
    choices.forEach(choice -> choice.look(gear.start()));
    OutputState now = gear.output();
    if (now == null) {
      showPlaying("It is getting ready.");
      return;
    }
    showPlaying(now.description());
    int waits = now.eventDelayFrames();
    latency.setText(
        text(
            "%.1f ms: %.1f until its block, %.1f in the output",
            now.ms(waits + now.latencyFrames()), now.ms(waits), now.ms(now.latencyFrames())));
    block.setText(
        text(
            "%.2f of %.2f ms, at most %.2f",
            meters.get(Meter.BLOCK_NANOS) * 1e-6,
            now.ms(now.blockFrames()),
            meters.get(Meter.BLOCK_NANOS_PEAK) * 1e-6));
    late.setText(
        text(
            "%d since the start; %d more were close to it",
            meters.get(Meter.XRUNS), meters.get(Meter.TIGHT)));
    priority.setText(now.realTime().words());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void showPlaying(String text) {
    if (!text.equals(playing.getText())) {
      playing.setText(text); // which would lay it out anew, unlike a label's
    }
  }
}
