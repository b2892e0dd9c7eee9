package modpool.midi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import modpool.bridge.Event;
import modpool.io.file.BadFileException;

/// A Standard MIDI File as read: its tracks merged into one order, and what a tick is. Immutable.
///
/// Events of one tick stand in the order of their tracks.
public final class MidiFile {
  private static final int SEQUENTIAL = 2; // the format whose tracks follow each other
  private static final double MAX_SECONDS = 1e9; // at any rate, frames stay far from overflowing

  private final int format;
  private final int tracks;
  private final List<String> trackNames;
  private final TickClock division;
  private final long[] ticks; // rising
  private final long[] events; // with tempi among them
  private final long endTick;
  private final double seconds;

  /// @param file what to call it in a message
  /// @throws BadFileException when it lasts longer than can be counted
  MidiFile(String file, int format, TickClock division, List<MidiTrack> tracks)
      throws BadFileException {
    this.format = format;
    this.tracks = tracks.size();
    this.division = division;
    trackNames = tracks.stream().map(MidiTrack::name).filter(n -> !n.isEmpty()).toList();
    int joints = format == SEQUENTIAL ? Math.max(0, 2 * tracks.size() - 1) : 0;
    int length = tracks.stream().mapToInt(MidiTrack::length).sum() + joints;
    ticks = new long[length];
    events = new long[length];
    endTick = format == SEQUENTIAL ? chain(tracks) : merge(tracks);
    seconds = seconds();
    if (seconds > MAX_SECONDS) {
      throw new BadFileException(file, "lasts longer than can be counted");
    }
  }

  /// Reads a file, bare or in a RIFF envelope.
  ///
  /// @throws BadFileException when it cannot be read or is no sound MIDI file, saying where
  public static MidiFile read(Path path) throws BadFileException {
    return MidiFileReader.read(path);
  }

  /// Reads a file that is in memory.
  ///
  /// @param name what to call it in a message
  public static MidiFile of(String name, byte[] bytes) throws BadFileException {
    return MidiFileReader.read(name, bytes);
  }

  /// The performance at a rate, from the first tick to the last end of a track, where its keys and
  /// pedals go up. Each frame is exact, rounded once.
  ///
  /// @param rate frames per second, up to a million
  public MidiSequence compile(int rate) {
    int length = (int) IntStream.range(0, events.length).filter(this::sounds).count();
    long[] frames = new long[length + 1];
    long[] sounding = new long[length + 1];
    TickClock clock = division.fresh();
    int at = 0;
    for (int i = 0; i < events.length; i++) {
      clock.advance(ticks[i]);
      if (sounds(i)) {
        frames[at] = clock.frame(rate);
        sounding[at++] = events[i];
      } else {
        clock.tempo(Event.value(events[i]));
      }
    }
    clock.advance(endTick);
    frames[at] = clock.frame(rate);
    sounding[at] = Event.of(Event.SOURCE_GONE, 0, 0, 0, 0);
    return new MidiSequence(frames, sounding);
  }

  /// What it holds, for people.
  public MidiFileInfo info() {
    SortedMap<Integer, List<Integer>> programs = new TreeMap<>();
    int channels = 0;
    int notes = 0;
    for (long event : events) {
      int channel = Event.channel(event);
      if (Event.kind(event) == Event.NOTE_ON) {
        channels |= 1 << channel;
        notes++;
      } else if (Event.kind(event) == Event.PROGRAM) {
        List<Integer> asked = programs.computeIfAbsent(channel + 1, c -> new ArrayList<>());
        if (!asked.contains(Event.value(event))) {
          asked.add(Event.value(event));
        }
      }
    }
    int used = channels;
    List<Integer> playing =
        IntStream.rangeClosed(1, 16).filter(c -> (used >> c - 1 & 1) != 0).boxed().toList();
    return new MidiFileInfo(
        format, tracks, division.description(), seconds, trackNames, playing, programs, notes);
  }

  private boolean sounds(int index) {
    return Event.kind(events[index]) != MidiTrack.TEMPO;
  }

  private double seconds() {
    TickClock clock = division.fresh();
    try {
      for (int i = 0; i < events.length; i++) {
        if (!sounds(i)) {
          clock.advance(ticks[i]);
          clock.tempo(Event.value(events[i]));
        }
      }
      clock.advance(endTick);
      return clock.seconds();
    } catch (ArithmeticException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /// Tracks at once. @return the last tick
  private long merge(List<MidiTrack> tracks) {
    PriorityQueue<Cursor> next =
        new PriorityQueue<>(
            Comparator.comparingLong(Cursor::tick).thenComparingInt(cursor -> cursor.order));
    long last = 0;
    for (MidiTrack track : tracks) {
      last = Math.max(last, track.endTick());
      if (track.length() > 0) {
        next.add(new Cursor(track, next.size()));
      }
    }
    for (int at = 0; !next.isEmpty(); at++) {
      Cursor cursor = next.remove();
      ticks[at] = cursor.tick();
      events[at] = cursor.track.event(cursor.index++);
      if (cursor.index < cursor.track.length()) {
        next.add(cursor);
      }
    }
    return last;
  }

  /// Tracks one after another, each with the tempo that files start with and without keys and
  /// pedals of the one before. @return the last tick
  private long chain(List<MidiTrack> tracks) {
    long start = 0;
    int at = 0;
    for (MidiTrack track : tracks) {
      if (at > 0) {
        ticks[at] = start;
        events[at++] = Event.of(Event.SOURCE_GONE, 0, 0, 0, 0);
      }
      ticks[at] = start;
      events[at++] = Event.of(MidiTrack.TEMPO, 0, 0, 0, TickClock.DEFAULT_TEMPO_MICROS);
      for (int i = 0; i < track.length(); i++) {
        ticks[at] = start + track.tick(i);
        events[at++] = track.event(i);
      }
      start += track.endTick();
    }
    return start;
  }

  /// A place in a track that is being merged.
  private static final class Cursor {
    private final MidiTrack track;
    private final int order;
    private int index;

    private Cursor(MidiTrack track, int order) {
      this.track = track;
      this.order = order;
    }

    private long tick() {
      return track.tick(index);
    }
  }
}
