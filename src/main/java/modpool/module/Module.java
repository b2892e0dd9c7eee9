package modpool.module;

import java.util.List;
import java.util.TreeSet;

/// A song and its samples as its file holds them. Immutable.
///
/// Effects speak ProTracker's language: what older trackers meant by a number is translated when
/// the file is read.
///
/// @param title the song's name
/// @param tracker what the file was made with, as far as it shows
/// @param tag the file's four letters, empty for a file of 15 samples
/// @param channels tracks of every pattern
/// @param tempo beats per minute at the start
/// @param restart the order that follows the last, for trackers that look at it
/// @param orders numbers of patterns in the order they are played; each exists
/// @param patterns all patterns of the file
/// @param samples all slots; the sample numbered n in a pattern is at n - 1
/// @param warnings what was damaged and how it was mended, in words for a listener
public record Module(
    String title,
    Tracker tracker,
    String tag,
    int channels,
    int tempo,
    int restart,
    List<Integer> orders,
    List<Pattern> patterns,
    List<ModuleSample> samples,
    List<String> warnings) {

  /// Trackers whose songs want different care from a player.
  public enum Tracker {
    /// Ultimate Soundtracker and its descendants, 15 samples.
    SOUNDTRACKER,
    NOISETRACKER,
    /// Counts in screen frames whatever the tempo says.
    STARTREKKER,
    PROTRACKER,
    /// Any of the trackers for more (or fewer) than four tracks, mostly on PCs.
    MULTICHANNEL
  }

  /// Tempo of a song that does not say.
  public static final int DEFAULT_TEMPO = 125;

  public Module {
    orders = List.copyOf(orders);
    patterns = List.copyOf(patterns);
    samples = List.copyOf(samples);
    warnings = List.copyOf(warnings);
    if (orders.isEmpty()) {
      throw new IllegalArgumentException("a module needs an order");
    }
    for (int order : orders) {
      if (order < 0 || order >= patterns.size()) {
        throw new IllegalArgumentException("there is no pattern " + order);
      }
    }
    if (restart < 0 || restart >= orders.size()) {
      throw new IllegalArgumentException("there is no order " + restart + " to restart at");
    }
  }

  /// The pattern at an order.
  public Pattern patternAt(int order) {
    return patterns.get(orders.get(order));
  }

  /// The sample of a number as patterns write it, empty when there is none.
  public ModuleSample sample(int number) {
    return number >= 1 && number <= samples.size() ? samples.get(number - 1) : ModuleSample.EMPTY;
  }

  /// The numbers of the samples that the patterns of the order list name, rising. Empty samples
  /// count: naming one silences a track.
  public List<Integer> usedSamples() {
    TreeSet<Integer> used = new TreeSet<>();
    for (int number : new TreeSet<>(orders)) {
      Pattern pattern = patterns.get(number);
      for (int row = 0; row < pattern.rows(); row++) {
        for (int track = 0; track < pattern.channels(); track++) {
          int sample = pattern.sample(row, track);
          if (sample >= 1 && sample <= samples.size()) {
            used.add(sample);
          }
        }
      }
    }
    return List.copyOf(used);
  }

  /// True when a pattern has the extended effect `E`, `kind` with a parameter other than 0.
  ///
  /// @param kind 0x0-0xF
  public boolean usesExtendedEffect(int kind) {
    for (Pattern pattern : patterns) {
      for (int row = 0; row < pattern.rows(); row++) {
        for (int track = 0; track < pattern.channels(); track++) {
          int parameter = pattern.parameter(row, track);
          boolean extended = pattern.effect(row, track) == 0xE;
          if (extended && parameter >> 4 == kind && (parameter & 0xF) != 0) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
