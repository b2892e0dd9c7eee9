package modpool.midi;

import java.util.List;
import java.util.SortedMap;

/// What a MIDI file holds, for people.
///
/// @param format 0: one track, 1: tracks at once, 2: tracks one after another
/// @param tracks how many
/// @param division what a tick is: `480 ticks per quarter note`
/// @param seconds until the last end of a track
/// @param trackNames of the tracks that have one
/// @param channels that play notes, 1-16, rising
/// @param programs by channel (1-16), those it asks for, each once, in order
/// @param notes how many are played
public record MidiFileInfo(
    int format,
    int tracks,
    String division,
    double seconds,
    List<String> trackNames,
    List<Integer> channels,
    SortedMap<Integer, List<Integer>> programs,
    int notes) {}
