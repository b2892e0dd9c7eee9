package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import modpool.bridge.Event;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.midi.MidiFile;
import modpool.midi.MidiSequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A sequence that begins again, and ends, while somebody plays along.
class SequenceEndTest {
  private static final int BEAT = RackRig.RATE / 2;
  private static final int SUSTAIN = 64;
  private static final int HAND = 1; // whoever plays along

  /// A beat of a key and a pedal that the file never lets go.
  private static MidiSequence held() throws IOException {
    int[] file = {
      'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 0, 0, 1, 0, 96, //
      'M', 'T', 'r', 'k', 0, 0, 0, 12, //
      0, 0x90, 64, 100, 0, 0xB0, SUSTAIN, 127, 96, 0xFF, 0x2F, 0
    };
    byte[] bytes = new byte[file.length];
    for (int i = 0; i < file.length; i++) {
      bytes[i] = (byte) file[i];
    }
    return MidiFile.of("held.mid", bytes).compile(RackRig.RATE);
  }

  @ParameterizedTest
  @EnumSource
  void its_own_keys_and_pedals_go_up_and_nobody_else_s(Kind kind) throws IOException {
    RackRig rig = new RackRig(kind);
    rig.racks.openChannel(0, 4);
    rig.racks.openChannel(1, 4);
    rig.racks.setSequence(held().repeated(2));
    rig.publish();
    rig.send(Event.NOTE_ON, HAND, 0, 60, 100);
    rig.send(Event.NOTE_ON, HAND, 1, 60, 100);
    rig.send(Event.CONTROL, HAND, 1, SUSTAIN, 127);
    rig.send(Event.NOTE_OFF, HAND, 1, 60, 64);

    rig.render(BEAT + BEAT / 2);
    assertEquals(3, rig.voices(), "at the seam the file's key goes up, and comes again");

    rig.render(BEAT);
    assertEquals(2, rig.voices(), "at the end it is up");

    rig.send(Event.NOTE_OFF, HAND, 0, 60, 64);
    rig.render(BEAT);
    assertEquals(1, rig.voices(), "the file's pedal does not hold it");

    rig.send(Event.CONTROL, HAND, 1, SUSTAIN, 0);
    rig.render(BEAT);
    assertEquals(0, rig.voices());
  }
}
