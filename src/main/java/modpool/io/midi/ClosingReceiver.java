package modpool.io.midi;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;

/// A device's receiver that takes the device with it when it is closed.
record ClosingReceiver(Receiver receiver, MidiDevice device) implements Receiver {
  @Override
  public void send(MidiMessage message, long timeStamp) {
    receiver.send(message, timeStamp);
  }

  @Override
  public void close() {
    receiver.close();
    device.close();
  }
}
