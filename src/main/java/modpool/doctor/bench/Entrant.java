package modpool.doctor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.PeerException;
import modpool.doctor.peers.Piece;
import modpool.doctor.peers.Player;
import modpool.doctor.peers.Reading;

/// A player in a race, and what its turns took: processor time of the thread that it plays on, in
/// seconds.
final class Entrant {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Column column;
  private final Reading reading;
  private final Seat seat;
  private final Player player;
  private final int rate;
  private final List<Double> warmUps = new ArrayList<>();
  private final List<Double> turns = new ArrayList<>();
  private int voices;

  private Entrant(Column column, Reading reading, Seat seat, Player player, int rate) {
    this.column = column;
    this.reading = reading;
    this.seat = seat;
    this.player = player;
    this.rate = rate;
  }

  static Entrant open(Column column, Peer peer, Reading reading, Piece piece, Seat seat, int rate)
      throws PeerException, InterruptedException {
    Player player = seat.ask(() -> peer.open(piece, reading, rate, column.blockFrames()));
    return new Entrant(column, reading, seat, player, rate);
  }

  Column column() {
    return column;
  }

  Reading reading() {
    return reading;
  }

  /// Plays from the beginning without counting it.
  ///
  /// @throws PeerException when there is nothing to be heard
  void warmUp(int seconds) throws PeerException, InterruptedException {
    boolean first = warmUps.isEmpty();
    warmUps.add(seat.ask(() -> first ? listen(seconds) : play(seconds)));
  }

  /// Whether more warming up would hardly make it faster.
  boolean isWarm() {
    return Turns.isSteady(array(warmUps));
  }

  /// Plays from the beginning and counts it.
  void turn(int seconds) throws PeerException, InterruptedException {
    turns.add(seat.ask(() -> play(seconds)));
  }

  private double play(int seconds) {
    player.rewind();
    player.render();
    long blocks = (long) seconds * rate / column.blockFrames();
    long began = THREADS.getCurrentThreadCpuTime();
    for (long block = 0; block < blocks; block++) {
      player.render();
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
  }

  /// Likewise, making sure that it sounds: who is silent is fast.
  private double listen(int seconds) throws PeerException {
    player.rewind();
    long blocks = (long) seconds * rate / column.blockFrames();
    float peak = 0;
    long began = THREADS.getCurrentThreadCpuTime();
    for (long block = 0; block < blocks; block++) {
      player.render();
      peak = Math.max(peak, player.peak());
    }
    voices = player.voices();
    if (peak == 0 || voices == 0) {
      throw new PeerException("plays nothing but silence");
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
  }

  /// Voices that sounded, or tracks.
  int voices() {
    return voices;
  }

  double[] turns() {
    return array(turns);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Ends it, unless its thread is lost.
  void close() throws InterruptedException {
    try {
      seat.ask(
          () -> {
            player.close();
            return null;
          });
    } catch (PeerException _) {
      // It has been said, or there is nothing more to measure.
    }
  }
}
