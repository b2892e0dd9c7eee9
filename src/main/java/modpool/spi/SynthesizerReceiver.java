package modpool.spi;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiDeviceReceiver;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/// A source of messages for the synthesizer: closing it releases its keys and no others.
final class SynthesizerReceiver implements MidiDeviceReceiver {
  private final ModpoolSynthesizer device;
  private final Receiver receiver;
  private final ChannelMirror[] mirrors;

  SynthesizerReceiver(ModpoolSynthesizer device, Receiver receiver, ChannelMirror[] mirrors) {
    this.device = device;
    this.receiver = receiver;
    this.mirrors = mirrors;
  }

  @Override
  public MidiDevice getMidiDevice() {
    return device;
  }

  @Override
  public void send(MidiMessage message, long timeStamp) {
    receiver.send(message, timeStamp);
    if (message instanceof ShortMessage s && s.getStatus() < 0xF0) {
      mirrors[s.getChannel()].see(s);
    }
  }

  @Override
  public void close() {
    receiver.close();
    device.forget(this);
  }
}
