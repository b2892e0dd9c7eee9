package modpool.patch.wave;

import modpool.io.file.BadFileException;
import modpool.patch.Recording;
import modpool.patch.Sample.Loop;

/// How to read a file that is nothing but signed 8-bit points, as Amiga samplers left them.
///
/// @param rateHz frames per second at key 60
/// @param loopStart first frame of the loop
/// @param loopLength frames of the loop, 0 for none
public record RawFormat(double rateHz, int loopStart, int loopLength) {

  /// @param name what to call the file in a message
  Recording read(String name, byte[] bytes) throws BadFileException {
    if (!(rateHz >= 1 && rateHz <= 1_000_000)) {
      throw new BadFileException(name, "cannot have " + rateHz + " Hz; 1 to 1000000 are allowed");
    }
    if (bytes.length > Recording.MAX_POINTS) {
      throw new BadFileException(name, "is too long: " + bytes.length + " frames");
    }
    if (loopStart < 0 || loopLength < 0 || (long) loopStart + loopLength > bytes.length) {
      throw new BadFileException(
          name,
          "has %d frames; a loop of %d from %d does not lie in them"
              .formatted(bytes.length, loopLength, loopStart));
    }
    float[] points = new float[bytes.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = bytes[i] * 0x1p-7f;
    }
    Recording plain = Recording.of(points, null, rateHz, 8);
    return loopLength == 0 ? plain : plain.looped(Loop.FORWARD, loopStart, loopStart + loopLength);
  }
}
