package modpool.control;

import modpool.bridge.LiveClock;
import modpool.bridge.RenderThread;
import modpool.bridge.Snapshot;
import modpool.io.BlockRenderer;
import modpool.io.ChannelPairs;
import modpool.io.PortMidi;
import modpool.render.Renderer;

/// What an output that keeps time calls for its blocks, which live events are then placed by. MIDI
/// that reached the output's own port in a block acts at its frames, without regard to any clock.
final class LiveBlocks implements BlockRenderer {
  private final Snapshot<Renderer> renderers;
  private final LiveClock clock;
  private final Reconfiguration reconfiguration;

  /// Goes on at another rate, or with other blocks.
  @FunctionalInterface
  interface Reconfiguration {
    void to(int rate, int blockFrames);
  }

  LiveBlocks(Snapshot<Renderer> renderers, LiveClock clock, Reconfiguration reconfiguration) {
    this.renderers = renderers;
    this.clock = clock;
    this.reconfiguration = reconfiguration;
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames) {
    marked().render(left, right, frames);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames, PortMidi midi) {
    marked().render(left, right, frames, midi);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames, PortMidi midi, ChannelPairs pairs) {
    marked().render(left, right, frames, midi, pairs);
  }

  /// The renderer, once the clock knows where its next block begins.
  @RenderThread
  private Renderer marked() {
    Renderer renderer = renderers.latest();
    clock.mark(renderer.position(), System.nanoTime());
    return renderer;
  }

  @Override
  public void configure(int rate, int blockFrames) {
    reconfiguration.to(rate, blockFrames);
  }
}
