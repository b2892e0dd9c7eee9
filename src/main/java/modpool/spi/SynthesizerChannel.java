package modpool.spi;

import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiChannel;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/// One channel of the synthesizer, for programs that do without messages. What is out of range does
/// nothing.
final class SynthesizerChannel implements MidiChannel {
  private static final long NOW = -1;

  private final int number;
  private final ChannelMirror mirror;
  private final Receiver receiver;
  private final Mutes mutes;

  /// @param number from 0
  /// @param receiver takes what is asked for here
  SynthesizerChannel(int number, ChannelMirror mirror, Receiver receiver, Mutes mutes) {
    this.number = number;
    this.mirror = mirror;
    this.receiver = receiver;
    this.mutes = mutes;
  }

  private void send(int command, int data1, int data2) {
    try {
      receiver.send(new ShortMessage(command, number, data1, data2), NOW);
    } catch (InvalidMidiDataException _) {
      // Out of range: as other synthesizers do, nothing.
    }
  }

  @Override
  public void noteOn(int noteNumber, int velocity) {
    send(ShortMessage.NOTE_ON, noteNumber, velocity);
  }

  @Override
  public void noteOff(int noteNumber, int velocity) {
    send(ShortMessage.NOTE_OFF, noteNumber, velocity);
  }

  @Override
  public void noteOff(int noteNumber) {
    noteOff(noteNumber, 64);
  }

  @Override
  public void setPolyPressure(int noteNumber, int pressure) {
    send(ShortMessage.POLY_PRESSURE, noteNumber, pressure);
  }

  @Override
  public int getPolyPressure(int noteNumber) {
    return mirror.keyPressure(noteNumber);
  }

  @Override
  public void setChannelPressure(int pressure) {
    send(ShortMessage.CHANNEL_PRESSURE, pressure, 0);
  }

  @Override
  public int getChannelPressure() {
    return mirror.pressure();
  }

  @Override
  public void controlChange(int controller, int value) {
    send(ShortMessage.CONTROL_CHANGE, controller, value);
  }

  @Override
  public int getController(int controller) {
    return mirror.controller(controller);
  }

  @Override
  public void programChange(int program) {
    send(ShortMessage.PROGRAM_CHANGE, program, 0);
  }

  @Override
  public void programChange(int bank, int program) {
    controlChange(0, bank >> 7);
    controlChange(32, bank & 0x7F);
    programChange(program);
  }

  @Override
  public int getProgram() {
    return mirror.program();
  }

  @Override
  public void setPitchBend(int bend) {
    send(ShortMessage.PITCH_BEND, bend & 0x7F, bend >> 7);
  }

  @Override
  public int getPitchBend() {
    return mirror.bend();
  }

  @Override
  public void resetAllControllers() {
    controlChange(121, 0);
  }

  @Override
  public void allNotesOff() {
    controlChange(123, 0);
  }

  @Override
  public void allSoundOff() {
    controlChange(120, 0);
  }

  /// There is no keyboard to be cut off.
  @Override
  public boolean localControl(boolean on) {
    return false;
  }

  @Override
  public void setMono(boolean on) {
    controlChange(on ? 126 : 127, on ? 1 : 0);
  }

  @Override
  public boolean getMono() {
    return mirror.isMono();
  }

  @Override
  public void setOmni(boolean on) {
    controlChange(on ? 125 : 124, 0);
  }

  @Override
  public boolean getOmni() {
    return mirror.isOmni();
  }

  @Override
  public void setMute(boolean mute) {
    mutes.mute(number, mute);
  }

  @Override
  public boolean getMute() {
    return mutes.isMuted(number);
  }

  @Override
  public void setSolo(boolean soloState) {
    mutes.solo(number, soloState);
  }

  @Override
  public boolean getSolo() {
    return mutes.isSoloed(number);
  }
}
