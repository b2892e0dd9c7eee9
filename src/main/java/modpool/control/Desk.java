package modpool.control;

import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.midi.channel.Channels;
import modpool.patch.Bank;
import modpool.patch.ProgramTable;
import modpool.render.RackBuilder;
import modpool.worklet.WorkletPool;

/// The mixing desk: what channels play, how loud, on how many voices.
///
/// Any thread but render's.
public final class Desk {
  private final ControlThread thread;
  private final Supplier<RackBuilder> racks; // control's
  private final EventQueue queue;
  private final int source;
  private final Consumer<Supplier<Change>> journal;

  /// @param source what its events are known by: a pedal that it presses is its own
  Desk(
      ControlThread thread,
      Supplier<RackBuilder> racks,
      EventQueue queue,
      int source,
      Consumer<Supplier<Change>> journal) {
    this.thread = thread;
    this.racks = racks;
    this.queue = queue;
    this.source = source;
    this.journal = journal;
  }

  /// Chooses the program of a channel; the next note has it, what sounds keeps its own.
  ///
  /// @param channel 1-16
  /// @param bank 0-16383
  /// @param program 0-127
  public void program(int channel, int bank, int program) {
    Control.within("channel", channel, 1, Channels.COUNT);
    Control.within("bank", bank, 0, ProgramTable.BANKS - 1);
    Control.within("program", program, 0, Bank.PROGRAMS - 1);
    queue.offer(0, Event.of(Event.BANK, source, channel - 1, 0, bank));
    queue.offer(0, Event.of(Event.PROGRAM, source, channel - 1, 0, program));
  }

  /// Moves a controller of a channel.
  ///
  /// @param channel 1-16
  /// @param controller 0-127
  /// @param value 0-127
  public void controller(int channel, int controller, int value) {
    Control.within("channel", channel, 1, Channels.COUNT);
    Control.within("controller", controller, 0, 127);
    Control.within("value", value, 0, 127);
    queue.offer(0, Event.of(Event.CONTROL, source, channel - 1, controller, value));
  }

  /// Sets the volume of all channels together.
  ///
  /// @param value 0-127
  public void masterVolume(int value) {
    Control.within("volume", value, 0, 127);
    int fine = value << 7 | value;
    queue.offer(0, Event.of(Event.MASTER, source, 0, Event.MASTER_VOLUME, fine));
  }

  /// Gives a channel another number of voices. What sounds on those that stay goes on.
  ///
  /// @param channel 1-16
  /// @param count 1-16
  public void voices(int channel, int count) {
    Control.within("channel", channel, 1, Channels.COUNT);
    Control.within("voices", count, 1, WorkletPool.MAX_VOICES);
    thread.run(
        () -> {
          racks.get().openChannel(channel - 1, count);
          journal.accept(() -> new Change.Voices(channel, count));
          racks.get().publish(0);
        });
  }

  /// Takes a channel's instrument away; what it plays fades, and no other's.
  ///
  /// @param channel 1-16
  public void close(int channel) {
    Control.within("channel", channel, 1, Channels.COUNT);
    thread.run(
        () -> {
          racks.get().closeChannel(channel - 1);
          journal.accept(() -> new Change.ChannelClosed(channel));
          racks.get().publish(0);
        });
  }

  /// Mutes a channel, or not.
  ///
  /// @param channel 1-16
  public void mute(int channel, boolean muted) {
    Control.within("channel", channel, 1, Channels.COUNT);
    thread.run(
        () -> {
          racks.get().setMuted(channel - 1, muted);
          journal.accept(() -> new Change.ChannelMuted(channel, muted));
          racks.get().publish(0);
        });
  }

  /// The muted channels of the newest rack, a bit each.
  public int muted() {
    return thread.call(() -> racks.get().racks().latest().mutedChannels());
  }

  /// Voices by channel (1-16), of those that are open.
  public SortedMap<Integer, Integer> voices() {
    return thread.call(() -> racks.get().voices());
  }
}
