package modpool.midi;

import modpool.bridge.ControllerSet;
import modpool.bridge.Event;
import modpool.bridge.EventList;
import modpool.bridge.EventQueue;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.bridge.Snapshot;
import modpool.io.PortMidi;

/// Reads the MIDI of an output's own port, whose messages come with the block that they belong to:
/// one source, that needs neither queue nor clock. What control has taken goes to control instead.
public final class PortInput {
  private final int source;
  private final InputCurve curve;
  private final Snapshot<ControllerSet> taken;
  private final Notices notices;
  private final SysexReader sysex;

  /// @param source 1-255: what its notes are known by
  /// @param taken controllers that are told to control, and not played
  /// @param sysex nobody else's
  public PortInput(
      int source,
      InputCurve curve,
      Snapshot<ControllerSet> taken,
      Notices notices,
      SysexReader sysex) {
    this.sysex = sysex;
    this.taken = taken;
    this.notices = notices;
    this.source = source;
    this.curve = curve;
  }

  /// Hands on the messages of a block, as events at their frames.
  ///
  /// @param start the block's first frame
  @RenderThread
  public void read(PortMidi midi, long start, EventQueue.Handler handler) {
    ControllerSet others = taken.latest();
    for (int i = 0; i < midi.size(); i++) {
      if (midi.status(i) == PortMidi.SYSEX) {
        readSysex(midi, i, start + midi.frame(i), handler);
        continue;
      }
      long event = event(midi, i);
      if (Event.kind(event) == Event.CONTROL
          && others.has(Event.channel(event), Event.key(event))) {
        int detail = Event.key(event) << 7 | Event.value(event);
        notices.offer(Notices.CONTROLLER, Event.channel(event), detail);
      } else if (event != MidiDecoder.NONE) {
        handler.onEvent(start + midi.frame(i), event);
      }
    }
  }

  @RenderThread
  private void readSysex(PortMidi midi, int index, long frame, EventQueue.Handler handler) {
    EventList events =
        sysex.read(midi.sysex(), midi.sysexStart(index), midi.sysexLength(index), source);
    for (int i = 0; i < events.size(); i++) {
      handler.onEvent(frame, events.get(i));
    }
  }

  @RenderThread
  private long event(PortMidi midi, int index) {
    int status = midi.status(index);
    if (status == PortMidi.GONE) {
      return Event.of(Event.SOURCE_GONE, source, 0, 0, 0);
    }
    long event = MidiDecoder.event(source, status, midi.data1(index), midi.data2(index));
    return event == MidiDecoder.NONE ? event : curve.apply(event);
  }
}
