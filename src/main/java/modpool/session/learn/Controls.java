package modpool.session.learn;

import modpool.bridge.board.ChannelBoard;
import modpool.control.Control;
import modpool.learn.ControlName;
import modpool.learn.Knob;
import modpool.session.song.SongDesk;

/// What learned controllers move: where it stands, and how it is moved. The session's thread.
final class Controls {
  private static final int MIDDLE = 64;
  private static final int MOST = 127;

  private final Control control;
  private final SongDesk desk;

  Controls(Control control, SongDesk desk) {
    this.control = control;
    this.desk = desk;
  }

  /// A button.
  ///
  /// @throws IllegalArgumentException when it can't be pressed now; the message says why
  void press(ControlName name) {
    switch (name.knob()) {
      case MUTE -> desk.channels().mute(name.number());
      case SOLO -> desk.channels().solo(name.number());
      case TRACK_MUTE -> desk.mute(name.number());
      case TRACK_SOLO -> desk.solo(name.number());
      case PANIC -> control.panic();
      case PLAY -> desk.pause();
      case RESTART -> desk.restart();
      case BACK -> desk.move(-1);
      case NEXT -> desk.move(1);
      default -> throw new IllegalStateException(name.text());
    }
  }

  /// Where something that has a value stands, 0-127.
  int value(ControlName name) {
    ChannelBoard board = control.board().channels();
    int channel = name.number() - 1;
    return switch (name.knob()) {
      case VOLUME -> ChannelBoard.volume(board.setting(channel));
      case PAN -> ChannelBoard.pan(board.setting(channel));
      case MACRO1 -> board.macro(channel, 0);
      case MACRO2 -> board.macro(channel, 1);
      case MACRO3 -> board.macro(channel, 2);
      case MACRO4 -> board.macro(channel, 3);
      case REVERB -> board.reverb(channel);
      case CHORUS -> board.chorus(channel);
      case MASTER -> board.master() >> 7;
      case TEMPO -> valueOfTempo(desk.tempo());
      default -> throw new IllegalStateException(name.text());
    };
  }

  /// Where something will stand that is turned to a value: a tempo's percents are coarser than
  /// that.
  int reached(ControlName name, int value) {
    return name.knob() == Knob.TEMPO ? valueOfTempo(tempoOf(value)) : value;
  }

  /// @param value 0-127
  void turn(ControlName name, int value) {
    switch (name.knob()) {
      case MASTER -> control.desk().masterVolume(value);
      case TEMPO -> {
        if (desk.isLoaded()) {
          desk.tempo(tempoOf(value));
        }
      }
      default -> control.desk().controller(name.number(), name.knob().controller(), value);
    }
  }

  /// A knob goes from half to twice the tempo; its middle is as written.
  static int tempoOf(int value) {
    return value <= MIDDLE
        ? 50 + Math.round(50f * value / MIDDLE)
        : 100 + Math.round(100f * (value - MIDDLE) / (MOST - MIDDLE));
  }

  /// The opposite, as near as a knob can be.
  static int valueOfTempo(int percent) {
    float value =
        percent <= 100
            ? (percent - 50) * MIDDLE / 50f
            : MIDDLE + (percent - 100) * (MOST - MIDDLE) / 100f;
    return Math.clamp(Math.round(value), 0, MOST);
  }
}
