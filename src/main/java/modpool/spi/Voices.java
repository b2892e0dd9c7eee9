package modpool.spi;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.VoiceStatus;
import modpool.bridge.board.VoiceBoard;
import modpool.control.Control;
import modpool.render.Strip;

/// What the voices of the channels do, as `javax.sound.midi` shows it.
final class Voices {
  private static final int LOUDEST = 127;

  private final ChannelMirror[] mirrors;

  Voices(ChannelMirror[] mirrors) {
    this.mirrors = mirrors;
  }

  /// One row for each voice that the channels have.
  VoiceStatus[] status(Control control) {
    VoiceBoard board = control.board();
    List<VoiceStatus> rows = new ArrayList<>();
    List<Strip> strips = control.strips();
    for (int slot = 0; slot < Math.min(strips.size(), VoiceBoard.STRIPS); slot++) {
      Strip strip = strips.get(slot);
      for (int voice = 0; strip.channel() >= 0 && voice < strip.voices(); voice++) {
        rows.add(row(strip.channel(), board.voice(slot, voice)));
      }
    }
    return rows.toArray(VoiceStatus[]::new);
  }

  private VoiceStatus row(int channel, int cell) {
    VoiceStatus row = new VoiceStatus();
    row.channel = channel;
    if (cell != VoiceBoard.SILENT) {
      row.active = true;
      row.bank = mirrors[channel].bank();
      row.program = mirrors[channel].program();
      row.note = Math.max(0, VoiceBoard.key(cell));
      row.volume = Math.round(VoiceBoard.level(cell) * LOUDEST);
    }
    return row;
  }
}
