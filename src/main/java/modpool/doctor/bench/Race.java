package modpool.doctor.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.PeerException;
import modpool.doctor.peers.Piece;
import modpool.doctor.peers.Reading;

/// Programs that play the same piece and take turns, so that what else the machine does hits all of
/// them alike. Who fails is out, which is said in a line.
final class Race implements AutoCloseable {
  /// A figure of ours that is missing is a bug, not slowness.
  private static final Duration OUR_PATIENCE = Duration.ofHours(1);

  private final Plan plan;
  private final Piece piece;
  private final int seconds;
  private final int rate;
  private final Map<Column, Peer> programs = new LinkedHashMap<>();
  private final Map<Peer, Seat> seats = new LinkedHashMap<>();
  private final List<Entrant> entrants = new ArrayList<>();
  private final Set<String> said = new LinkedHashSet<>();

  /// @param seconds of a turn
  Race(Plan plan, Piece piece, int seconds, int rate) {
    this.plan = plan;
    this.piece = piece;
    this.seconds = seconds;
    this.rate = rate;
  }

  /// Lets ours take part, once for each kind of block.
  void enterOurs(Peer peer, int... blocks) {
    seats.put(peer, new Seat(peer.name(), OUR_PATIENCE));
    for (int block : blocks) {
      programs.put(new Column(peer.name(), peer.version(), block, true), peer);
    }
  }

  /// Lets another program take part.
  void enter(Peer peer, int block) {
    seats.put(peer, new Seat(peer.name(), plan.patience()));
    programs.put(new Column(peer.name(), peer.version(), block, false), peer);
  }

  /// Runs it.
  ///
  /// @param readings a row each, as far as anybody can
  /// @param done told the part that is done, 0..1
  List<Entrant> run(List<Reading> readings, DoubleConsumer done) throws InterruptedException {
    for (Reading reading : readings) {
      for (Map.Entry<Column, Peer> program : programs.entrySet()) {
        if (program.getValue().readings().contains(reading)) {
          open(program.getKey(), program.getValue(), reading);
        }
      }
    }
    warmUp(done);
    for (int round = 0; round < plan.rounds(); round++) {
      done.accept((1 + (double) round / plan.rounds()) / 2);
      eachThat(_ -> true, entrant -> entrant.turn(seconds));
    }
    return List.copyOf(entrants);
  }

  private void open(Column column, Peer peer, Reading reading) throws InterruptedException {
    try {
      Seat seat = seats.get(peer);
      entrants.add(Entrant.open(column, peer, reading, piece, seat, rate));
    } catch (PeerException e) {
      out(column, e);
    }
  }

  /// The compiler needs some turns, and one way of reading disturbs what it has learned of another:
  /// so all of ours warm up together, until none gets faster. But it also learns how long blocks
  /// are, and what it has learned of short ones does for long ones: so those come first and by
  /// themselves. Others have one turn.
  private void warmUp(DoubleConsumer done) throws InterruptedException {
    eachThat(entrant -> !entrant.column().ours(), entrant -> entrant.warmUp(seconds));
    int[] blocks =
        programs.keySet().stream()
            .filter(Column::ours)
            .mapToInt(Column::blockFrames)
            .sorted()
            .toArray();
    for (int kind = 0; kind < blocks.length; kind++) {
      int block = blocks[kind];
      Predicate<Entrant> mine = e -> e.column().ours() && e.column().blockFrames() == block;
      for (int turn = 0; turn < plan.mostWarmUps(); turn++) {
        if (entrants.stream().filter(mine).allMatch(Entrant::isWarm)) {
          break;
        }
        double part = (double) turn / plan.mostWarmUps();
        done.accept((kind + part) / blocks.length / 2);
        eachThat(mine, entrant -> entrant.warmUp(seconds));
      }
    }
  }

  private interface Task {
    void with(Entrant entrant) throws PeerException, InterruptedException;
  }

  private void eachThat(Predicate<Entrant> takesPart, Task task) throws InterruptedException {
    for (Entrant entrant : List.copyOf(entrants)) {
      if (takesPart.test(entrant)) {
        try {
          task.with(entrant);
        } catch (PeerException e) {
          entrants.remove(entrant);
          entrant.close();
          out(entrant.column(), e);
        }
      }
    }
  }

  private void out(Column column, PeerException e) {
    if (column.ours()) {
      throw new IllegalStateException(column.program() + " " + e.getMessage(), e);
    }
    said.add(column.program() + " " + e.getMessage());
  }

  /// Who failed, and why; a line each.
  List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public void close() {
    for (Entrant entrant : entrants) {
      try {
        entrant.close();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    seats.values().forEach(Seat::close);
  }
}
