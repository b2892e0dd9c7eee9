import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a [Wave] as a 16-bit mono WAV. Root key and loop go into its `smpl` chunk, so that the
/// presets need not repeat them and can't disagree with the sound.
final class Wav {
  private static final int SMPL_BYTES = 36;
  private static final int LOOP_BYTES = 24;

  private Wav() {}

  static void write(Path file, Wave wave) throws IOException {
    int dataBytes = wave.frames().length * 2;
    int smplBytes = SMPL_BYTES + (wave.loops() ? LOOP_BYTES : 0);
    ByteBuffer out =
        ByteBuffer.allocate(12 + 24 + 8 + smplBytes + 8 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    tag(out, "RIFF").putInt(out.capacity() - 8);
    tag(out, "WAVE");
    tag(out, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1).putInt(wave.rate());
    out.putInt(wave.rate() * 2).putShort((short) 2).putShort((short) 16);
    sampler(out, wave, smplBytes);
    tag(out, "data").putInt(dataBytes);
    for (double frame : wave.frames()) {
      out.putShort((short) StrictMath.round(Math.clamp(frame, -1.0, 1.0) * 32767));
    }
    Files.write(file, out.array());
  }

  private static void sampler(ByteBuffer out, Wave wave, int bytes) {
    tag(out, "smpl").putInt(bytes).putInt(0).putInt(0);
    out.putInt((int) StrictMath.round(1e9 / wave.rate())).putInt(wave.rootKey()).putInt(0);
    out.putInt(0).putInt(0).putInt(wave.loops() ? 1 : 0).putInt(0);
    if (wave.loops()) {
      // The chunk's loop end is the last frame played, hence - 1.
      out.putInt(0).putInt(0).putInt(wave.loopStart()).putInt(wave.loopEnd() - 1);
      out.putInt(0).putInt(0);
    }
  }

  private static ByteBuffer tag(ByteBuffer out, String fourLetters) {
    return out.put(fourLetters.getBytes(StandardCharsets.US_ASCII));
  }
}
