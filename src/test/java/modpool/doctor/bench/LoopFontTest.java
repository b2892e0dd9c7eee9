package modpool.doctor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modpool.doctor.peers.Piece;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.patch.soundfont.SoundFontReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopFontTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void our_own_reader_finds_one_looped_sound(boolean moving) throws Exception {
    Piece piece = LoopFont.piece(64, moving);
    assertTrue(SoundFontReader.recognises(piece.bytes()));
    var font = SoundFontReader.read(piece.name(), piece.bytes());
    assertEquals(List.of(), font.unmapped(), "all of it is heard");
    Zone zone = font.banks().get(0).program(0).zoneFor(60);
    assertEquals(60, zone.rootKey());
    assertEquals(44_100, zone.sample().rateHz());
    assertEquals(Sample.Loop.FORWARD, zone.sample().loop());
    assertEquals(moving, zone.isFiltered());
    assertEquals(moving, zone.movesPitch());
    assertEquals(moving, zone.movesCutoff());
  }

  @Test
  void it_is_lent_as_a_file_that_is_gone_afterwards() throws Exception {
    Piece piece = LoopFont.piece(64, false);
    Path lent =
        piece.asFile(
            file -> {
              assertEquals(piece.bytes().length, Files.size(file));
              return file;
            });
    assertFalse(Files.exists(lent));
  }
}
