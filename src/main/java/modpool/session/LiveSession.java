package modpool.session;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.control.Control;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;
import modpool.io.file.UnwritableFileException;
import modpool.session.front.Front;
import modpool.session.front.LineQueue;
import modpool.session.front.Messages;
import modpool.session.song.Json;
import modpool.session.song.SongDesk;

/// A running instrument or song: acts on lines and keys, says what the renderer has to tell, and
/// shows how things stand.
public final class LiveSession {
  /// Where the lines come from once the output plays.
  @FunctionalInterface
  public interface FrontOpener {
    /// @param lines takes them, from any thread
    Front open(SessionReport report, LineQueue lines);
  }

  private static final String END = "quit";
  private static final int TICK_MS = 40;
  private static final int TICKS_PER_LOOK_AROUND = 25;
  private static final int TICKS_PER_LOOK_AT_BANKS = 10;
  private static final int MAX_RING_SECONDS = 10; // after the end of a song
  private static final int PATIENCE_SECONDS = 60; // a recording's file may be long to finish
  private static final double QUIET_SECONDS = 0.1;

  private final Control control;
  private final AudioOutput output;
  private final SongDesk desk;
  private final Messages messages;
  private final SessionPorts ports;
  private final PrintWriter out;
  private final SessionReport report;
  private final LiveLines commands;
  private final LineQueue inputs = new LineQueue();
  private final UnknownPrograms unknown;
  private final CountDownLatch ended = new CountDownLatch(1);
  private Runnable atEnd = () -> {};
  private boolean endsWithSong;
  private long overSince;
  private long quietSince;
  private String trouble;

  /// @param ports open already; closed at the end
  /// @param out where answers go
  public LiveSession(
      Control control,
      AudioOutput output,
      SongDesk desk,
      SessionRack rack,
      Messages messages,
      SessionPorts ports,
      PrintWriter out) {
    this.control = control;
    this.output = output;
    this.desk = desk;
    this.messages = messages;
    this.ports = ports;
    this.out = out;
    report = new SessionReport(control, output, desk);
    unknown = new UnknownPrograms(control, messages::say);
    commands = new LiveLines(control, desk, rack, this::stats);
  }

  /// Lets the session end when its song is over and silent.
  public LiveSession endingWithSong() {
    endsWithSong = true;
    return this;
  }

  /// Has something done when the output has stopped, also when the program is told to end.
  public LiveSession endingWith(Runnable work) {
    atEnd = work;
    return this;
  }

  /// Takes lines of another form, too; they act on the session's thread.
  ///
  /// @param form the word that they begin with, and what may follow
  public LiveSession taking(String form, LiveLines.Action action) {
    commands.add(form, action);
    return this;
  }

  /// Plays until told to end.
  ///
  /// @param greeting said once the output plays, with its description in place of `%s`
  /// @param fronts opened then
  public void run(String greeting, FrontOpener fronts) throws OutputException, NoDeviceException {
    control.warmUp();
    try {
      output.start(ports.through(control.liveRenderer()), control.meters());
    } catch (UnwritableFileException e) {
      throw e;
    } catch (OutputException e) {
      throw new NoDeviceException(e);
    }
    messages.say(greeting.formatted(output.description()));
    try (EndHook _ = new EndHook(this::endFromSignal);
        Ending _ = this::finish;
        Front front = fronts.open(report, inputs)) {
      loop(front);
    }
  }

  /// What is left to do when nothing is shown any more.
  @FunctionalInterface
  private interface Ending extends AutoCloseable {
    @Override
    void close() throws OutputException;
  }

  private void finish() throws OutputException {
    try {
      output.stop();
    } finally {
      control.stopClock();
      atEnd.run();
      ports.close(); // before the program may end: other instruments play what is held until told
      ended.countDown();
    }
  }

  /// On Ctrl-C the main thread closes everything as `quit` would; the program ends only after that.
  private void endFromSignal() {
    inputs.accept(END);
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop(Front front) {
    long ticked = System.nanoTime();
    int tick = 0;
    while (true) {
      String line = nextLine();
      if (line != null && !act(line)) {
        return;
      }
      tellNotices(front);
      tellTrouble();
      desk.look();
      if (output.failure() != null) {
        throw new IllegalStateException(
            "the render thread ended: " + output.failure(), output.failure());
      }
      if (endsWithSong && hasEnded()) {
        return;
      }
      front.show();
      if (System.nanoTime() - ticked < TimeUnit.MILLISECONDS.toNanos(TICK_MS)) {
        continue; // many lines make no time pass
      }
      ticked = System.nanoTime();
      tick++;
      if (tick % TICKS_PER_LOOK_AT_BANKS == 0) {
        control.banks().look().forEach(messages::say);
      }
      if (tick % TICKS_PER_LOOK_AROUND == 0) {
        ports.lookAround();
      }
    }
  }

  private String nextLine() {
    try {
      return inputs.poll(TICK_MS);
    } catch (InterruptedException _) {
      return END;
    }
  }

  private boolean act(String line) {
    try {
      return commands.act(line);
    } catch (IOException | IllegalArgumentException e) {
      messages.say(e.getMessage());
      return true;
    }
  }

  /// The song is over and what it left has been heard.
  private boolean hasEnded() {
    long now = control.meters().get(Meter.POSITION);
    if (!desk.isOver()) {
      overSince = now;
    }
    boolean sounds =
        control.meters().get(Meter.VOICES) > 0 || control.meters().get(Meter.RINGING) > 0;
    if (!desk.isOver() || sounds) {
      quietSince = now;
    }
    long quiet = output.latencyFrames() + Math.round(QUIET_SECONDS * control.rate());
    return now - quietSince > quiet || now - overSince > (long) MAX_RING_SECONDS * control.rate();
  }

  private void tellNotices(Front front) {
    Notices notices = control.notices();
    for (long notice = notices.take(); notice != 0; notice = notices.take()) {
      front.hear(notice);
      int detail = Notices.detail(notice);
      switch (Notices.kind(notice)) {
        case Notices.UNKNOWN_PROGRAM -> unknown.hear(notice);
        case Notices.EVENTS_LOST ->
            messages.say(
                detail + " MIDI events were lost: too many at once; notes and pedals were reset");
        case Notices.END_OF_SONG -> desk.ended(detail);
        case Notices.SONG_PLACE -> desk.locate(detail);
        case Notices.SONG_RUNS -> desk.clocked(detail == 1);
        default -> {} // steals are counted in the statistics
      }
    }
  }

  private void tellTrouble() {
    for (String news = output.news(); news != null; news = output.news()) {
      messages.say(news);
    }
    String now = output.trouble();
    if (now != null && !now.equals(trouble)) {
      messages.say(now);
    } else if (now == null && trouble != null) {
      messages.say("playing again: " + output.description());
    }
    trouble = now;
  }

  private void stats() {
    out.println(Json.line(report.stats()));
    out.flush();
  }
}
