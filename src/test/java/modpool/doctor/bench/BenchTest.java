package modpool.doctor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import modpool.doctor.peers.Candidate;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.Reading;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final Plan QUICK = new Plan(1, 1, 1, 1, Duration.ofSeconds(60));

  @Test
  void whoever_is_installed_stands_beside_ours_in_all_that_it_can() throws Exception {
    List<Peer> players = installed(Candidate.songPlayers());
    List<Peer> synthesizers = installed(Candidate.synthesizers());
    assumeTrue(
        !players.isEmpty() || !synthesizers.isEmpty(), "skipped: none of the programs is here");

    List<Double> parts = new ArrayList<>();
    Bench bench =
        new Bench(QUICK, Bench.song(null), Candidate.songPlayers(), Candidate.synthesizers());
    JsonNode found = bench.run(parts::add).json();

    players.forEach(peer -> assertFigures(found.at("/song"), peer));
    for (JsonNode table : found.at("/notes")) {
      synthesizers.forEach(peer -> assertFigures(table, peer));
    }
    assertEquals(
        Candidate.songPlayers().size() + Candidate.synthesizers().size(),
        players.size() + synthesizers.size() + found.at("/leftOut").size(),
        "who is missing is named: " + found.at("/leftOut"));
    assertEquals(parts.stream().sorted().toList(), parts, "progress goes forward");
    assertTrue(parts.getFirst() >= 0 && parts.getLast() <= 1, parts.toString());
  }

  private static List<Peer> installed(List<Candidate> candidates) {
    return candidates.stream().flatMap(c -> c.look().get().stream()).toList();
  }

  private static void assertFigures(JsonNode table, Peer peer) {
    TreeSet<String> readings = new TreeSet<>();
    for (JsonNode figure : table.at("/figures")) {
      if (figure.at("/program").asText().equals(peer.name())) {
        readings.add(figure.at("/reading").asText());
        assertEquals(peer.version(), figure.at("/version").asText());
        assertEquals(64, figure.at("/block").asInt());
        assertEquals(1, figure.at("/rounds").size());
        assertTrue(figure.at("/median").asDouble() > 0, figure.toString());
        assertTrue(figure.at("/ratioToOurs").asDouble() > 0, figure.toString());
      }
    }
    assertEquals(
        new TreeSet<>(peer.readings().stream().map(Reading::word).toList()), readings, peer.name());
  }

  @Test
  void the_demo_song_is_in_the_jar() throws Exception {
    assertEquals(4, Bench.song(null).voices());
  }
}
