package modpool.patch.soundfont;

import java.util.List;
import java.util.SortedMap;
import modpool.patch.Bank;

/// A SoundFont as banks.
///
/// @param name as its maker calls it
/// @param copyright what it says of its licence, may be empty
/// @param banks by their numbers; the drum kits, which are the file's bank 128, belong to the first
/// @param samples how many samples its presets play
/// @param unmapped what the file asks for that is not played, a line each
public record SoundFont(
    String name,
    String copyright,
    SortedMap<Integer, Bank> banks,
    int samples,
    List<String> unmapped) {}
