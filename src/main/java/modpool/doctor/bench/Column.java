package modpool.doctor.bench;

/// A column of a table: a program, and the blocks that it renders in.
///
/// @param version empty where that says nothing
/// @param ours whether the others are set against it
record Column(String program, String version, int blockFrames, boolean ours) {
  String title() {
    return version.isEmpty() ? program : program + " " + version;
  }

  String subtitle() {
    return "blocks of " + blockFrames;
  }
}
