package modpool.io.javasound;

import javax.sound.sampled.SourceDataLine;
import modpool.io.Pcm;

/// A line that plays.
///
/// @param bufferBytes its buffer, as read back
record OpenLine(SourceDataLine line, int bufferBytes) {
  /// Starts a line that has been opened. Its buffer is filled with silence up to a block: so the
  /// first blocks are not asked for all at once.
  static OpenLine start(SourceDataLine opened, int blockBytes) {
    int bufferBytes = opened.getBufferSize();
    opened.start();
    int silence = Math.max(0, Math.min(bufferBytes, opened.available()) - blockBytes);
    opened.write(new byte[silence], 0, silence);
    return new OpenLine(opened, bufferBytes);
  }

  int bufferFrames() {
    return bufferBytes / Pcm.FRAME_BYTES;
  }

  void close() {
    line.flush();
    line.close();
  }
}
