package modpool.doctor.peers;

/// Something that is being played. A song begins again when it has ended.
public interface Player extends AutoCloseable {
  /// Goes back to the beginning, or presses the keys anew.
  void rewind();

  /// Renders the next block.
  void render();

  /// The largest value of the block that was rendered last, on any scale; 0 for silence.
  float peak();

  /// Voices that sound; of a song, its tracks.
  int voices();

  @Override
  void close();
}
