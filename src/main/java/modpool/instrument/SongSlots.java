package modpool.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import modpool.bridge.RenderThread;
import modpool.module.Module;
import modpool.module.Pattern;
import modpool.patch.Patch;
import modpool.patch.Zone;

/// A song's instruments by sample number, and which of its voices each track plays. Immutable; a
/// song on the render thread looks everything up here.
public final class SongSlots {
  /// No song.
  public static final SongSlots EMPTY =
      new SongSlots(new Instrument[0], new Patch[0], new int[0][]);

  private static final int NUMBERS = 32; // as patterns write them; 0 is none
  private static final int KEY = 60; // any: a song's zones are the same over all keys

  private final Instrument[] instruments;
  private final Zone[] zones;
  private final int[][] voices;

  SongSlots(Instrument[] instruments, Patch[] patches, int[][] voices) {
    this.instruments = instruments.clone();
    this.voices = voices.clone();
    zones =
        Arrays.stream(patches)
            .map(patch -> patch == null ? null : patch.zoneFor(KEY))
            .toArray(Zone[]::new);
  }

  /// The same instruments with samples as they are in the file: what a song has turned upside down
  /// (effect EFx) is upright again.
  public SongSlots withFreshSamples(Module song) {
    return new SongSlots(instruments, patches(instruments, song), voices);
  }

  static Patch[] patches(Instrument[] instruments, Module song) {
    Patch[] patches = new Patch[instruments.length];
    for (int number = 1; number < instruments.length; number++) {
      if (instruments[number] != null) {
        patches[number] = ModuleBank.patch(song.sample(number), number);
      }
    }
    return patches;
  }

  /// The instruments, in the order of their numbers. For control.
  public List<Instrument> instruments() {
    return Stream.of(instruments).filter(Objects::nonNull).toList();
  }

  /// The instrument of a sample number, or null.
  @RenderThread
  public Instrument instrument(int number) {
    return number < instruments.length ? instruments[number] : null;
  }

  /// What a sample number sounds like, or null.
  @RenderThread
  public Zone zone(int number) {
    return number < zones.length ? zones[number] : null;
  }

  /// The local voice on which a track plays a sample's instrument.
  @RenderThread
  public int voice(int number, int track) {
    return voices[number][track];
  }

  /// The local voice of each track by sample number: its index among the tracks that use the
  /// sample; -1 for one that does not.
  static int[][] voicesByTrack(Module song) {
    boolean[][] uses = new boolean[NUMBERS][song.channels()];
    for (Pattern pattern : song.patterns()) {
      for (int track = 0; track < song.channels(); track++) {
        markUses(pattern, track, uses);
      }
    }
    int[][] voices = new int[NUMBERS][song.channels()];
    for (int number = 0; number < NUMBERS; number++) {
      int next = 0;
      for (int track = 0; track < song.channels(); track++) {
        voices[number][track] = uses[number][track] ? next++ : -1;
      }
    }
    return voices;
  }

  private static void markUses(Pattern pattern, int track, boolean[][] uses) {
    for (int row = 0; row < pattern.rows(); row++) {
      int number = pattern.sample(row, track);
      if (number > 0 && number < NUMBERS) {
        uses[number][track] = true;
      }
    }
  }

  static int count(int[] voices) {
    return (int) Arrays.stream(voices).filter(voice -> voice >= 0).count();
  }
}
