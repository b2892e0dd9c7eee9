package modpool.session.learn;

import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/// Stands before an input's receiver and keeps controllers that have been learned from it. The
/// input's thread.
final class ControllerTap implements Receiver {
  private final LearnedControls learned;
  private final Receiver receiver;

  ControllerTap(LearnedControls learned, Receiver receiver) {
    this.learned = learned;
    this.receiver = receiver;
  }

  @Override
  public void send(MidiMessage message, long timeStamp) {
    if (message instanceof ShortMessage m
        && m.getCommand() == ShortMessage.CONTROL_CHANGE
        && learned.takes(m.getChannel(), m.getData1() & 0x7F)) {
      learned.hear(m.getChannel(), m.getData1(), m.getData2());
    } else {
      receiver.send(message, timeStamp);
    }
  }

  @Override
  public void close() {
    receiver.close();
  }
}
