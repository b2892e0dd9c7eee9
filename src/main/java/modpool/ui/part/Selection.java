package modpool.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// The channel that the window plays and looks at.
public final class Selection {
  private final List<IntConsumer> listeners = new ArrayList<>();
  private int channel;
  private boolean edits;

  /// From 0.
  public int channel() {
    return channel;
  }

  /// Chooses a channel, from 0.
  public void choose(int next) {
    if (next != channel) {
      channel = next;
      listeners.forEach(listener -> listener.accept(next));
    }
  }

  /// Whether the channel's keys play the patch that is edited.
  public boolean edits() {
    return edits;
  }

  /// The channel's keys play the patch that is edited from now on, or not any more.
  public void edit(boolean on) {
    edits = on;
  }

  /// @param listener told of each other channel
  public void listen(IntConsumer listener) {
    listeners.add(listener);
  }
}
