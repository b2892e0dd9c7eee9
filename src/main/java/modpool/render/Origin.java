package modpool.render;

/// Where notes come from. Each has an Amiga's output stage to itself, so that a song's switching of
/// the LED filter is not heard on the channels beside it.
public enum Origin {
  /// The MIDI channels.
  CHANNELS,
  /// The tracks of a song.
  SONG
}
