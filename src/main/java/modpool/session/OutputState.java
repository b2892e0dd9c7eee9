package modpool.session;

import modpool.io.RealTime;

/// How the output stands.
///
/// @param description for people
/// @param rate frames per second
/// @param eventDelayFrames by which a message waits for its block
/// @param latencyFrames from a block's rendering to the ear
public record OutputState(
    String description,
    int rate,
    int blockFrames,
    int eventDelayFrames,
    int latencyFrames,
    RealTime realTime) {

  /// A number of frames in milliseconds.
  public double ms(int frames) {
    return 1000.0 * frames / rate;
  }
}
