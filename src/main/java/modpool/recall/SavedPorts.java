package modpool.recall;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ports of a session.
///
/// @param inputs parts of names of MIDI inputs, `all` or `none`
/// @param thru parts of names of MIDI outputs
/// @param virtualPort whether it has a port of its own
/// @param multiOut whether each channel has ports of its own, where the output can have them
/// @param cables names of others' ports by the short names of ours, where the output has ports
public record SavedPorts(
    List<String> inputs,
    List<String> thru,
    boolean virtualPort,
    boolean multiOut,
    SortedMap<String, List<String>> cables) {
  public SavedPorts {
    inputs = List.copyOf(inputs);
    thru = List.copyOf(thru);
    cables = new TreeMap<>(Map.copyOf(cables));
  }
}
