package modpool.io;

import java.util.List;
import java.util.SortedMap;
import modpool.bridge.Meters;
import modpool.io.file.OutputException;

/// Where sound goes, and who keeps time. Called from control.
public interface AudioOutput {
  /// Opens the output and starts its render loop on a thread of the highest priority.
  ///
  /// @param renderer what to call for each block
  /// @param meters where underruns and load are counted
  /// @throws OutputException when it cannot be had; nothing is left open then
  void start(BlockRenderer renderer, Meters meters) throws OutputException;

  /// Ends the loop; returns after the last call of the renderer has ended. Harmless when done
  /// twice.
  ///
  /// @throws OutputException when what was written could not be finished (a file)
  void stop() throws OutputException;

  /// Frames per second.
  int rate();

  /// Frames of a block.
  int blockFrames();

  /// Frames between a block's rendering and its being heard, as far as known.
  int latencyFrames();

  /// Frames by which a message that comes with no frame of its own waits for its block: one block
  /// where the output is not called in a cycle that brings its messages along.
  default int eventDelayFrames() {
    return 0;
  }

  /// How the thread that renders stands with the system.
  default RealTime realTime() {
    return RealTime.SERVER;
  }

  /// Who our ports are connected to: names of others' by the short names of ours; null when we have
  /// no ports. Any thread may ask.
  default SortedMap<String, List<String>> cables() {
    return null;
  }

  /// Lets our ports be connected so from the start, as far as those others are there, instead of as
  /// usual. To be called before the start.
  default void connect(SortedMap<String, List<String>> cables) {}

  /// For people: `Java Sound, default device, 48000 Hz, blocks of 64, buffer 256 frames (5.3 ms)`.
  String description();

  /// What keeps sound from going out at the moment, in words for people, or null. Control asks now
  /// and then; an output whose device has gone tries by itself to get it back.
  default String trouble() {
    return null;
  }

  /// The next thing that has happened and is over, in one line for people, or null. Control asks
  /// now and then.
  default String news() {
    return null;
  }

  /// What ended the render loop, which is a bug; null while all is well. Control asks now and then.
  default Throwable failure() {
    return null;
  }
}
