package modpool.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import modpool.io.file.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalaReaderTest {
  private static final double NEAR = 1e-9; // cents

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {5, 12, 19, 31, 53})
  void equal_steps_from_middle_c(int steps) throws IOException {
    StringBuilder text = new StringBuilder("! equal.scl\n!\nequal steps\n " + steps + "\n!\n");
    for (int i = 1; i <= steps; i++) {
      text.append(i == steps ? " 2/1\n" : " " + 1200.0 * i / steps + "\n");
    }
    Tuning tuning = ScalaReader.read(file("equal.scl", text.toString()), null);

    for (int key = 0; key < Tuning.KEYS; key++) {
      double cents = 6000 + (key - 60) * 1200.0 / steps;
      double hz = 440 * Math.pow(2, (cents - 6900) / 1200);
      if (hz < 1 || hz > 20_000) {
        assertTrue(Double.isNaN(tuning.detuneCents(key)), "key " + key + " is not for ears");
      } else {
        assertEquals(cents - 100 * key, tuning.detuneCents(key), NEAR, "key " + key);
      }
    }
  }

  @Test
  void cents_ratios_whole_numbers_and_remarks() throws IOException {
    Scale scale =
        scale(
            """
            ! by hand
            Any kinds of notes
            6 notes follow
            !
            100.0 cents
               -5.0
             5/4 a third
            3 an octave and a fifth
            \t0.
            1200.
            and more that nobody reads
            """);

    assertEquals("Any kinds of notes", scale.description());
    double[] wanted = {0, 100, -5, 386.31371386483485, 1901.9550008653873, 0, 1200, 1300};
    for (int degree = 0; degree < wanted.length; degree++) {
      assertEquals(wanted[degree], scale.centsAt(degree), NEAR, "degree " + degree);
    }
    assertEquals(-1200, scale.centsAt(-6), NEAR);
    assertEquals(0 - 1200 + 0, scale.centsAt(-1), NEAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_may_end_as_on_any_system(String end) throws IOException {
    assertEquals(1200, scale(String.join(end, "! é", "", "1", "2/1")).centsAt(1), NEAR);
  }

  @Test
  void the_reference_key_has_the_frequency_of_the_map() throws IOException {
    Path scale = file("just.scl", "just\n7\n9/8\n5/4\n4/3\n3/2\n5/3\n15/8\n2\n");
    Path map =
        file(
            "white.kbm",
            """
            ! The white keys
            12
            0
            127
            60
            69
            432.0
            7
            0
            x
            1
            x
            2
            3
            x
            4
            x
            5
            x
            6
            """);
    Tuning tuning = ScalaReader.read(scale, map);

    double c = 432.0 * 3 / 5;
    assertEquals(432, tuning.hertz(69), 1e-9);
    assertEquals(c, tuning.hertz(60), 1e-9);
    assertEquals(c * 9 / 8, tuning.hertz(62), 1e-9);
    assertEquals(c * 15 / 8, tuning.hertz(71), 1e-9);
    assertEquals(c * 2, tuning.hertz(72), 1e-9);
    assertEquals(c / 4, tuning.hertz(36), 1e-9);
    assertEquals(c / 4 * 3 / 2, tuning.hertz(43), 1e-9);
    assertTrue(Double.isNaN(tuning.hertz(61)), "a black key is silent");
  }

  @Test
  void keys_outside_the_map_stay_in_equal_temperament() throws IOException {
    Path scale = file("third.scl", "thirds\n1\n5/4\n");
    Path map = file("some.kbm", "0\n60\n71\n60\n60\n261.6255653\n0\n");
    Tuning tuning = ScalaReader.read(scale, map);

    assertEquals(0, tuning.detuneCents(59));
    assertEquals(386.3137 - 100, tuning.detuneCents(61), 1e-4);
    assertEquals(0, tuning.detuneCents(72));
  }

  @Test
  void what_a_map_leaves_out_at_its_end_is_not_mapped() throws IOException {
    Path scale = file("two.scl", "halves\n2\n600.\n2\n");
    Path map = file("short.kbm", "4\n0\n127\n60\n60\n261.6255653\n2\n0\n1\n! no more\n\n");
    Tuning tuning = ScalaReader.read(scale, map);

    assertEquals(500, tuning.detuneCents(61), 1e-6);
    assertTrue(Double.isNaN(tuning.detuneCents(62)));
    assertTrue(Double.isNaN(tuning.detuneCents(63)));
    assertEquals(1200 - 400, tuning.detuneCents(64), 1e-6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                 | is empty",
        "'! only remarks'   | ends where the scale's description ought to stand",
        "'x\n'              | line 2: '' is no number of notes",
        "'x\nmany\n'        | line 2: 'many' is no number of notes",
        "'x\n0\n'           | has no notes; a scale needs at least its period",
        "'x\n4097\n'        | line 2: '4097' is no number of notes from 0 to 4096",
        "'x\n"
            + "2\n"
            + "3/2\n"
            + "'      | line 4: '' is neither cents, such as 701.955, nor a ratio, such as 3/2",
        "'x\n2\n3/2'        | ends where note 2 of 2 ought to stand",
        "'x\n"
            + "1\n"
            + "-3/2\n"
            + "'     | line 3: '-3/2' is neither cents, such as 701.955, nor a ratio, such as 3/2",
        "'x\n"
            + "1\n"
            + "3/0\n"
            + "'      | line 3: '3/0' is neither cents, such as 701.955, nor a ratio, such as 3/2",
        "'x\n1\n1.2.3\n'    | line 3: '1.2.3' is no number of cents, such as 701.955",
        "'x\n1\n1e5.0\n'    | line 3: '1e5.0' is no number of cents, such as 701.955",
        "'x\n1\n999999999.' | line 3: '999999999.' lies more than a hundred octaves away",
      })
  void a_bad_scale_is_refused_with_its_place(String text, String why) throws IOException {
    Path file = file("bad.scl", text);

    var refused = assertThrows(BadFileException.class, () -> ScalaReader.read(file, null));
    assertEquals(file + ": " + why, refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 0 127 60 69 440 12 0 nine | line 9: 'nine' is neither a degree of the scale nor x",
        "12 0 128 60 69 440 12        | line 3: '128' is no last key from 0 to 127",
        "12 0 127 60 69 -1 12         | line 6: '-1' is no frequency in Hz",
        "12 0 127 60 69 0 12          | line 6: '0' is no frequency in Hz",
        "12 0 127 60                  | ends where reference key ought to stand",
        "2 0 127 60 61 440 12 0 x     | the reference key 61 is not mapped, so nothing has a"
            + " frequency",
        "9999 0 127 60 60 440 12      | line 1: '9999' is no size of the map from 0 to 1024",
      })
  void a_bad_map_is_refused_with_its_place(String text, String why) throws IOException {
    Path scale = file("good.scl", "octave\n1\n2/1\n");
    Path file = file("bad.kbm", text.replace(' ', '\n'));

    var refused = assertThrows(BadFileException.class, () -> ScalaReader.read(scale, file));
    assertEquals(file + ": " + why, refused.getMessage());
  }

  @Test
  void a_file_of_rubbish_is_refused_in_one_printable_line() throws IOException {
    byte[] rubbish = new byte[5000];
    new java.util.Random(3).nextBytes(rubbish);
    Path file = Files.write(folder.resolve("rubbish.scl"), rubbish);

    var refused = assertThrows(BadFileException.class, () -> ScalaReader.read(file, null));
    assertTrue(refused.getMessage().chars().noneMatch(Character::isISOControl));
    assertTrue(refused.getMessage().length() < file.toString().length() + 100);
  }

  private static Scale scale(String text) throws BadFileException {
    return ScalaReader.scale(
        new ScalaLines("test.scl", text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
  }
}
