package modpool.io;

import java.util.concurrent.CountDownLatch;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;

/// The thread that renders block after block for an output that is not called back by its device.
/// It asks the system for real-time priority; where that is refused, it has Java's highest.
public final class RenderLoop {
  /// Takes each block and returns when the next is due: it keeps the time.
  @FunctionalInterface
  public interface Sink {
    void deliver(float[] left, float[] right, int frames);
  }

  private final BlockRenderer renderer;
  private final Meters meters;
  private final Sink sink;
  private final int blockFrames;
  private final Thread thread = new Thread(this::run, "modpool render");
  private volatile boolean running = true;
  private volatile Throwable failure;
  private volatile RealTime realTime = RealTime.NONE;
  private final CountDownLatch asked = new CountDownLatch(1);

  public RenderLoop(int blockFrames, BlockRenderer renderer, Meters meters, Sink sink) {
    this.blockFrames = blockFrames;
    this.renderer = renderer;
    this.meters = meters;
    this.sink = sink;
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.setDaemon(true);
  }

  /// Starts the thread; returns when it is about to render.
  public void start() {
    thread.start();
    try {
      asked.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// False once [#stop()] was called: a sink that waits then gives up.
  public boolean isRunning() {
    return running;
  }

  /// Ends the loop; returns after the last block has been delivered or given up.
  public void stop() {
    running = false;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the promise that the loop has ended comes first
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// What ended the loop, which is a bug; null while all is well.
  public Throwable failure() {
    return failure;
  }

  /// What became of the wish for real-time priority.
  public RealTime realTime() {
    return realTime;
  }

  private void run() {
    try {
      realTime = RealTime.ask();
      asked.countDown();
      renderAndDeliver();
    } catch (RuntimeException | Error e) {
      failure = e;
      asked.countDown();
    }
  }

  private void renderAndDeliver() {
    float[] left = new float[blockFrames];
    float[] right = new float[blockFrames];
    while (running) {
      long began = System.nanoTime();
      renderer.render(left, right, blockFrames);
      long took = System.nanoTime() - began;
      meters.set(Meter.BLOCK_NANOS, took);
      meters.raise(Meter.BLOCK_NANOS_PEAK, took);
      sink.deliver(left, right, blockFrames);
    }
  }
}
