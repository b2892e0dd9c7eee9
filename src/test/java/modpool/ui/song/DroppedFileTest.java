package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is done with a file that is dropped.
class DroppedFileTest {
  @ParameterizedTest
  @CsvSource({
    "a.mod, MODULE",
    "MOD.axel f, MODULE",
    "B.XM, MODULE",
    "song.mid, SONG",
    "song.KAR, SONG",
    "font.sf2, BANK",
    "bank.json, BANK",
    "my sounds, BANK",
    "mid, SONG"
  })
  void its_name_says_what_it_is(String name, DroppedFile what) {
    assertEquals(what, DroppedFile.of(name));
  }
}
