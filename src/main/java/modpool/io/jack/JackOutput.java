package modpool.io.jack;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import modpool.bridge.Meters;
import modpool.bridge.RenderThread;
import modpool.io.AudioOutput;
import modpool.io.BlockRenderer;
import modpool.io.NullOutput;
import modpool.io.PortMidi;
import modpool.io.file.OutputException;

/// Plays in a JACK server's cycle, or PipeWire's. Rate and block are the server's; PipeWire changes
/// both while it runs.
///
/// When the server goes, blocks go nowhere, in real time, until it is back; then the ports and
/// their connections are made again. What the port's senders held is released meanwhile.
public final class JackOutput implements AudioOutput {
  private static final long TICK_MS = 20;
  private static final int TICKS_PER_LOOK = 5;
  private static final int TICKS_PER_TRY = 15;

  private final String server;
  private final boolean pairs;
  private final Cables cables = new Cables();

  private CountDownLatch ending;
  private BlockRenderer renderer;
  private Meters meters;
  private Thread watcher;
  private JackClient client; // the watcher's while it runs; null while there is no server
  private NullOutput silence; // likewise; null while there is one
  private volatile int rate;
  private volatile int blockFrames;
  private volatile int latencyFrames;
  private volatile String trouble;
  private volatile Throwable failure;

  /// @param server its name, or null for the default
  /// @param found what it said of itself
  /// @param pairs whether each channel has two ports of its own beside the mix
  public JackOutput(String server, JackServer found, boolean pairs) {
    this.server = server;
    this.pairs = pairs;
    rate = found.rate();
    blockFrames = found.blockFrames();
  }

  /// The output of the server that runs, not yet started.
  ///
  /// @param pairs likewise
  /// @throws OutputException when none runs
  public static JackOutput find(String server, boolean pairs) throws OutputException {
    return new JackOutput(server, JackServer.find(server).orElseThrow(JackOutput::noServer), pairs);
  }

  private static OutputException noServer() {
    return new OutputException(
        LibJack.isPresent()
            ? "no JACK or PipeWire server answers; start one, or use --audio auto"
            : "there is no libjack here; install JACK or PipeWire's (pipewire-jack),"
                + " or use --audio auto");
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    if (watcher != null) {
      throw new IllegalStateException("the output is running");
    }
    this.renderer = renderer;
    this.meters = meters;
    if (!plugIn()) {
      throw noServer();
    }
    cables.begin(client);
    ending = new CountDownLatch(1);
    watcher = Thread.ofPlatform().daemon().name("modpool-jack").start(this::watch);
  }

  /// @return false when no server runs
  private boolean plugIn() throws OutputException {
    JackClient opened = JackClient.open(server, pairs, renderer, meters);
    if (opened == null) {
      return false;
    }
    try {
      stopSilence();
      opened.activate();
      configure(opened.rate(), opened.blockFrames());
      opened.go();
    } catch (OutputException | IllegalArgumentException e) {
      opened.close();
      throw new OutputException(e.getMessage(), e);
    }
    client = opened;
    return true;
  }

  private void configure(int newRate, int newBlockFrames) {
    if (newRate != rate || newBlockFrames != blockFrames) {
      renderer.configure(newRate, newBlockFrames);
      rate = newRate;
      blockFrames = newBlockFrames;
    }
  }

  private void watch() {
    try {
      for (int tick = 1; !ending.await(TICK_MS, TimeUnit.MILLISECONDS); tick++) {
        if (client == null) {
          if (tick % TICKS_PER_TRY == 0) {
            tryAgain();
          }
        } else if (client.isGone()) {
          lose();
        } else if (tick % TICKS_PER_LOOK == 0) {
          look();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void look() {
    cables.look(client);
    latencyFrames = client.latencyFrames();
    followRate(client.rate());
    configure(rate, client.blockFrames());
    Throwable bug = client.failure();
    if (bug != null) {
      trouble = "rendering failed (a bug, please report it): " + bug;
    }
  }

  /// At another rate the renderer must stand still while it is told; where it can't play so, until
  /// the server's rate is another again.
  private void followRate(int now) {
    if (now == rate && !client.isHeld()) {
      return;
    }
    client.hold();
    try {
      configure(now, client.blockFrames());
      trouble = null;
      client.go();
    } catch (IllegalArgumentException e) {
      trouble = e.getMessage();
    }
  }

  private void lose() {
    client.hold();
    trouble = "the JACK server has gone; playing on in silence until it is back";
    startSilence();
    client.close();
    client = null;
  }

  private void tryAgain() {
    try {
      if (plugIn()) {
        cables.remake(client);
        trouble = null;
      }
    } catch (OutputException e) {
      trouble = e.getMessage();
      startSilence();
    }
  }

  private void startSilence() {
    if (silence == null) {
      silence = new NullOutput(rate, blockFrames);
      silence.start(new Unplugged(renderer), meters);
    }
  }

  private void stopSilence() {
    if (silence != null) {
      silence.stop();
      silence = null;
    }
  }

  /// Renders with nobody at the port: who was there holds nothing any more.
  private static final class Unplugged implements BlockRenderer {
    private final BlockRenderer renderer;
    private final PortMidi midi = new PortMidi();

    Unplugged(BlockRenderer renderer) {
      this.renderer = renderer;
    }

    @Override
    @RenderThread
    public void render(float[] left, float[] right, int frames) {
      renderer.render(left, right, frames, midi);
      midi.clear();
    }
  }

  @Override
  public void stop() {
    if (watcher == null) {
      return;
    }
    ending.countDown();
    boolean interrupted = false;
    while (watcher.isAlive()) {
      try {
        watcher.join();
      } catch (InterruptedException e) {
        interrupted = true; // the promise that the last call has ended comes first
      }
    }
    watcher = null;
    stopSilence();
    if (client != null) {
      client.close();
      client = null;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public int blockFrames() {
    return blockFrames;
  }

  /// What the server says of the ports that ours are connected to; we add nothing.
  @Override
  public int latencyFrames() {
    return latencyFrames;
  }

  @Override
  public String description() {
    return "JACK, %d Hz, periods of %d; MIDI port %s%s"
        .formatted(
            rate, blockFrames, JackServer.MIDI_PORT, pairs ? ", a pair for each channel" : "");
  }

  @Override
  public SortedMap<String, List<String>> cables() {
    return cables.shown();
  }

  @Override
  public void connect(SortedMap<String, List<String>> wanted) {
    cables.want(wanted);
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public Throwable failure() {
    return failure;
  }
}
