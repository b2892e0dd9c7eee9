package modpool.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a bank as files, its presets given as JSON text.
public final class BankFolder {
  private final Path folder;
  private final List<String> programs = new ArrayList<>();

  public BankFolder(Path folder) {
    this.folder = folder;
  }

  /// Adds a mono waveform of 32-bit floats; a preset names it as `NAME.wav`.
  public BankFolder wave(String name, int rateHz, float... frames) throws IOException {
    Files.write(folder.resolve(name + ".wav"), wav(rateHz, frames));
    return this;
  }

  /// Adds the next program.
  public BankFolder program(String json) throws IOException {
    String file = "program-" + programs.size() + ".json";
    Files.writeString(folder.resolve(file), json);
    programs.add("\"" + programs.size() + "\": \"" + file + "\"");
    return this;
  }

  /// Adds a program that loops a waveform over all keys.
  ///
  /// @param sound the members of the preset's sound, as JSON; may be empty
  public BankFolder loop(String wave, String sound) throws IOException {
    return program(
        """
        {"name": "%s", "sound": {"velocityTracking": 0%s},
         "zones": [{"keys": "0-127",
                    "sample": {"file": "%s.wav", "rootKey": 60, "loop": "forward"}}]}
        """
            .formatted(wave, sound.isEmpty() ? "" : ", " + sound, wave));
  }

  /// Writes the bank's own file. Its program 0 is its drum kit too.
  public Path write() throws IOException {
    return write(0);
  }

  /// Likewise; another program is its drum kit.
  public Path write(int kit) throws IOException {
    String kits = "\"0\":" + programs.get(kit).split(":", 2)[1];
    Files.writeString(
        folder.resolve("bank.json"),
        "{\"name\": \"test\", \"programs\": {%s}, \"kits\": {%s}}"
            .formatted(String.join(", ", programs), kits));
    return folder;
  }

  private static byte[] wav(int rateHz, float[] frames) {
    int bytes = 4 * frames.length;
    ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 3).putShort((short) 1).putInt(rateHz).putInt(4 * rateHz);
    file.putShort((short) 4).putShort((short) 32).put(ascii("data")).putInt(bytes);
    for (float value : frames) {
      file.putFloat(value);
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
