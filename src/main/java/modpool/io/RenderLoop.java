package modpool.io;

import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;

/// The thread that renders block after block for an output that is not called back by its device.
final class RenderLoop {
  /// Takes each block and returns when the next is due: it keeps the time.
  @FunctionalInterface
  interface Sink {
    void deliver(float[] left, float[] right, int frames);
  }

  private final BlockRenderer renderer;
  private final Meters meters;
  private final Sink sink;
  private final int blockFrames;
  private final Thread thread = new Thread(this::run, "modpool render");
  private volatile boolean running = true;
  private volatile Throwable failure;

  RenderLoop(int blockFrames, BlockRenderer renderer, Meters meters, Sink sink) {
    this.blockFrames = blockFrames;
    this.renderer = renderer;
    this.meters = meters;
    this.sink = sink;
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /// False once [#stop()] was called: a sink that waits then gives up.
  boolean isRunning() {
    return running;
  }

  /// Ends the loop; returns after the last block has been delivered or given up.
  void stop() {
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
  Throwable failure() {
    return failure;
  }

  private void run() {
    try {
      renderAndDeliver();
    } catch (RuntimeException | Error e) {
      failure = e;
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
