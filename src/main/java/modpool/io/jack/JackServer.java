package modpool.io.jack;

import java.util.Optional;

/// What a running server says of itself.
///
/// @param rate frames per second
/// @param blockFrames frames of its period
public record JackServer(int rate, int blockFrames) {
  /// What the port for MIDI is called.
  public static final String MIDI_PORT = JackClient.NAME + ":midi_in";

  /// Looks for a server, without starting one.
  ///
  /// @param name the server's, or null for the default
  public static Optional<JackServer> find(String name) {
    if (!LibJack.isPresent()) {
      return Optional.empty();
    }
    try (LibClient client = LibClient.open(name, JackClient.NAME + "-look")) {
      if (client == null) {
        return Optional.empty();
      }
      int rate = (int) LibJack.SAMPLE_RATE.invokeExact(client.address());
      int blockFrames = (int) LibJack.BUFFER_SIZE.invokeExact(client.address());
      return Optional.of(new JackServer(rate, blockFrames));
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }
}
