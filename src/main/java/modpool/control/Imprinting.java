package modpool.control;

import java.util.function.Consumer;
import modpool.bridge.Imprint;
import modpool.bridge.Imprints;
import modpool.bridge.Meters;
import modpool.bridge.Notices;
import modpool.bridge.Snapshot;
import modpool.midi.channel.Channels;
import modpool.render.Renderer;

/// Gets imprints of what the channels are set to from whoever renders, or from the renderer itself
/// while nobody does.
public final class Imprinting {
  private static final long WAIT_FOR_BLOCK_NANOS = 300_000_000;

  private final Imprints imprints;
  private final Snapshot<Renderer> renderers;
  private final Consumer<Imprint> recall;

  Imprinting(Imprints imprints, Snapshot<Renderer> renderers, Consumer<Imprint> recall) {
    this.imprints = imprints;
    this.renderers = renderers;
    this.recall = recall;
  }

  /// What the channels are set to: all but what hands and feet hold. Waits for the block that is
  /// rendered next, or for a moment if none is.
  public Imprint take() {
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

  /// Sets all that an imprint says, from the next block on; programs that were named at the start
  /// go before it.
  ///
  /// @param imprint in the order of [#blank()], each number within its bounds; it is not to be
  ///   touched any more
  public void recall(Imprint imprint) {
    recall.accept(imprint);
  }

  /// Lays an imprint out for the next [modpool.bridge.Event#RECALL].
  public void lay(Imprint imprint) {
    imprints.give(imprint);
  }

  /// What channels are set to that nobody has touched.
  public static Imprint blank() {
    Imprint blank = new Imprint();
    new Channels(new Meters(), new Notices()).copyTo(blank);
    return blank;
  }
}
