package modpool.take;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import modpool.edit.Waveform;
import modpool.io.file.BadFileException;
import modpool.patch.Fields;

/// Waveforms as JSON and back, to the last bit: their points as little-endian floats, deflated, in
/// base 64.
final class WaveFields {
  private static final int MOST_FRAMES = 1 << 25;
  private static final int CHUNK_BYTES = 768 << 10; // of a text: readers bound those
  private static final int CHUNK_CHARS = CHUNK_BYTES / 3 * 4;
  private static final int MOST_CHUNKS = 128;
  private static final int MOST_RATE = 1_000_000;
  private static final int PIECE = 1 << 16; // points that are packed at once

  private WaveFields() {}

  /// The points of both sides together.
  static long points(Waveform wave) {
    return (long) wave.length() * (wave.isStereo() ? 2 : 1);
  }

  /// @param mostPoints of both sides together
  /// @param mostChars of its texts together
  /// @return how many characters its texts have
  /// @throws IllegalArgumentException when it is too long
  static long write(Waveform wave, ObjectNode node, long mostPoints, long mostChars) {
    if (wave.length() > MOST_FRAMES) {
      throw new IllegalArgumentException(
          "a patch was edited whose waveform '%s' is too long for a take".formatted(wave.name()));
    }
    if (points(wave) > mostPoints) {
      throw tooLongTogether(wave);
    }
    node.put("name", wave.name()).put("rate", wave.rateHz()).put("bits", wave.bits());
    node.put("frames", wave.length());
    long chars = write(wave, 0, node.putArray("left"), mostChars);
    return wave.isStereo()
        ? chars + write(wave, 1, node.putArray("right"), mostChars - chars)
        : chars;
  }

  private static IllegalArgumentException tooLongTogether(Waveform wave) {
    return new IllegalArgumentException(
        "patches were edited whose waveforms, with '%s', are together too long for a take"
            .formatted(wave.name()));
  }

  /// @return how many characters the texts have
  private static long write(Waveform wave, int side, ArrayNode texts, long mostChars) {
    float[] points = wave.side(side);
    byte[] chunk = new byte[CHUNK_BYTES];
    int filled = 0;
    int fed = 0;
    long chars = 0;
    Deflater deflater = new Deflater();
    try {
      while (!deflater.finished()) {
        if (deflater.needsInput()) {
          fed = feed(points, fed, deflater);
        }
        filled += deflater.deflate(chunk, filled, CHUNK_BYTES - filled);
        if (filled == CHUNK_BYTES || deflater.finished()) {
          byte[] text = Base64.getEncoder().encode(Arrays.copyOf(chunk, filled));
          chars += text.length;
          if (chars > mostChars) {
            throw tooLongTogether(wave);
          }
          texts.add(new String(text, StandardCharsets.US_ASCII));
          filled = 0;
        }
      }
    } finally {
      deflater.end();
    }
    return chars;
  }

  /// Hands over some of the points from one on.
  ///
  /// @return the next one
  private static int feed(float[] points, int from, Deflater deflater) {
    int end = Math.min(points.length, from + PIECE);
    ByteBuffer raw = ByteBuffer.allocate((end - from) * Float.BYTES);
    raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(points, from, end - from);
    deflater.setInput(raw.array());
    if (end == points.length) {
      deflater.finish();
    }
    return end;
  }

  /// @param mostPoints of both sides together
  /// @throws BadFileException when it is damaged, or too long
  static Waveform read(Fields node, long mostPoints) throws BadFileException {
    int frames = node.whole("frames", 1, 1, MOST_FRAMES);
    if ((long) frames * (node.has("right") ? 2 : 1) > mostPoints) {
      throw node.bad("has more points than waveforms of a take may have together");
    }
    return Waveform.of(
        node.text("name"),
        node.whole("rate", 44_100, 1, MOST_RATE),
        node.whole("bits", 32, 8, 32),
        points(node, "left", frames),
        node.has("right") ? points(node, "right", frames) : null);
  }

  private static float[] points(Fields node, String key, int frames) throws BadFileException {
    ByteBuffer raw = ByteBuffer.allocate(frames * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Inflater inflater = new Inflater();
    try {
      for (String text : node.texts(key, MOST_CHUNKS, CHUNK_CHARS)) {
        inflater.setInput(Base64.getDecoder().decode(text));
        inflater.inflate(raw);
      }
      if (raw.hasRemaining()) {
        throw node.bad("has fewer points than its %d frames".formatted(frames));
      }
    } catch (DataFormatException | IllegalArgumentException e) {
      throw node.bad("has points that are damaged: " + e.getMessage());
    } finally {
      inflater.end();
    }
    float[] points = new float[frames];
    raw.flip().asFloatBuffer().get(points);
    for (float point : points) {
      if (!Float.isFinite(point)) {
        throw node.bad("has a point that is no number");
      }
    }
    return points;
  }
}
