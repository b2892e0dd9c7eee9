package modpool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sound.midi.Receiver;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.bridge.LiveClock;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.bridge.Snapshot;
import modpool.bridge.SourceNumbers;
import modpool.bank.BankFiles;
import modpool.instrument.InstrumentFactory;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import modpool.midi.InputCurve;
import modpool.midi.MidiReceiver;
import modpool.midi.MidiSequence;
import modpool.midi.PortInput;
import modpool.midi.channel.Channels;
import modpool.module.Module;
import modpool.patch.Bank;
import modpool.patch.ProgramTable;
import modpool.render.RackBuilder;
import modpool.render.Renderer;
import modpool.tracker.SongPlace;
import modpool.tracker.SongPosition;
import modpool.tracker.SongTiming;
import modpool.worklet.PoolStats;
import modpool.worklet.WorkletPool;

/// An open instrument of 16 MIDI channels, each with voices of its own. It needs no device: send
/// messages to a [#receiver()], and call [#render] for as much sound as is wanted. Several can be
/// open at once.
///
/// One thread renders; any thread may do the rest.
public final class Modpool implements AutoCloseable {
  private static final int QUEUE_EVENTS = 1 << 14;
  private static final int MOST_TRACKS = 32;

  private final RatedSettings rated;
  private final EventQueue queue = new EventQueue(QUEUE_EVENTS);
  private final Meters meters = new Meters();
  private final Notices notices = new Notices();
  private final LiveClock clock;
  private final InputCurve curve;
  private final Snapshot<Renderer> renderers;
  private final ExecutorService control;
  private final SourceNumbers sources = new SourceNumbers();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Supplier<Modpool> twin;
  // control's
  private final Songs songs = new Songs(queue);
  private RackBuilder racks;

  private Modpool(Settings settings, ProgramTable programs) {
    rated = RatedSettings.of(settings);
    twin = () -> new Modpool(settings, programs);
    clock = new LiveClock(settings.rate, settings.blockFrames);
    curve = new InputCurve(settings.transpose, settings.velocityCurve);
    control =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("modpool-control").factory());
    racks =
        new RackBuilder(
            rated.engine(settings.rate),
            InstrumentFactory.Kind.valueOf(settings.instruments().name()),
            meters,
            programs,
            settings.tuneCents);
    for (int channel = 0; channel < Channels.COUNT; channel++) {
      if ((settings.channels & 1 << channel) != 0) {
        int voices = settings.voices.getOrDefault(channel, WorkletPool.DEFAULT_VOICES);
        racks.openChannel(channel, voices);
        racks.setMuted(channel, (settings.mutedChannels & 1 << channel) != 0);
      }
    }
    racks.publish(0);
    renderers =
        new Snapshot<>(
            new Renderer(
                queue,
                racks.racks(),
                meters,
                notices,
                rated.mix(settings.rate),
                new PortInput(sources.take(), curve)));
    settings.programs.forEach(
        (channel, start) -> program(channel + 1, start.bank(), start.program()));
  }

  /// Opens an instrument with the factory bank, or the banks that the settings name.
  ///
  /// @throws IOException when a bank cannot be read; the message says which, why and what to do
  public static Modpool open(Settings settings) throws IOException {
    return new Modpool(settings, programs(settings.banks));
  }

  private static ProgramTable programs(List<Path> paths) throws IOException {
    Bank factory = BankFiles.factory();
    List<Bank> banks = new ArrayList<>();
    for (Path path : paths) {
      banks.add(BankFiles.read(path));
    }
    return new ProgramTable(banks.isEmpty() ? List.of(factory) : banks, factory);
  }

  /// A new source of MIDI messages. Closing it releases its keys and pedals, and no others.
  ///
  /// Time stamps are microseconds of rendered sound; while an output keeps time, of the device's
  /// own clock. Without one (-1) a message takes effect at the next block, but never before an
  /// earlier message of the same receiver.
  ///
  /// @throws IllegalStateException when 254 are open
  public Receiver receiver() {
    return new MidiReceiver(sources, queue, clock, curve);
  }

  /// Renders the next frames. They do not depend on how many are asked for at a time.
  ///
  /// @param left written from index 0; -1 to 1, or beyond when there is no limiter
  /// @param right likewise
  @RenderThread
  @SuppressWarnings("exports")
  public void render(float[] left, float[] right, int frames) {
    renderers.latest().render(left, right, frames);
  }

  /// Renders a block for an output that keeps time, which live events are then placed by.
  @RenderThread
  @SuppressWarnings("exports")
  public void renderLive(float[] left, float[] right, int frames) {
    Renderer renderer = renderers.latest();
    clock.mark(renderer.position(), System.nanoTime());
    renderer.render(left, right, frames);
  }

  /// Likewise, with the MIDI that reached the output's own port in this block. It acts at its
  /// frames, without regard to any clock.
  @RenderThread
  @SuppressWarnings("exports") // for the program's own outputs
  public void renderLive(float[] left, float[] right, int frames, PortMidi midi) {
    Renderer renderer = renderers.latest();
    clock.mark(renderer.position(), System.nanoTime());
    renderer.render(left, right, frames, midi);
  }

  /// What an output calls for its blocks.
  @SuppressWarnings("exports") // for the program's own outputs
  public BlockRenderer liveRenderer() {
    return new BlockRenderer() {
      @Override
      @RenderThread
      public void render(float[] left, float[] right, int frames) {
        renderLive(left, right, frames);
      }

      @Override
      @RenderThread
      public void render(float[] left, float[] right, int frames, PortMidi midi) {
        renderLive(left, right, frames, midi);
      }

      @Override
      public void configure(int rate, int blockFrames) {
        Modpool.this.configure(rate, blockFrames);
      }
    };
  }

  /// Goes on at another rate, or with other blocks. At another rate programs, controllers and
  /// pedals stay as they are and a song goes on from its order, but what sounds is cut off, and a
  /// MIDI sequence that plays along ends.
  ///
  /// Rendering must have ended if the rate is another.
  ///
  /// @throws IllegalArgumentException at a rate that cannot be rendered
  public void configure(int rate, int blockFrames) {
    new Settings().rate(rate).blockFrames(blockFrames);
    onControl(
        () -> {
          boolean another = rate != clock.rate();
          clock.configure(rate, blockFrames);
          if (another) {
            atRate(rate);
          }
          return null;
        });
  }

  private void atRate(int rate) {
    RackBuilder before = racks;
    racks = before.successor(rated.engine(rate));
    before.dispose();
    racks.publish(0);
    renderers.publish(renderers.latest().successor(racks.racks(), rated.mix(rate)));
    int order = SongPosition.order(meters.get(Meter.SONG_POSITION));
    songs.moveTo(racks, rate, SongPlace.ofOrder(order));
  }

  /// The output that called [#renderLive] has stopped.
  public void stopClock() {
    clock.stop();
  }

  /// Output frames per second.
  public int rate() {
    return clock.rate();
  }

  /// Chooses the program of a channel; the next note has it, what sounds keeps its own.
  ///
  /// @param channel 1-16
  /// @param bank 0-16383
  /// @param program 0-127
  public void program(int channel, int bank, int program) {
    Settings.within("channel", channel, 1, Channels.COUNT);
    Settings.within("bank", bank, 0, ProgramTable.BANKS - 1);
    Settings.within("program", program, 0, Bank.PROGRAMS - 1);
    queue.offer(0, Event.of(Event.BANK, 0, channel - 1, 0, bank));
    queue.offer(0, Event.of(Event.PROGRAM, 0, channel - 1, 0, program));
  }

  /// Silences everything at once and puts all controllers at rest.
  public void panic() {
    queue.offer(0, Event.of(Event.PANIC, 0, 0, 0, 0));
  }

  /// Gives a channel another number of voices. What sounds on those that stay goes on.
  ///
  /// @param channel 1-16
  /// @param count 1-16
  public void voices(int channel, int count) {
    Settings.within("channel", channel, 1, Channels.COUNT);
    Settings.within("voices", count, 1, WorkletPool.MAX_VOICES);
    onControl(
        () -> {
          racks.openChannel(channel - 1, count);
          racks.publish(0);
          return null;
        });
  }

  /// Takes a channel's instrument away; what it plays fades, and no other's.
  ///
  /// @param channel 1-16
  public void closeChannel(int channel) {
    Settings.within("channel", channel, 1, Channels.COUNT);
    onControl(
        () -> {
          racks.closeChannel(channel - 1);
          racks.publish(0);
          return null;
        });
  }

  /// Moves all allocations of the pool together, while their notes sound, and drops worklets that
  /// this leaves empty.
  public void compact() {
    onControl(
        () -> {
          racks.compact();
          racks.publish(0);
          return null;
        });
  }

  /// Puts other banks in place of those that are loaded. Notes that sound keep their patches.
  ///
  /// @throws IOException when one cannot be read; nothing has changed then
  public void banks(List<Path> paths) throws IOException {
    ProgramTable programs = programs(paths);
    onControl(
        () -> {
          racks.setPrograms(programs);
          racks.publish(0);
          return null;
        });
  }

  /// Loads every class that rendering needs, fills its tables and has the compiler look at it, by
  /// playing a twin of this instrument to nobody. To be called before an output starts, so that the
  /// first notes are in time.
  public void warmUp() {
    try (Modpool shadow = twin.get()) {
      new WarmUp(shadow).run();
    }
  }

  /// Lets a sequence play along from the next block on, in place of the last one.
  ///
  /// @param sequence null for none
  @SuppressWarnings("exports") // for the program's own commands
  public void play(MidiSequence sequence) {
    onControl(
        () -> {
          racks.setSequence(sequence);
          racks.publish(0);
          return null;
        });
  }

  /// Stops the sequence, or lets it go on.
  public void sequenceRuns(boolean runs) {
    int kind = runs ? Event.SEQUENCE_PLAY : Event.SEQUENCE_STOP;
    queue.offer(0, Event.of(kind, 0, 0, 0, 0));
  }

  /// Loads a song in place of the last one and plays it from the next block on, unless songs have
  /// been told to stand: see [#songRuns].
  ///
  /// @param passes how many times, 0 for ever
  @SuppressWarnings("exports") // for the program's own commands
  public void openSong(Module module, SongTiming timing, int passes) {
    onControl(
        () -> {
          songs.load(racks, module, timing, passes);
          songs.play(racks, clock.rate(), SongPlace.BEGINNING);
          return null;
        });
  }

  /// Takes the song away; what it plays fades.
  public void closeSong() {
    onControl(
        () -> {
          songs.close(racks);
          return null;
        });
  }

  /// Goes to a place of the song, in the state that playing there leaves. A song that stands waits
  /// there.
  @SuppressWarnings("exports") // for the program's own commands
  public void seekSong(SongPlace place) {
    onControl(
        () -> {
          songs.play(racks, clock.rate(), place);
          return null;
        });
  }

  /// Stops the song, or lets it go on; also how one that is loaded later begins.
  public void songRuns(boolean runs) {
    onControl(
        () -> {
          songs.setRunning(runs);
          return null;
        });
  }

  /// A MIDI clock has stopped the song, or let it go on: so is one that is loaded later.
  public void songIsClocked(boolean runs) {
    onControl(
        () -> {
          songs.note(runs);
          return null;
        });
  }

  /// The number of the song that was loaded or sought last, as its notices have it.
  public int songGeneration() {
    return songs.generation();
  }

  /// Mutes a track of the song, or not.
  ///
  /// @param track from 1
  public void muteTrack(int track, boolean muted) {
    Settings.within("track", track, 1, MOST_TRACKS);
    onControl(
        () -> {
          songs.mute(track, muted);
          return null;
        });
  }

  /// Mutes a channel, or not.
  ///
  /// @param channel 1-16
  public void muteChannel(int channel, boolean muted) {
    Settings.within("channel", channel, 1, Channels.COUNT);
    onControl(
        () -> {
          racks.setMuted(channel - 1, muted);
          racks.publish(0);
          return null;
        });
  }

  /// True when nothing sounds and nothing waits. To be asked by the thread that renders.
  public boolean isIdle() {
    return renderers.latest().isIdle();
  }

  /// The pool's books.
  @SuppressWarnings("exports") // for the program's own commands
  public PoolStats poolStats() {
    return onControl(() -> racks.poolStats());
  }

  /// What the render thread counts.
  @SuppressWarnings("exports") // for the program's own commands
  public Meters meters() {
    return meters;
  }

  /// What the render thread has to tell; one reader.
  @SuppressWarnings("exports") // for the program's own commands
  public Notices notices() {
    return notices;
  }

  private <T> T onControl(Supplier<T> work) {
    try {
      return control.submit(work::get).get();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("this instrument is closed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Gives everything back. Rendering must have ended. Harmless when done twice.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onControl(
          () -> {
            racks.dispose();
            return null;
          });
      control.shutdown();
    }
  }
}
