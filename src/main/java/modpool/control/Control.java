package modpool.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sound.midi.Receiver;
import modpool.bridge.ControllerSet;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.bridge.Imprint;
import modpool.bridge.Imprints;
import modpool.bridge.LiveClock;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.bridge.Snapshot;
import modpool.bridge.SourceNumbers;
import modpool.bridge.Tape;
import modpool.bridge.board.VoiceBoard;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.io.file.Content;
import modpool.midi.InputCurve;
import modpool.midi.MidiReceiver;
import modpool.midi.MidiSequence;
import modpool.midi.PortInput;
import modpool.midi.SysexReader;
import modpool.render.RackBuilder;
import modpool.render.Renderer;
import modpool.render.Strip;
import modpool.tracker.clock.SongClock;
import modpool.tracker.clock.SongPlace;
import modpool.tracker.clock.SongPosition;
import modpool.tuning.ScalaReader;
import modpool.tuning.Tuning;
import modpool.worklet.PoolStats;

/// Control's side of an open instrument: what may be asked of it from outside the render thread, by
/// the library, the commands and the window alike. It puts the parts together; work that touches
/// the pool's books, patches or songs is done on a thread of its own.
///
/// One thread renders; any thread may do the rest.
public final class Control implements AutoCloseable {
  /// Frames per second that can be rendered, at least and at most.
  public static final int MIN_RATE = 8_000;

  public static final int MAX_RATE = 192_000;

  /// Frames of the longest block.
  public static final int MAX_BLOCK = 8_192;

  private static final int QUEUE_EVENTS = 1 << 14;

  private final Setup setup;
  private final EventQueue queue = new EventQueue(QUEUE_EVENTS);
  private final Meters meters = new Meters();
  private final Notices notices = new Notices();
  private final VoiceBoard board = new VoiceBoard();
  private final Imprints imprints = new Imprints();
  private final Tape tape = new Tape();
  private final LiveClock clock;
  private final InputCurve curve;
  private final int port; // the source number of the output's own
  private final Snapshot<ControllerSet> taken = new Snapshot<>(ControllerSet.NONE);
  private final Snapshot<Renderer> renderers;
  private final LiveBlocks live;
  private final Imprinting imprinting;
  private final ControlThread thread = new ControlThread();
  private final SourceNumbers sources = new SourceNumbers();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Supplier<Control> twin;
  private final Desk desk;
  private final Banks banks;
  private final Songs songs;
  private final Audition audition;
  private RackBuilder racks; // control's
  private Content scaleRead; // control's; null: none
  private int sequences; // control's; how many have been played
  private Journal journal; // control's; null: nobody listens

  /// Opens an instrument.
  ///
  /// @param set what its channels choose from; it belongs to this instrument from now on
  public Control(Setup setup, BankSet set) {
    this.setup = setup;
    banks = new Banks(thread, () -> racks, set, this::note);
    twin = () -> new Control(setup, thread.call(banks::copy));
    clock = new LiveClock(setup.rate(), setup.blockFrames());
    curve = setup.curve();
    port = sources.take();
    desk = new Desk(thread, () -> racks, queue, sources.take(), this::note);
    racks = setup.racks(meters, banks.table());
    scaleRead = setup.scale();
    racks.publish(0);
    songs = new Songs(queue, thread, clock, () -> racks, banks, this::note, meters);
    audition = new Audition(thread, () -> racks, queue, this::note);
    renderers =
        new Snapshot<>(
            new Renderer(
                queue,
                racks.racks(),
                meters,
                notices,
                board,
                setup.mix(setup.rate()),
                new PortInput(port, curve, taken, notices, new SysexReader(setup.deviceId())),
                imprints,
                tape));
    live = new LiveBlocks(renderers, clock, this::configure);
    imprinting = new Imprinting(imprints, renderers, this::recalled);
    queue.offer(0, Event.of(Event.BANK_STYLE, 0, 0, 0, setup.bankSelect().ordinal()));
    choosePrograms();
  }

  /// The programs that were named at the start.
  private void choosePrograms() {
    setup
        .effectKeys()
        .forEach((channel, key) -> queue.offer(0, Event.of(Event.EFFECT_KEYS, 0, channel, 0, key)));
    setup
        .programs()
        .forEach(
            (channel, start) -> {
              int number = start.bank() << 7 | start.program();
              queue.offer(0, Event.of(Event.START_PROGRAM, 0, channel, 0, number));
              desk.program(channel + 1, start.bank(), start.program());
            });
  }

  /// Records all that is acted on from the first block on.
  ///
  /// @param listener hears of every change of the racks
  /// @return what the renderer acts on
  /// @throws IllegalStateException when a block has been rendered
  public Tape record(Journal listener) {
    if (meters.get(Meter.POSITION) > 0) {
      throw new IllegalStateException("a part of it has been played");
    }
    thread.run(() -> journal = listener);
    tape.begin();
    return tape;
  }

  /// An imprint is laid out: the next block sets it, and the programs that were named at the start
  /// go before it.
  private void recalled(Imprint imprint) {
    thread.run(
        () -> {
          if (journal != null) {
            journal.recalled(imprint);
          }
        });
    imprinting.lay(imprint);
    queue.offer(0, Event.of(Event.RECALL, 0, 0, 0, 0));
    choosePrograms();
  }

  private void note(Supplier<Change> change) {
    if (journal != null) {
      journal.note(racks.upcoming(), change.get());
    }
  }

  /// Lets the renderer act on an event as it was recorded.
  ///
  /// @return false when there is no room for more before the next block
  public boolean act(long frame, long event) {
    return queue.offer(frame, event);
  }

  /// Lets the renderer be silent, before anything else in the next block, as after a loss.
  public void silence() {
    queue.silence();
  }

  /// How it was opened.
  public Setup setup() {
    return setup;
  }

  /// A new source of MIDI messages. Closing it releases its keys and pedals, and no others.
  ///
  /// Time stamps are microseconds of rendered sound; while an output keeps time, of the device's
  /// own clock. Without one (-1) a message takes effect at the next block, but never before an
  /// earlier message of the same receiver.
  ///
  /// @throws IllegalStateException when 253 are open
  public Receiver receiver() {
    return new MidiReceiver(sources, queue, clock, curve, setup.deviceId());
  }

  /// Renders the next frames. They do not depend on how many are asked for at a time.
  ///
  /// @param left written from index 0; -1 to 1, or beyond when there is no limiter
  /// @param right likewise
  @RenderThread
  public void render(float[] left, float[] right, int frames) {
    renderers.latest().render(left, right, frames);
  }

  /// Renders a block as [#liveRenderer()] does.
  @RenderThread
  public void renderLive(float[] left, float[] right, int frames) {
    live.render(left, right, frames);
  }

  /// Likewise, with the MIDI that reached the output's own port in this block.
  @RenderThread
  public void renderLive(float[] left, float[] right, int frames, PortMidi midi) {
    live.render(left, right, frames, midi);
  }

  /// What an output that keeps time calls for its blocks, which live events are then placed by.
  public BlockRenderer liveRenderer() {
    return live;
  }

  /// Goes on at another rate, or with other blocks. At another rate programs, controllers and
  /// pedals stay as they are and a song goes on from its order, but what sounds is cut off, and a
  /// MIDI sequence that plays along ends.
  ///
  /// Rendering must have ended if the rate is another.
  ///
  /// @throws IllegalArgumentException at a rate that cannot be rendered
  public void configure(int rate, int blockFrames) {
    within("rate", rate, MIN_RATE, MAX_RATE);
    within("block", blockFrames, 1, MAX_BLOCK);
    thread.run(
        () -> {
          boolean another = rate != clock.rate();
          clock.configure(rate, blockFrames);
          if (another) {
            atRate(rate);
          }
        });
  }

  private void atRate(int rate) {
    note(() -> new Change.RateChanged(rate));
    RackBuilder before = racks;
    racks = before.successor(setup.engine(rate));
    before.dispose();
    racks.publish(0);
    renderers.publish(renderers.latest().successor(racks.racks(), setup.mix(rate)));
    int order = SongPosition.order(songs.position(SongClock.AS_WRITTEN));
    songs.moveTo(SongPlace.ofOrder(order));
  }

  /// The output that called [#renderLive] has stopped.
  public void stopClock() {
    clock.stop();
  }

  /// Output frames per second.
  public int rate() {
    return clock.rate();
  }

  /// Takes controllers of the output's own port away from the channels, from the next block on:
  /// they are told by [Notices#CONTROLLER] and play nothing.
  public void take(ControllerSet controllers) {
    taken.publish(controllers);
  }

  /// What has been taken so.
  public ControllerSet taken() {
    return taken.latest();
  }

  /// Silences everything at once and puts all controllers at rest.
  public void panic() {
    queue.offer(0, Event.of(Event.PANIC, 0, 0, 0, 0));
  }

  /// Moves all allocations of the pool together, while their notes sound, and drops worklets that
  /// this leaves empty.
  public void compact() {
    thread.run(
        () -> {
          racks.compact();
          racks.publish(0);
        });
  }

  /// What channels play, how loud, on how many voices.
  public Desk desk() {
    return desk;
  }

  /// All that channels are set to.
  public Imprinting imprinting() {
    return imprinting;
  }

  /// The banks that channels choose from.
  public Banks banks() {
    return banks;
  }

  /// The patch that is edited.
  public Audition audition() {
    return audition;
  }

  /// Lets the keys lie as a Scala scale has them, by the keyboard map that was named at the start;
  /// notes that sound keep their pitch.
  ///
  /// @param scale null for equal temperament
  /// @throws IOException when it cannot be read; nothing has changed then
  public void scale(Path scale) throws IOException {
    Content map = setup.keyMap();
    Tuning tuning = ScalaReader.read(scale, map == null ? null : map.path());
    Content read = scale == null ? null : Content.of(scale);
    thread.run(
        () -> {
          racks.setTuning(tuning);
          scaleRead = read;
          note(() -> new Change.ScaleRead(read));
          racks.publish(0);
        });
  }

  /// The scale that was read last, or null.
  public Content scale() {
    return thread.call(() -> scaleRead);
  }

  /// Loads every class that rendering needs, fills its tables and has the compiler look at it, by
  /// playing a twin of this instrument to nobody. To be called before an output starts, so that the
  /// first notes are in time.
  public void warmUp() {
    try (Control shadow = twin.get()) {
      new WarmUp(shadow).run();
    }
  }

  /// Lets a sequence play along from the next block on, in place of the last one.
  ///
  /// @param sequence null for none
  /// @return the number of this time that it is played, as [#sequenceRuns] and its notice have it
  public int play(MidiSequence sequence) {
    return thread.call(
        () -> {
          sequences++;
          racks.setSequence(sequence == null ? null : sequence.numbered(sequences));
          note(() -> new Change.SequenceSet(sequence));
          racks.publish(0);
          return sequences;
        });
  }

  /// Stops a sequence, or lets it go on; nothing if another has taken its place.
  ///
  /// @param number from [#play]
  public void sequenceRuns(int number, boolean runs) {
    int kind = runs ? Event.SEQUENCE_PLAY : Event.SEQUENCE_STOP;
    queue.offer(0, Event.of(kind, 0, 0, 0, number));
  }

  /// Plays the song or the sequence, and those that follow, faster or slower at the same pitch;
  /// while a MIDI clock drives a song, the clock's tempo counts.
  ///
  /// @param percent of the tempo that is written, 25-400
  public void tempo(int percent) {
    within("tempo", percent, SongClock.SLOWEST, SongClock.FASTEST);
    queue.offer(0, Event.of(Event.SONG_TEMPO, 0, 0, 0, percent));
  }

  /// The song, and the hands on it.
  public Songs songs() {
    return songs;
  }

  /// True when nothing sounds and nothing waits. To be asked by the thread that renders.
  public boolean isIdle() {
    return renderers.latest().isIdle();
  }

  /// The pool's books.
  public PoolStats poolStats() {
    return thread.call(() -> racks.poolStats());
  }

  /// What the render thread counts.
  public Meters meters() {
    return meters;
  }

  /// What the voices do, while it is watched.
  public VoiceBoard board() {
    return board;
  }

  /// The strips of the newest rack, in the order in which [#board()] numbers them.
  public List<Strip> strips() {
    return thread.call(() -> racks.racks().latest().strips());
  }

  /// What the render thread has to tell; one reader.
  public Notices notices() {
    return notices;
  }

  /// @throws IllegalArgumentException naming what is out of its range
  public static int within(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(what + " must be " + low + " to " + high + ": " + value);
    }
    return value;
  }

  /// Gives everything back. Rendering must have ended. Harmless when done twice.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      thread.run(() -> racks.dispose());
      thread.close();
    }
  }
}
