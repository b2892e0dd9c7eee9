package modpool.session.song;

import java.nio.file.Path;
import modpool.io.file.Content;
import modpool.module.Module;
import modpool.tracker.SongTimes;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPosition;

/// A file that a session plays. Immutable.
///
/// @param title of a module, or the file's name
/// @param times null for a MIDI file
record LoadedSong(String title, Performance performance, SongTimes times) {

  /// @param performance what was read from the file
  static LoadedSong of(Path file, Performance performance, SongTiming timing) {
    String name = String.valueOf(file.getFileName());
    return switch (performance) {
      case Performance.OfSong song -> {
        String title = song.module().title().strip();
        SongTimes times = new SongTimes(song.module(), timing);
        yield new LoadedSong(title.isEmpty() ? name : title, performance, times);
      }
      case Performance.OfMidi _ -> new LoadedSong(name, performance, null);
    };
  }

  /// What was read, as it is known again.
  Content content() {
    return performance.content();
  }

  /// Null for a MIDI file.
  Module module() {
    return performance instanceof Performance.OfSong song ? song.module() : null;
  }

  /// The last order of a module.
  int lastOrder() {
    return module().orders().size() - 1;
  }

  /// Seconds of a module up to a place, as [SongPosition] has it, as they are written.
  double secondsAt(long position) {
    return times.secondsAt(SongPosition.order(position), SongPosition.row(position));
  }

  /// Seconds of once through, as they are written.
  ///
  /// @param rate output frames per second
  double seconds(int rate) {
    return times != null ? times.lengthSeconds() : (double) performance.endFrame() / rate;
  }
}
