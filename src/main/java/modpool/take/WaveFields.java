package modpool.take;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
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

  private WaveFields() {}

  /// The points of both sides together.
  static long points(Waveform wave) {
    return (long) wave.length() * (wave.isStereo() ? 2 : 1);
  }

  /// @param mostPoints of both sides together
  /// @throws IllegalArgumentException when it is too long
  static void write(Waveform wave, ObjectNode node, long mostPoints) {
    if (wave.length() > MOST_FRAMES) {
      throw new IllegalArgumentException(
          "a patch was edited whose waveform '%s' is too long for a take".formatted(wave.name()));
    }
    if (points(wave) > mostPoints) {
      throw new IllegalArgumentException(
          "patches were edited whose waveforms, with '%s', are together too long for a take"
              .formatted(wave.name()));
    }
    node.put("name", wave.name()).put("rate", wave.rateHz()).put("bits", wave.bits());
    node.put("frames", wave.length());
    write(wave.side(0), node.putArray("left"));
    if (wave.isStereo()) {
      write(wave.side(1), node.putArray("right"));
    }
  }

  private static void write(float[] points, ArrayNode texts) {
    ByteBuffer raw = ByteBuffer.allocate(points.length * Float.BYTES);
    raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(points);
    byte[] bytes = deflated(raw.array());
    for (int from = 0; from < bytes.length; from += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, bytes.length - from);
      ByteBuffer chunk = ByteBuffer.wrap(bytes, from, length).slice();
      texts.add(new String(Base64.getEncoder().encode(chunk).array(), StandardCharsets.US_ASCII));
    }
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail so
    } finally {
      deflater.end();
    }
    return out.toByteArray();
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
