package modpool.io.javasound;

import javax.sound.sampled.SourceDataLine;
import modpool.io.file.OutputException;

/// Where lines come from: Java Sound, or a test. What it does may take long.
interface LineSource {
  /// The full name of a device, which stays the same from one start to the next.
  ///
  /// @param device part of the name, in any case, or null for the default
  /// @throws OutputException when there is none
  String name(String device, int rate) throws OutputException;

  /// Opens a line of 16-bit stereo; it is not started.
  ///
  /// @param bufferFrames the buffer to ask for; the line may have another
  SourceDataLine open(String device, int rate, int bufferFrames) throws OutputException;
}
