package modpool.midi.channel;

import modpool.bridge.Event;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.instrument.Instrument;
import modpool.patch.ProgramTable;
import modpool.tuning.Tuner;
import modpool.tuning.Tuning;

/// The 16 MIDI channels. Acts on events, at their frames.
@RenderThread
public final class Channels {
  /// MIDI channels of a port.
  public static final int COUNT = 16;

  /// The channel that plays drum kits, shown as 10.
  public static final int DRUMS = 9;

  private final Meters meters;
  private final Notices notices;
  private final ChannelState[] channels = new ChannelState[COUNT];
  private final Tuner tuner = new Tuner(DRUMS);

  public Channels(Meters meters, Notices notices) {
    this.meters = meters;
    this.notices = notices;
    for (int channel = 0; channel < COUNT; channel++) {
      channels[channel] = new ChannelState(channel == DRUMS, tuner.of(channel));
    }
  }

  /// Gives a channel its instrument and the banks it chooses from.
  ///
  /// @param instrument null when nobody plays this channel
  public void attach(int channel, Instrument instrument, ProgramTable programs) {
    channels[channel].attach(instrument, programs);
  }

  /// Tunes all channels, in cents from equal temperament at 440 Hz.
  public void setTuneCents(double cents) {
    for (ChannelState channel : channels) {
      channel.setTuneCents(cents);
    }
  }

  /// Where the keys lie of the notes to come, unless messages have tuned them.
  public void setTuning(Tuning tuning) {
    tuner.setTuning(tuning);
  }

  /// Acts on an event now.
  public void handle(long frame, long event) {
    int kind = Event.kind(event);
    switch (kind) {
      case Event.SOURCE_GONE -> {
        for (ChannelState channel : channels) {
          channel.sourceGone(Event.source(event));
        }
      }
      case Event.RELEASE_ALL -> {
        for (ChannelState channel : channels) {
          channel.releaseAll();
        }
      }
      case Event.PANIC -> silence(frame);
      case Event.TUNE_KEY, Event.TUNE_OCTAVE -> tune(event);
      default -> {
        if (Event.channel(event) < COUNT) {
          handle(frame, event, kind, Event.channel(event));
        }
      }
    }
  }

  private void tune(long event) {
    tuner.handle(event);
    for (int number = 0; number < COUNT; number++) {
      if (tuner.retunes(event, number)) {
        channels[number].retune(Event.key(event), tuner.step(event));
      }
    }
  }

  private void handle(long frame, long event, int kind, int number) {
    ChannelState channel = channels[number];
    int source = Event.source(event);
    int key = Event.key(event);
    int value = Event.value(event);
    switch (kind) {
      case Event.NOTE_ON -> {
        int stolen = channel.noteOn(frame, source, key & 0x7F, value);
        if (stolen != Instrument.NOTHING_STOLEN) {
          meters.add(Meter.STOLEN, 1);
          notices.offer(Notices.STEAL, number, stolen);
        }
      }
      case Event.NOTE_OFF -> channel.noteOff(source, key);
      case Event.CONTROL -> channel.control(frame, source, key, value);
      case Event.PROGRAM -> {
        if (!channel.setProgram(value & 0x7F)) {
          notices.offer(Notices.UNKNOWN_PROGRAM, number, channel.bank() << 7 | value & 0x7F);
        }
      }
      case Event.BANK -> channel.selectBank(value);
      case Event.CHANNEL_PRESSURE -> channel.setPressure(value);
      case Event.BEND -> channel.setBend(value);
      default -> {}
    }
  }

  /// All sound off, all pedals, wheels and controllers at rest.
  public void silence(long frame) {
    for (ChannelState channel : channels) {
      channel.allSoundOff(frame);
      channel.resetControllers();
    }
  }
}
