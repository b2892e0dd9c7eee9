package modpool.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import modpool.io.file.BadFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankReaderTest {
  private static final String PRESET =
      """
      {"name": "Kick", "zones": [{"keys": "0-127", "sample": {"file": "../samples/kick.wav"}}]}
      """;

  @TempDir Path outside;
  private Path bank;

  @BeforeEach
  void a_bank_with_a_preset_and_a_sample() throws IOException {
    bank = Files.createDirectory(outside.resolve("bank"));
    Files.createDirectories(bank.resolve("samples"));
    Files.createDirectories(bank.resolve("drums"));
    Files.write(bank.resolve("samples/kick.wav"), WavBytes.mono(8000, 1, 2, 3));
    write("drums/kick.json", PRESET);
    write(
        "bank.json",
        """
        {"$schema": "schema/bank.schema.json", "name": "mine", "licence": "CC0-1.0",
         "programs": {"5": "drums/kick.json"}, "kits": {"0": "drums/kick.json"}}
        """);
  }

  @Test
  void a_folder_and_its_json_file_are_the_same_bank() throws IOException {
    assertEquals("Kick", BankReader.read(bank).program(5).name());
    assertEquals("Kick", BankReader.read(bank.resolve("bank.json")).program(5).name());
    assertEquals("mine", BankReader.read(bank).name());
    assertNull(BankReader.read(bank).program(4));
  }

  @Test
  void a_preset_named_twice_is_one_patch() throws IOException {
    Bank read = BankReader.read(bank);

    assertSame(read.program(5), read.kit(0));
  }

  @Test
  void presets_that_loop_a_file_alike_share_its_sample() throws IOException {
    String looped = PRESET.replace("kick.wav\"", "kick.wav\", \"loop\": \"forward\"");
    write("drums/b.json", PRESET);
    write("drums/c.json", looped);
    write(
        "bank.json",
        """
        {"name": "mine",
         "programs": {"0": "drums/kick.json", "1": "drums/b.json", "2": "drums/c.json"}}
        """);

    Bank read = BankReader.read(bank);

    assertSame(sampleOf(read.program(0)), sampleOf(read.program(1)));
    assertNotSame(sampleOf(read.program(0)), sampleOf(read.program(2)));
  }

  @Test
  void a_preset_that_is_added_shifts_no_other() throws IOException {
    write("drums/snare.json", PRESET.replace("Kick", "Snare"));
    write(
        "bank.json",
        """
        {"name": "mine", "programs": {"4": "drums/snare.json", "5": "drums/kick.json"}}
        """);

    assertEquals("Kick", BankReader.read(bank).program(5).name());
    assertEquals("Snare", BankReader.read(bank).program(4).name());
  }

  @Test
  void a_missing_preset_is_named() throws IOException {
    write("bank.json", "{\"name\": \"mine\", \"programs\": {\"0\": \"none.json\"}}");

    assertEquals(bank.resolve("none.json") + ": does not exist", complaint(bank));
  }

  @Test
  void numbers_outside_0_to_127_are_refused() throws IOException {
    write("bank.json", "{\"name\": \"mine\", \"kits\": {\"128\": \"drums/kick.json\"}}");

    assertEquals(
        bank.resolve("bank.json") + ": kits has the number '128'; 0 to 127 are allowed",
        complaint(bank));
  }

  @Test
  void a_folder_without_a_bank_and_a_missing_path_are_told_apart() throws IOException {
    Path none = outside.resolve("none.json");

    assertEquals(outside + ": is a folder without a bank.json", complaint(outside));
    assertEquals(none + ": does not exist", complaint(none));
  }

  @Test
  void a_bank_cannot_name_files_outside_its_folder() throws IOException {
    Files.write(outside.resolve("secret.wav"), WavBytes.mono(8000, 1));
    write("drums/kick.json", PRESET.replace("../samples/kick.wav", "../../secret.wav"));

    assertEquals(
        bank.resolve("drums/kick.json")
            + ": names the file '../../secret.wav', which is outside the bank's folder",
        complaint(bank));
  }

  @Test
  void a_bank_cannot_name_absolute_paths_or_drives() throws IOException {
    for (String path : new String[] {"/etc/passwd", "C:/secret.wav", "..\\\\..\\\\secret.wav"}) {
      write("drums/kick.json", PRESET.replace("../samples/kick.wav", path));

      assertEquals(
          bank.resolve("drums/kick.json")
              + ": names the file '"
              + path.replace("\\\\", "\\")
              + "'; write a relative path with '/'",
          complaint(bank));
    }
  }

  @Test
  void a_link_out_of_the_folder_is_refused() throws IOException {
    Path secret = Files.write(outside.resolve("secret.wav"), WavBytes.mono(8000, 1));
    Files.delete(bank.resolve("samples/kick.wav"));
    try {
      Files.createSymbolicLink(bank.resolve("samples/kick.wav"), secret);
    } catch (FileSystemException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
    }

    assertEquals(
        bank.resolve("samples/kick.wav") + ": is a link out of the bank's folder", complaint(bank));
  }

  @Test
  void text_that_is_no_json_is_shown_with_its_place() throws IOException {
    write("bank.json", "{\n  \"name\": mine}");

    assertEquals(
        bank.resolve("bank.json")
            + ": is not valid JSON at line 2, column 11: Unrecognized token 'mine': was expecting"
            + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
        complaint(bank));
  }

  @Test
  void a_folder_of_the_jar_is_read_by_the_same_paths() throws IOException {
    try (Folder.OnClassPath jar = new Folder.OnClassPath("/modpool/", _ -> {})) {
      byte[] read = jar.read(jar.resolve("io/X.class", "../patch/Bank.class"), 1 << 20);

      assertEquals((byte) 0xCA, read[0], "a class file begins with CAFEBABE");
      BadFileException e = assertThrows(BadFileException.class, () -> jar.read("x.json", 1));
      assertEquals("built-in x.json: does not exist", e.getMessage());
    }
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(bank.resolve(path), text);
  }

  private static Sample sampleOf(Patch patch) {
    return patch.zoneFor(60).sample();
  }

  private static String complaint(Path path) {
    return assertThrows(BadFileException.class, () -> BankReader.read(path)).getMessage();
  }
}
