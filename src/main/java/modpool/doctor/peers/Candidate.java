package modpool.doctor.peers;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A program that may be on this machine.
///
/// @param debianPackage what has it on Debian and its relatives
/// @param look finds it; empty where it is not installed, or lacks a function that is needed
public record Candidate(String name, String debianPackage, Supplier<Optional<Peer>> look) {
  /// Those that play modules.
  public static List<Candidate> songPlayers() {
    return List.of(
        new Candidate("libxmp", "libxmp4", Libxmp::find),
        new Candidate("libopenmpt", "libopenmpt0", Libopenmpt::find));
  }

  /// Those that play SoundFonts.
  public static List<Candidate> synthesizers() {
    return List.of(new Candidate("FluidSynth", "libfluidsynth3", Fluidsynth::find));
  }

  /// One line for who has not got it.
  public String absence() {
    return name + " is not installed; on Debian: apt-get install " + debianPackage;
  }
}
