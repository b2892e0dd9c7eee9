package modpool.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.bridge.Snapshot;
import modpool.bridge.board.ChannelBoard;
import modpool.control.Control;
import modpool.patch.ProgramTable;
import modpool.session.OutputState;
import modpool.session.SessionReport;
import modpool.session.front.Front;
import modpool.session.front.Messages;
import modpool.session.song.SongDesk;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.part.Gear;
import modpool.ui.part.Hands;
import modpool.ui.part.Selection;
import modpool.ui.part.Sight;
import modpool.ui.part.Sight.Steal;
import modpool.ui.part.Sight.StripSight;
import modpool.ui.part.Stage;
import modpool.view.Scene;

/// The session's side of the window: shows it how things stand and takes its lines. The session's
/// thread; the window itself is the event thread's.
public final class WindowFront implements Front {
  private static final long CLOSE_MS = 2_000;
  private static final long PAINT_MS = 1_000;

  private final WindowStart start;
  private final WindowMemory memory;
  private final Control control;
  private final SongDesk desk;
  private final Messages messages;
  private final Function<OutputState, Gear> gear;
  private final Hands hands;
  private final Snapshot<Sight> sights;
  private final Steal[] steals = new Steal[ChannelBoard.CHANNELS];
  private final Consumer<String> otherwise; // where messages went before
  private SessionReport report;
  private Window window; // the event thread's
  private List<StripSight> strips = List.of();
  private ProgramTable programs;
  private long generation = -1;
  private String message = "";
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch painted = new CountDownLatch(1);

  WindowFront(
      WindowStart start,
      WindowMemory memory,
      Control control,
      SongDesk desk,
      Messages messages,
      Function<OutputState, Gear> gear,
      boolean seen) {
    this.gear = gear;
    this.start = start;
    this.memory = memory;
    this.control = control;
    this.desk = desk;
    this.messages = messages;
    Arrays.fill(steals, Steal.NONE);
    hands = new Hands(control.receiver());
    control.board().watch(true);
    otherwise = messages.redirect(this::hear);
    sights = new Snapshot<>(sight());
    Stage stage = new Stage(control.meters(), control.board(), hands, new Selection());
    EditDesk edits = new EditDesk(control.audition(), control.banks());
    start.whenReady(
        () -> {
          if (closed.get()) {
            return;
          }
          if (seen) {
            window = new Window(stage, sights, memory, edits, painted);
            window.open();
          } else {
            rehearse(stage, edits);
          }
        });
  }

  /// Ends the session whatever happens.
  private void rehearse(Stage stage, EditDesk edits) {
    try {
      window = new Window(stage, sights, memory, edits, painted);
      window.rehearse();
    } finally {
      hands.line("quit");
    }
  }

  /// Waits until there is something to see: for work that would keep the processors from it. Not
  /// for long where nothing is painted, as when the window is opened behind others.
  public void awaitPaint() {
    start.whenFailed(painted::countDown);
    try {
      var _ = painted.await(PAINT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Once there is a window, all channels are as loud as they were in the one before.
  public void restoreVolume() {
    start.whenReady(
        () -> {
          if (!memory.settings().isFullVolume()) {
            control.desk().masterVolume(memory.settings().masterVolume());
          }
        });
  }

  private void hear(String line) {
    message = line;
    otherwise.accept(line);
  }

  /// The session runs.
  ///
  /// @param lines takes what the window wants
  public Front connect(SessionReport ofSession, Consumer<String> lines) {
    report = ofSession;
    hands.connect(lines);
    return this;
  }

  @Override
  public void hear(long notice) {
    if (Notices.kind(notice) == Notices.STEAL) {
      int channel = Notices.channel(notice);
      steals[channel] = new Steal(steals[channel].count() + 1, Notices.detail(notice));
    }
  }

  @Override
  public void show() {
    if (start.hasFailed()) {
      control.board().watch(false); // for nobody
      return;
    }
    sights.publish(sight());
    memory.keep(messages::say);
  }

  private Sight sight() {
    long adopted = control.meters().get(Meter.ADOPTED);
    if (adopted != generation) {
      generation = adopted;
      strips = new ArrayList<>();
      control
          .strips()
          .forEach(
              strip -> strips.add(new StripSight(strip.id(), strip.channel(), strip.voices())));
      programs = control.banks().programs();
    }
    boolean runs = report != null;
    return new Sight(
        generation,
        strips,
        programs,
        desk.channels().muted(),
        desk.channels().soloed(),
        List.of(steals),
        runs ? report.pool() : control.poolStats(),
        runs ? report.load() : new Scene.Load(0, 0, 0, 0, 0, 0, 0, null),
        runs ? report.output() : "",
        control.rate(),
        runs && desk.isLoaded() ? report.scene("") : null,
        gear.apply(runs ? report.outputState() : null),
        message);
  }

  /// Closes the window. Harmless when done twice.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    messages.redirect(otherwise);
    CountDownLatch gone = new CountDownLatch(1);
    start.whenReady(
        () -> {
          if (window != null) {
            window.close();
          }
          gone.countDown();
        });
    try {
      var _ = start.hasFailed() || gone.await(CLOSE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    memory.keep(messages::say);
    control.board().watch(false);
    hands.close();
  }
}
