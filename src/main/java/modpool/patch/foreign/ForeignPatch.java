package modpool.patch.foreign;

import java.util.List;
import modpool.patch.Patch;

/// A patch that was read from a file of another program.
///
/// @param patch as near to the file as this program can
/// @param unmapped what the file asks for that is not played, a line each
public record ForeignPatch(Patch patch, List<String> unmapped) {
  public ForeignPatch {
    unmapped = List.copyOf(unmapped);
  }
}
