package modpool.session.song;

import modpool.control.Control;
import modpool.midi.MidiFile;
import modpool.midi.MidiSequence;

/// A loaded MIDI file as it is begun, stopped and begun anew. For one thread.
final class MidiFilePlay {
  private final Control control;
  private final LoadedSong song;
  private final MidiFile file;
  private final int loops;
  private MidiSequence once; // at its rate
  private int rate;
  private boolean begun; // it begins when it is first played
  private int number; // of the time that it plays, or played last

  /// @param read the file at the rate of the output
  /// @param loops how many times it is played, 0 for ever
  MidiFilePlay(Control control, LoadedSong song, Performance.OfMidi read, int loops) {
    this.control = control;
    this.song = song;
    this.loops = loops;
    file = read.file();
    once = read.sequence();
    rate = control.rate();
  }

  /// Plays from the beginning. What is repeated is compiled once for a rate, since a take keeps all
  /// that was played.
  void begin(SongDesk.FileListener files) {
    if (rate != control.rate()) {
      rate = control.rate();
      once = file.compile(rate);
    }
    int most = Integer.MAX_VALUE / once.size();
    int times = loops > 0 ? Math.min(loops, most) : most;
    MidiSequence whole = once.repeated(times);
    files.know(whole, song.content(), times);
    begun = true;
    number = control.play(whole);
  }

  /// Stands still, or plays on.
  void run(boolean runs) {
    control.sequenceRuns(number, runs);
  }

  /// Goes back to its beginning and waits there.
  void end() {
    begun = false;
    control.play(null);
  }

  boolean isBegun() {
    return begun;
  }

  /// Whether another rate of the output has ended it.
  boolean isCutOff() {
    return begun && control.rate() != rate;
  }

  /// Whether a notice of an end, as [modpool.bridge.Notices] has it, is of this time.
  boolean isEnd(int told) {
    return told == -number;
  }
}
