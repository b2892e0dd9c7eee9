package modpool.testing;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.Modpool;
import modpool.Settings;

/// Messages of any kind, written down one after another with the time in ms, and what is heard of
/// them: the left side, or the right, in pieces named by their times.
public final class Take {
  private record Timed(double ms, MidiMessage message) {}

  private final List<Timed> messages = new ArrayList<>();
  private double now;
  private int channel = 1;
  private float[] left;
  private float[] right;

  /// What follows happens then.
  public Take at(double ms) {
    now = ms;
    return this;
  }

  /// What follows is sent on this channel, 1-16.
  public Take channel(int number) {
    channel = number;
    return this;
  }

  public Take on(int key) {
    return send(ShortMessage.NOTE_ON, key, 127);
  }

  public Take off(int key) {
    return send(ShortMessage.NOTE_OFF, key, 64);
  }

  public Take cc(int controller, int value) {
    return send(ShortMessage.CONTROL_CHANGE, controller, value);
  }

  public Take program(int number) {
    return send(ShortMessage.PROGRAM_CHANGE, number, 0);
  }

  /// @param value 0-16383
  public Take bend(int value) {
    return send(ShortMessage.PITCH_BEND, value & 0x7F, value >> 7);
  }

  /// Sets a registered parameter.
  public Take rpn(int number, int msb, int lsb) {
    return cc(101, 0).cc(100, number).cc(6, msb).cc(38, lsb);
  }

  /// A channel message.
  public Take send(int command, int first, int second) {
    try {
      messages.add(new Timed(now, new ShortMessage(command, channel - 1, first, second)));
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e);
    }
    return this;
  }

  /// A system message of one byte.
  public Take system(int status) {
    try {
      messages.add(new Timed(now, new ShortMessage(status)));
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e);
    }
    return this;
  }

  /// A system exclusive message.
  ///
  /// @param data what stands between F0 and F7
  public Take sysex(int... data) {
    byte[] bytes = new byte[data.length + 2];
    bytes[0] = (byte) 0xF0;
    for (int i = 0; i < data.length; i++) {
      bytes[i + 1] = (byte) data[i];
    }
    bytes[bytes.length - 1] = (byte) 0xF7;
    try {
      messages.add(new Timed(now, new SysexMessage(bytes, bytes.length)));
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e);
    }
    return this;
  }

  /// Plays everything, for so long.
  public Take play(Settings settings, double ms) {
    int frames = frames(ms);
    left = new float[frames];
    right = new float[frames];
    try (Modpool modpool = Modpool.open(settings.rate(Performance.RATE))) {
      Receiver receiver = modpool.receiver();
      for (Timed m : messages) {
        receiver.send(m.message, Math.round(m.ms * 1000));
      }
      modpool.render(left, right, frames);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return this;
  }

  /// The left side between two moments.
  public float[] left(double fromMs, double toMs) {
    return Measure.slice(left, frames(fromMs), frames(toMs));
  }

  /// The right side.
  public float[] right(double fromMs, double toMs) {
    return Measure.slice(right, frames(fromMs), frames(toMs));
  }

  /// Level of the left side, linear.
  public double level(double fromMs, double toMs) {
    return Measure.rms(left(fromMs, toMs));
  }

  /// The amplitude of a frequency in the left side.
  public double part(double hz, double fromMs, double toMs) {
    return Measure.amplitude(left(fromMs, toMs), Performance.RATE, hz);
  }

  /// How many cents a sine's pitch lies above `hz`, from which it must be within three semitones.
  public double cents(double hz, double fromMs, double toMs) {
    return Measure.cents(Measure.frequency(left(fromMs, toMs), Performance.RATE, hz), hz);
  }

  /// Between which limits the pitch of a sine near `hz` swings, in cents from end to end, looking
  /// at 20 ms at a time.
  public double swing(double hz, double fromMs, double toMs) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double ms = fromMs; ms + 20 <= toMs; ms += 10) {
      double cents = cents(hz, ms, ms + 20);
      low = Math.min(low, cents);
      high = Math.max(high, cents);
    }
    return high - low;
  }

  private static int frames(double ms) {
    return (int) Math.round(ms * Performance.RATE / 1000);
  }
}
