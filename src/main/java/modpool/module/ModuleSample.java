package modpool.module;

import java.util.Objects;

/// A sample of a module.
///
/// @param name as the composer wrote it, often part of a message to the listener
/// @param finetune -8..7, in eighths of a semitone
/// @param volume 0..64
/// @param loopStart first frame of the loop
/// @param loopLength frames of the loop, 0 for none; the loop lies inside the data
/// @param data signed 8-bit frames; not to be written to
public record ModuleSample(
    String name, int finetune, int volume, int loopStart, int loopLength, byte[] data) {

  /// A slot without a waveform.
  public static final ModuleSample EMPTY = new ModuleSample("", 0, 0, 0, 0, new byte[0]);

  public ModuleSample {
    Objects.requireNonNull(name);
    if (finetune < -8 || finetune > 7 || volume < 0 || volume > 64) {
      throw new IllegalArgumentException("finetune " + finetune + ", volume " + volume);
    }
    if (loopStart < 0 || loopLength < 0 || loopStart + loopLength > data.length) {
      throw new IllegalArgumentException(
          "loop of " + loopLength + " at " + loopStart + " in " + data.length + " frames");
    }
  }

  /// Frames of the waveform.
  public int length() {
    return data.length;
  }

  public boolean isEmpty() {
    return data.length == 0;
  }

  public boolean isLooped() {
    return loopLength > 0;
  }
}
