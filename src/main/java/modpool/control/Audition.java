package modpool.control;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.edit.EditedPatch;
import modpool.midi.channel.Channels;
import modpool.render.RackBuilder;

/// A patch that is heard while it is edited, on an instrument of its own that takes no voice of the
/// pool. Any thread may ask, and none waits: the newest patch is heard as soon as control has put
/// it into a rack. Keys that are held follow it.
public final class Audition {
  private static final int NO_CHANNEL = -1;

  private final ControlThread thread;
  private final Supplier<RackBuilder> racks;
  private final EventQueue queue;
  private final Consumer<Supplier<Change>> note;
  private final AtomicReference<Optional<EditedPatch>> wanted = new AtomicReference<>();

  /// @param note hears of every patch that is published
  Audition(
      ControlThread thread,
      Supplier<RackBuilder> racks,
      EventQueue queue,
      Consumer<Supplier<Change>> note) {
    this.thread = thread;
    this.racks = racks;
    this.queue = queue;
    this.note = note;
  }

  /// Plays a patch from now on, unless another is wanted before control comes to it.
  public void play(EditedPatch patch) {
    want(Optional.of(patch));
  }

  private void want(Optional<EditedPatch> patch) {
    if (wanted.getAndSet(patch) == null) {
      thread.soon(() -> publish(wanted.getAndSet(null).orElse(null)));
    }
  }

  /// Plays a patch from the next block on, as it was recorded. Waits for control.
  ///
  /// @param patch null for none
  public void replay(EditedPatch patch) {
    thread.run(() -> publish(patch));
  }

  private void publish(EditedPatch patch) {
    racks.get().edit(patch == null ? null : patch.toPatch());
    note.accept(() -> new Change.PatchEdited(patch));
    racks.get().publish(0);
  }

  /// Plays nothing any more; its worklet is given back when it is silent.
  public void end() {
    want(Optional.empty());
  }

  /// Turns the keys of a channel to the patch that is edited, in place of the channel's own
  /// instrument. Those of a MIDI file that plays along stay the channel's.
  ///
  /// @param channel 1-16
  public void takeKeysOf(int channel) {
    Control.within("channel", channel, 1, Channels.COUNT);
    turn(channel - 1);
  }

  /// Turns them back.
  public void giveKeysBack() {
    turn(NO_CHANNEL);
  }

  private void turn(int channel) {
    queue.offer(0, Event.of(Event.EDITOR_KEYS, 0, 0, 0, channel));
  }
}
