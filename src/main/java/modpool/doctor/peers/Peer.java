package modpool.doctor.peers;

import java.util.Set;

/// A program that plays songs, or a SoundFont.
public interface Peer {
  String name();

  /// Empty where that says nothing.
  String version();

  /// How it can read samples.
  Set<Reading> readings();

  /// Begins to play.
  ///
  /// @param blockFrames rendered at a time
  /// @throws PeerException when it will not
  Player open(Piece piece, Reading reading, int rate, int blockFrames) throws PeerException;
}
