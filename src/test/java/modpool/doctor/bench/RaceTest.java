package modpool.doctor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.PeerException;
import modpool.doctor.peers.Piece;
import modpool.doctor.peers.Player;
import modpool.doctor.peers.Reading;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final Piece PIECE = new Piece("a.mod", new byte[0], 4);
  private static final List<Reading> READINGS = List.of(Reading.LINEAR, Reading.CUBIC);
  private static final Plan PLAN = new Plan(3, 1, 1, 5, Duration.ofSeconds(1));

  private final List<String> calls = new ArrayList<>();

  /// A program whose blocks do what a test wants.
  private final class Program implements Peer {
    private final String name;
    private final float peak;
    private final Runnable block;

    Program(String name, float peak, Runnable block) {
      this.name = name;
      this.peak = peak;
      this.block = block;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String version() {
      return "";
    }

    @Override
    public Set<Reading> readings() {
      return Set.of(Reading.LINEAR);
    }

    @Override
    public Player open(Piece piece, Reading reading, int rate, int blockFrames)
        throws PeerException {
      if (name.equals("choosy")) {
        throw new PeerException("cannot load this song");
      }
      return new Player() {
        @Override
        public void rewind() {
          calls.add(name);
        }

        @Override
        public void render() {
          block.run();
        }

        @Override
        public float peak() {
          return peak;
        }

        @Override
        public int voices() {
          return 4;
        }

        @Override
        public void close() {
          calls.add(name + " closes");
        }
      };
    }
  }

  private Race race() {
    return new Race(PLAN, PIECE, 1, 6_400);
  }

  @Test
  void programs_take_turns_and_are_closed() throws Exception {
    List<Entrant> entrants;
    try (Race race = race()) {
      race.enter(new Program("a", 1, () -> {}), 64);
      race.enter(new Program("b", 1, () -> {}), 64);
      entrants = race.run(READINGS, _ -> {});
      assertEquals(List.of(), race.said());
    }
    assertEquals(
        List.of("a", "b", "a", "b", "a", "b", "a", "b", "a closes", "b closes"),
        calls,
        "a turn before those that count, then three");
    assertEquals(2, entrants.size(), "only what a program can");
    for (Entrant entrant : entrants) {
      assertEquals(3, entrant.turns().length);
      assertEquals(4, entrant.voices());
    }
  }

  @Test
  void who_hangs_will_not_play_or_is_silent_is_out_and_the_others_go_on() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Race race = race()) {
      race.enter(new Program("sleeper", 1, () -> sleep(never)), 64);
      race.enter(new Program("choosy", 1, () -> {}), 64);
      race.enter(new Program("silent", 0, () -> {}), 64);
      race.enter(
          new Program(
              "broken",
              1,
              () -> {
                throw new IllegalStateException("no more");
              }),
          64);
      race.enter(new Program("sound", 1, () -> {}), 64);
      List<Entrant> entrants = race.run(READINGS, _ -> {});
      assertEquals(List.of("sound"), entrants.stream().map(e -> e.column().program()).toList());
      assertEquals(
          List.of(
              "choosy cannot load this song",
              "sleeper did not answer within 1 s",
              "silent plays nothing but silence",
              "broken failed: java.lang.IllegalStateException: no more"),
          race.said());
    } finally {
      never.countDown();
    }
  }

  private static void sleep(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_failure_of_ours_is_a_bug() {
    try (Race race = race()) {
      race.enterOurs(new Program("silent", 0, () -> {}), 64);
      IllegalStateException bug =
          assertThrows(IllegalStateException.class, () -> race.run(READINGS, _ -> {}));
      assertTrue(bug.getMessage().contains("silence"), bug.getMessage());
    }
  }
}
