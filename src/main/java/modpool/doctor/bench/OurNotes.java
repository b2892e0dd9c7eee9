package modpool.doctor.bench;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.control.BankSet;
import modpool.control.Control;
import modpool.doctor.peers.HeldKeys;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.PeerException;
import modpool.doctor.peers.Piece;
import modpool.doctor.peers.Player;
import modpool.doctor.peers.Reading;

/// Ours, holding keys of a SoundFont; the effects have nothing to do.
final class OurNotes implements Peer {
  private static final int ALL_SOUND_OFF = 120;
  private static final int REVERB = 91;
  private static final int CHORUS = 93;
  private static final int FADE_MS = 6; // of what was cut off

  @Override
  public String name() {
    return OurPlayer.NAME;
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public Set<Reading> readings() {
    return EnumSet.complementOf(EnumSet.of(Reading.A500));
  }

  @Override
  public Player open(Piece piece, Reading reading, int rate, int blockFrames) throws PeerException {
    int channels = HeldKeys.channels(piece.voices());
    try {
      BankSet font = piece.asFile(file -> BankSet.open(List.of(file), null));
      Control control =
          new Control(
              OurPlayer.setup(reading, rate, blockFrames, channels, HeldKeys.PER_CHANNEL), font);
      Hands hands = new Hands(control, control.receiver(), piece.voices(), rate * FADE_MS / 1_000);
      return new OurPlayer(control, hands, OurPlayer::sounding, blockFrames);
    } catch (IOException e) {
      throw new PeerException("cannot load the SoundFont: " + e.getMessage(), e);
    }
  }

  private record Hands(Control control, Receiver receiver, int keys, int fadeFrames)
      implements OurPlayer.Hands {
    @Override
    public void rewind() {
      for (int channel = 0; channel < HeldKeys.channels(keys); channel++) {
        send(ShortMessage.CONTROL_CHANGE, channel, ALL_SOUND_OFF, 0);
        send(ShortMessage.CONTROL_CHANGE, channel, REVERB, 0);
        send(ShortMessage.CONTROL_CHANGE, channel, CHORUS, 0);
      }
      control.render(new float[fadeFrames], new float[fadeFrames], fadeFrames);
      HeldKeys.press(
          keys, (channel, key) -> send(ShortMessage.NOTE_ON, channel, key, HeldKeys.VELOCITY));
    }

    private void send(int command, int channel, int data1, int data2) {
      try {
        receiver.send(new ShortMessage(command, channel, data1, data2), -1);
      } catch (InvalidMidiDataException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      receiver.close();
    }
  }
}
