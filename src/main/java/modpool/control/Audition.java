package modpool.control;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.midi.channel.Channels;
import modpool.patch.Patch;
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
  private final AtomicReference<Supplier<Patch>> wanted = new AtomicReference<>();
  private boolean began; // control's

  /// @param note hears of the first
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

  /// Plays a patch from now on.
  ///
  /// @param patch made on control, unless another is wanted by then; gives null for none
  public void play(Supplier<Patch> patch) {
    if (wanted.getAndSet(patch) == null) {
      thread.soon(this::publish);
    }
  }

  private void publish() {
    Patch patch = wanted.getAndSet(null).get();
    if (patch != null && !began) {
      began = true;
      note.accept(() -> new Change.Unrepeatable("a patch was edited"));
    }
    racks.get().edit(patch);
    racks.get().publish(0);
  }

  /// Plays nothing any more; its worklet is given back when it is silent.
  public void end() {
    play(() -> null);
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
