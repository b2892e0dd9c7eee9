package modpool.doctor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import modpool.doctor.peers.Candidate;
import modpool.doctor.peers.Peer;
import modpool.doctor.peers.Piece;
import modpool.doctor.peers.Reading;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;
import modpool.module.ModReader;

/// The races of a bench: a song, held notes, and held notes whose sound moves.
public final class Bench {
  private static final int RATE = 48_000;
  private static final int LIVE_BLOCK = 64;
  private static final int FILE_BLOCK = 1_024;
  private static final int NOTES = 64;
  private static final int MOST_BYTES = 64 << 20;
  private static final int AMIGA_TRACKS = 4;
  private static final int RACES = 3;
  private static final String DEMO = "/modpool/presets/songs/demo.mod";

  private static final List<Reading> PLAIN =
      List.of(Reading.NEAREST, Reading.LINEAR, Reading.CUBIC, Reading.SINC);

  private final Plan plan;
  private final Piece song;
  private final List<Peer> players = new ArrayList<>();
  private final List<Peer> synthesizers = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  Bench(Plan plan, Piece song, List<Candidate> players, List<Candidate> synthesizers) {
    this.plan = plan;
    this.song = song;
    players.forEach(candidate -> look(candidate, this.players));
    synthesizers.forEach(candidate -> look(candidate, this.synthesizers));
  }

  /// Prepares the races.
  ///
  /// @param song a module; null for the demo song
  /// @param rounds in each of which everybody has a turn
  /// @param seconds of the song that a turn plays
  /// @param players that play songs, if they are here
  /// @param synthesizers that play SoundFonts, likewise
  /// @throws BadFileException when the song cannot be read
  public static Bench of(
      Path song, int rounds, int seconds, List<Candidate> players, List<Candidate> synthesizers)
      throws IOException {
    return new Bench(Plan.of(rounds, seconds), song(song), players, synthesizers);
  }

  /// @param file null for the demo song
  static Piece song(Path file) throws IOException {
    if (file != null) {
      return song(file.toString(), InputFile.read(file, MOST_BYTES));
    }
    try (InputStream in = Bench.class.getResourceAsStream(DEMO)) {
      return song("demo.mod", InputFile.read(DEMO, in, MOST_BYTES));
    }
  }

  private static Piece song(String name, byte[] bytes) throws BadFileException {
    return new Piece(name, bytes, ModReader.read(name, bytes).channels());
  }

  private void look(Candidate candidate, List<Peer> found) {
    Optional<Peer> peer = candidate.look().get();
    peer.ifPresentOrElse(found::add, () -> said.add(candidate.absence()));
  }

  /// Runs them; takes a minute or so.
  ///
  /// @param done told the part that is done, 0..1
  public BenchReport run(DoubleConsumer done) throws InterruptedException {
    List<Table> notes = new ArrayList<>();
    Table songs = songs(part -> done.accept(part / RACES));
    notes.add(notes(false, part -> done.accept((1 + part) / RACES)));
    notes.add(notes(true, part -> done.accept((2 + part) / RACES)));
    return new BenchReport(RATE, plan.rounds(), songs, notes, said);
  }

  private Table songs(DoubleConsumer done) throws InterruptedException {
    try (Race race = new Race(plan, song, plan.songSeconds(), RATE)) {
      race.enterOurs(new OurSongs(), FILE_BLOCK, LIVE_BLOCK);
      players.forEach(player -> race.enter(player, LIVE_BLOCK));
      List<Reading> readings =
          song.voices() == AMIGA_TRACKS
              ? Stream.concat(PLAIN.stream(), Stream.of(Reading.A500)).toList()
              : PLAIN;
      List<Entrant> entrants = race.run(readings, done);
      said.addAll(race.said());
      return Table.of(
          "A song: %s, %d tracks".formatted(song.name(), song.voices()),
          "seconds of processor time for %d s".formatted(plan.songSeconds()),
          4,
          entrants,
          (_, seconds) -> seconds);
    }
  }

  private Table notes(boolean moving, DoubleConsumer done) throws InterruptedException {
    Piece font = LoopFont.piece(NOTES, moving);
    try (Race race = new Race(plan, font, plan.noteSeconds(), RATE)) {
      race.enterOurs(new OurNotes(), LIVE_BLOCK);
      synthesizers.forEach(synthesizer -> race.enter(synthesizer, LIVE_BLOCK));
      List<Entrant> entrants = race.run(PLAIN, done);
      said.addAll(race.said());
      double frames = (double) plan.noteSeconds() * RATE;
      return Table.of(
          "%d held notes%s".formatted(NOTES, moving ? ", filter, envelopes and LFOs moving" : ""),
          "nanoseconds of processor time for a voice's frame",
          2,
          entrants,
          (entrant, seconds) -> seconds * 1e9 / frames / entrant.voices());
    }
  }
}
