package modpool.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import modpool.control.Control;

/// Sound on demand: what is read is rendered at that moment, without end. Once it or the
/// synthesizer is closed, reading fails. Reading is for one thread at a time; any may close it
/// meanwhile.
final class RenderedStream extends InputStream {
  private static final int BLOCK = 64;
  private static final int CHANNELS = 2;

  private final Control control;
  private final AudioFormat format;
  private final int bytesPerSample;
  private final float[] left = new float[BLOCK];
  private final float[] right = new float[BLOCK];
  private final ByteBuffer block;
  private final AtomicBoolean closed = new AtomicBoolean();

  /// @param format as [#supports] says
  RenderedStream(Control control, AudioFormat format) {
    this.control = control;
    this.format = format;
    bytesPerSample = format.getSampleSizeInBits() / 8;
    block =
        ByteBuffer.allocate(BLOCK * CHANNELS * bytesPerSample)
            .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    block.limit(0);
  }

  /// Stereo, whole numbers of 16 bits or floats of 32.
  static boolean supports(AudioFormat format) {
    boolean isPcm =
        format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
            && format.getSampleSizeInBits() == 16;
    boolean isFloat =
        format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT)
            && format.getSampleSizeInBits() == 32;
    return format.getChannels() == CHANNELS && (isPcm || isFloat);
  }

  @Override
  public int read() throws IOException {
    checkOpen();
    fill();
    return block.get() & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    checkOpen();
    int done = 0;
    while (done < length) {
      fill();
      int part = Math.min(length - done, block.remaining());
      block.get(bytes, offset + done, part);
      done += part;
    }
    return length;
  }

  /// What is there without rendering more.
  @Override
  public int available() throws IOException {
    checkOpen();
    return block.remaining();
  }

  @Override
  public long skip(long bytes) throws IOException {
    checkOpen();
    return super.skip(bytes);
  }

  /// Ends the stream; the synthesizer stays open.
  @Override
  public void close() {
    closed.set(true);
  }

  private void checkOpen() throws IOException {
    if (closed.get()) {
      throw new IOException("modpool's stream is closed");
    }
  }

  private void fill() {
    if (block.hasRemaining()) {
      return;
    }
    block.clear();
    control.render(left, right, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      put(left[i]);
      put(right[i]);
    }
    block.flip();
  }

  private void put(float value) {
    if (format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT)) {
      block.putFloat(value);
    } else {
      int whole = (int) Math.floor(value * 32768f + 0.5);
      block.putShort((short) Math.clamp(whole, Short.MIN_VALUE, Short.MAX_VALUE));
    }
  }
}
