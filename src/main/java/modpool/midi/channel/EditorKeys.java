package modpool.midi.channel;

import modpool.bridge.Event;
import modpool.bridge.RenderThread;
import modpool.instrument.Instrument;
import modpool.patch.ProgramTable;

/// The instrument of a patch editor: played by the keys of one channel, in that channel's stead,
/// while they are turned to it. Keys that a MIDI file presses are not.
///
/// What holds and bends notes reaches both, so that neither is left with a key or a pedal down;
/// what chooses sounds and levels is the channel's alone.
@RenderThread
final class EditorKeys {
  private static final int NOWHERE = -1;
  private static final int FILE = 0; // the source of a MIDI file's events

  private final ChannelState state;
  private int channel = NOWHERE;
  private Instrument instrument;

  /// @param state set to nothing but what the keys' channel sends
  EditorKeys(ChannelState state) {
    this.state = state;
  }

  ChannelState state() {
    return state;
  }

  /// Gives it the instrument and the edited patch, which notes that sound go on as.
  ///
  /// @param next null for none
  /// @param table holds the patch alone; null without an instrument
  void attach(long frame, Instrument next, ProgramTable table) {
    if (next != null && next == instrument) {
      next.succeed(frame, table.program(0, 0));
    }
    instrument = next;
    state.attach(next, table);
  }

  /// Turns the keys of a channel to the editor, or back. A pedal that is down holds on.
  ///
  /// @param channels all of them
  void turn(int next, ChannelState[] channels) {
    if (next == channel) {
      return;
    }
    state.releaseAll();
    state.rest();
    if (next != NOWHERE) {
      state.followPedals(channels[next], FILE);
    }
    channel = next;
  }

  /// @return true when the event is the editor's and nobody else's
  boolean takes(long frame, long event) {
    if (instrument == null
        || channel == NOWHERE
        || Event.channel(event) != channel
        || Event.source(event) == FILE) {
      return false;
    }
    int source = Event.source(event);
    int key = Event.key(event);
    int value = Event.value(event);
    switch (Event.kind(event)) {
      case Event.NOTE_ON -> {
        state.keys().noteOn(frame, source, key & 0x7F, value);
        return true;
      }
      case Event.NOTE_OFF -> state.keys().noteOff(frame, source, key);
      case Event.KEY_PRESSURE -> state.keys().press(source, key, value);
      case Event.CHANNEL_PRESSURE -> state.setPressure(value);
      case Event.BEND -> state.setBend(value);
      case Event.CONTROL -> {
        if (isGesture(key)) {
          state.control(frame, source, key, value);
        }
      }
      default -> {}
    }
    return false;
  }

  /// Wheel, breath, macros, pedals, and what silences.
  private static boolean isGesture(int controller) {
    return controller == 1
        || controller == 2
        || controller >= 16 && controller <= 19
        || controller >= 64 && controller <= 67
        || controller == 120
        || controller == 121
        || controller == 123;
  }
}
