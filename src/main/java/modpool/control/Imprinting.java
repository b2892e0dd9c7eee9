package modpool.control;

import modpool.bridge.Imprint;
import modpool.bridge.Imprints;
import modpool.bridge.Meters;
import modpool.bridge.Notices;
import modpool.bridge.Snapshot;
import modpool.midi.channel.Channels;
import modpool.render.Renderer;

/// Gets imprints of what the channels are set to from whoever renders, or from the renderer itself
/// while nobody does.
final class Imprinting {
  private static final long WAIT_FOR_BLOCK_NANOS = 300_000_000;

  private final Imprints imprints;
  private final Snapshot<Renderer> renderers;

  Imprinting(Imprints imprints, Snapshot<Renderer> renderers) {
    this.imprints = imprints;
    this.renderers = renderers;
  }

  /// Waits for the block that is rendered next, or for a moment if none is.
  Imprint take() {
    Imprint copy = ask();
    long patience = System.nanoTime() + WAIT_FOR_BLOCK_NANOS;
    while (imprints.isPending()) {
      Imprints.pause();
      boolean nobodyRenders = System.nanoTime() > patience && imprints.withdraw(copy);
      if (nobodyRenders && !renderers.latest().copyTo(copy)) {
        imprints.ask(copy); // somebody does now
        patience = System.nanoTime() + WAIT_FOR_BLOCK_NANOS;
      }
    }
    return copy;
  }

  /// The next block fills it.
  Imprint ask() {
    Imprint copy = new Imprint();
    imprints.ask(copy);
    return copy;
  }

  /// What channels are set to that nobody has touched.
  static Imprint blank() {
    Imprint blank = new Imprint();
    new Channels(new Meters(), new Notices()).copyTo(blank);
    return blank;
  }
}
