package modpool.bank;

import java.util.HashMap;
import java.util.Map;
import modpool.io.file.OutputException;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Zone;
import modpool.patch.wave.WavSample;

/// The samples of a bank that is written: a WAV file for each, however many zones play it.
final class WaveFiles {
  static final String FOLDER = "samples/";

  private static final double MAX_TUNE_CENTS = 1200; // of a preset file

  private final Draft draft;
  private final String folder;
  private final boolean whole;
  private final Map<Wave, String> files = new HashMap<>();
  private OutputException failure;

  /// A sample at its own rate, or so many octaves above it.
  private record Wave(Sample sample, int octaves) {}

  /// What a zone says of its sample.
  record Place(String file, int rootKey, double tuneCents) {}

  /// @param folder of the draft, with `/` at its end
  WaveFiles(Draft draft, String folder) {
    this(draft, folder, false);
  }

  /// @param whole whether what lies behind a loop is kept
  WaveFiles(Draft draft, String folder, boolean whole) {
    this.whole = whole;
    this.draft = draft;
    this.folder = folder;
  }

  /// Where a zone finds its sample and how it is tuned. Writes the file at the first time; a
  /// failure is kept for [#finish()].
  ///
  /// A preset's tuning reaches an octave. What is beyond moves the root key, or where keys all
  /// sound alike, the file's rate.
  Place place(Zone zone) {
    double track = zone.sound().keyTrackCents();
    double tune = zone.tuneCents() + WavSample.roundingCents(zone.sample());
    int root = zone.rootKey();
    if (Math.abs(tune) > MAX_TUNE_CENTS && track != 0) {
      int keys = (int) Math.rint(Math.clamp(tune / track, root - 127, root));
      root -= keys;
      tune -= keys * track;
    }
    int octaves = (int) (tune / MAX_TUNE_CENTS);
    double rate = zone.sample().rateHz() * Math.pow(2, octaves);
    if (octaves != 0 && rate >= 1 && rate <= 1_000_000) {
      Sample other = zone.sample();
      double wanted = rate;
      String file = file(new Wave(other, octaves), wanted);
      double rest = tune - octaves * MAX_TUNE_CENTS - WavSample.roundingCents(other);
      double rounding = 1200 * Math.log(wanted / Math.rint(wanted)) / Math.log(2);
      return new Place(file, root, bounded(rest + rounding));
    }
    return new Place(file(new Wave(zone.sample(), 0), zone.sample().rateHz()), root, bounded(tune));
  }

  /// How many files there are.
  int count() {
    return files.size();
  }

  /// @throws OutputException what went wrong while files were written
  void finish() throws OutputException {
    if (failure != null) {
      throw failure;
    }
  }

  private String file(Wave wave, double rateHz) {
    String known = files.get(wave);
    if (known == null) {
      String bare = Draft.fileName(wave.sample.name());
      known = FOLDER + "%03d-%s.wav".formatted(files.size(), bare);
      files.put(wave, known);
      write(folder + known, wave.octaves == 0 ? wave.sample : atRate(wave.sample, rateHz));
    }
    return known;
  }

  private void write(String file, Sample sample) {
    try {
      if (failure == null) {
        WavSample wav = whole ? WavSample.whole(sample) : new WavSample(sample, 60, 0);
        draft.write(file, wav.toBytes());
      }
    } catch (OutputException e) {
      failure = e;
    }
  }

  private static Sample atRate(Sample sample, double rateHz) {
    Loop loop = sample.loop();
    return new Sample.Builder(
            sample.name(), sample.recorded(0), sample.isStereo() ? sample.recorded(1) : null)
        .rateHz(rateHz)
        .bits(sample.bits())
        .loop(loop, sample.loopStart(), sample.loopEnd())
        .build();
  }

  private static double bounded(double tune) {
    return Math.clamp(tune, -MAX_TUNE_CENTS, MAX_TUNE_CENTS);
  }
}
