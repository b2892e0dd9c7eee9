package modpool.edit;

import java.lang.ref.WeakReference;
import java.util.Objects;
import modpool.bridge.Snapshot;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;

/// A waveform with its loop. Immutable. The end of the loop may fade into what stands before its
/// start, so that the jump back is not heard: that is made when it is played or saved.
public final class EditedSample {
  /// Frames of the shortest loop.
  public static final int SHORTEST_LOOP = 2;

  private static final int BITS_OF_FLOATS = 32;

  private final Waveform wave;
  private final Loop loop;
  private final int loopStart;
  private final int loopEnd;
  private final int crossfade;
  // While somebody plays it: a long history of long loops would be many waveforms.
  private final Snapshot<WeakReference<Sample>> made = new Snapshot<>(new WeakReference<>(null));

  private EditedSample(Waveform wave, Loop loop, int loopStart, int loopEnd, int crossfade) {
    this.wave = wave;
    this.loop = loop;
    boolean loops = loop != Loop.NONE;
    this.loopEnd = loops ? Math.clamp(loopEnd, shortest(wave), wave.length()) : 0;
    this.loopStart = loops ? Math.clamp(loopStart, 0, this.loopEnd - shortest(wave)) : 0;
    int longest = Math.min(this.loopStart, this.loopEnd - this.loopStart);
    this.crossfade = loop == Loop.FORWARD ? Math.clamp(crossfade, 0, longest) : 0;
  }

  private static int shortest(Waveform wave) {
    return Math.min(SHORTEST_LOOP, wave.length());
  }

  static EditedSample of(Sample sample) {
    EditedSample edited =
        new EditedSample(
            Waveform.of(sample), sample.loop(), sample.loopStart(), sample.loopEnd(), 0);
    boolean isSame =
        sample.rateHz() == edited.wave.rateHz()
            && sample.loopStart() == edited.loopStart
            && sample.loopEnd() == edited.loopEnd;
    if (isSame) {
      edited.made.publish(new WeakReference<>(sample)); // it need not be made again
    }
    return edited;
  }

  /// A waveform with a loop; what does not fit it is moved to where it does.
  ///
  /// @param end exclusive
  /// @param crossfade see [#crossfade()]
  public static EditedSample of(Waveform wave, Loop loop, int start, int end, int crossfade) {
    return new EditedSample(wave, loop, start, end, crossfade);
  }

  public Waveform wave() {
    return wave;
  }

  public Loop loop() {
    return loop;
  }

  /// First frame of the loop; 0 without one.
  public int loopStart() {
    return loopStart;
  }

  /// Frame after the loop; 0 without one.
  public int loopEnd() {
    return loopEnd;
  }

  /// Frames at the loop's end over which what stands before its start comes in.
  public int crossfade() {
    return crossfade;
  }

  /// Frame after the last that is played.
  public int playedEnd() {
    return loop == Loop.NONE ? wave.length() : loopEnd;
  }

  /// Another loop; what does not fit the waveform is moved to where it does.
  ///
  /// @param end exclusive
  public EditedSample withLoop(Loop kind, int start, int end) {
    return new EditedSample(wave, kind, start, end, crossfade);
  }

  /// Another kind of loop, over the whole waveform if there was none.
  public EditedSample withLoop(Loop kind) {
    return loop == Loop.NONE
        ? withLoop(kind, 0, wave.length())
        : withLoop(kind, loopStart, loopEnd);
  }

  /// Another length of the cross-fade, at most the loop's and what stands before it.
  public EditedSample withCrossfade(int frames) {
    return new EditedSample(wave, loop, loopStart, loopEnd, frames);
  }

  /// The first frame that is played from a start on, or that the loop is made of.
  int firstKept(int from) {
    return Math.min(from, loop == Loop.NONE ? wave.length() - 1 : loopStart - crossfade);
  }

  /// Without what is never played from a start on.
  EditedSample trimmed(int from) {
    int first = firstKept(from);
    return new EditedSample(
        wave.slice(first, playedEnd()), loop, loopStart - first, loopEnd - first, crossfade);
  }

  /// As it is played and saved.
  public Sample sample() {
    Sample sample = made.latest().get();
    if (sample == null) {
      sample = build();
      made.publish(new WeakReference<>(sample));
    }
    return sample;
  }

  private Sample build() {
    return new Sample.Builder(wave.name(), side(0), wave.isStereo() ? side(1) : null)
        .rateHz(wave.rateHz())
        .bits(crossfade > 0 ? BITS_OF_FLOATS : wave.bits())
        .loop(loop, loopStart, loopEnd)
        .build();
  }

  private float[] side(int channel) {
    float[] points = wave.side(channel);
    for (int i = 0; i < crossfade; i++) {
      float in = (float) (0.5 - 0.5 * StrictMath.cos(StrictMath.PI * (i + 1) / crossfade));
      int at = loopEnd - crossfade + i;
      points[at] += (points[loopStart - crossfade + i] - points[at]) * in;
    }
    return points;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EditedSample other
        && wave == other.wave
        && loop == other.loop
        && loopStart == other.loopStart
        && loopEnd == other.loopEnd
        && crossfade == other.crossfade;
  }

  @Override
  public int hashCode() {
    return Objects.hash(wave, loop, loopStart, loopEnd, crossfade);
  }

  @Override
  public String toString() {
    return wave + " " + loop + " " + loopStart + "-" + loopEnd + " fading " + crossfade;
  }
}
