package modpool.doctor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import modpool.module.ModWriter;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.Songs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The programs that this machine has, each by itself.
class PeersTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 64;

  static Stream<Candidate> songPlayers() {
    return Candidate.songPlayers().stream();
  }

  private static Peer installed(Candidate candidate) {
    Optional<Peer> peer = candidate.look().get();
    assumeTrue(peer.isPresent(), candidate.absence());
    return peer.get();
  }

  @ParameterizedTest
  @MethodSource("songPlayers")
  void a_song_player_plays_every_reading_again_and_again(Candidate candidate) throws Exception {
    Peer peer = installed(candidate);
    assertTrue(peer.version().matches("[0-9]+\\.[0-9.]+"), peer.version());
    Module song = SongText.song("held").sample(Songs.sine(64)).pattern("C-2 01 C40").module();
    Piece piece = new Piece("held.mod", ModWriter.write(song), 4);
    for (Reading reading : peer.readings()) {
      try (Player player = peer.open(piece, reading, RATE, BLOCK)) {
        assertEquals(4, player.voices());
        for (int turn = 0; turn < 2; turn++) {
          player.rewind();
          assertTrue(peak(player) > 0, reading + ", turn " + turn);
        }
      }
    }
  }

  private static float peak(Player player) {
    float peak = 0;
    for (int block = 0; block < 50; block++) {
      player.render();
      peak = Math.max(peak, player.peak());
    }
    return peak;
  }

  @ParameterizedTest
  @MethodSource("songPlayers")
  void what_it_cannot_load_is_said_and_nothing_breaks(Candidate candidate) {
    Peer peer = installed(candidate);
    Piece noise = new Piece("noise.bin", new byte[4_000], 4);
    PeerException why =
        assertThrows(PeerException.class, () -> peer.open(noise, Reading.LINEAR, RATE, BLOCK));
    assertTrue(why.getMessage().startsWith("cannot load"), why.getMessage());
  }

  @Test
  void who_is_missing_is_told_how_to_come_by_it() {
    assertEquals(
        "other is not installed; on Debian: apt-get install other1",
        new Candidate("other", "other1", Optional::empty).absence());
  }

  @Test
  void a_library_that_is_not_there_has_no_functions() {
    NativeLibrary library = new NativeLibrary("none", List.of("libmodpool-none.so.1"));
    assertTrue(!library.isComplete() && library.symbol("main") == null);
  }

  @Test
  void held_keys_are_all_different_and_leave_the_drums_alone() {
    Set<Integer> pressed = new HashSet<>();
    HeldKeys.press(
        HeldKeys.MOST,
        (channel, key) -> {
          assertTrue(channel < 9 && key >= 0 && key < 128, channel + " " + key);
          assertTrue(pressed.add(channel << 7 | key));
        });
    assertEquals(HeldKeys.MOST, pressed.size());
    assertEquals(9, HeldKeys.channels(HeldKeys.MOST));
  }
}
