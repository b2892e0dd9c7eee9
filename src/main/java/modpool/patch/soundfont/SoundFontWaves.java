package modpool.patch.soundfont;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Recording;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.foreign.SampleBytes;
import modpool.patch.foreign.Unmapped;

/// The samples of a SoundFont: cut out of its one long wave when a zone first plays them, and
/// shared by all zones that cut and loop them alike.
final class SoundFontWaves {
  private static final int HEADER_BYTES = 46;
  private static final int ROM = 0x8000;
  private static final int LEFT = 4;
  private static final int RIGHT = 2;
  private static final int COARSE = 32_768;

  private final SoundFontChunks.Records headers;
  private final ByteBuffer wave;
  private final ByteBuffer fine; // the lowest 8 of 24 bits, null without
  private final Unmapped unmapped;
  private final Map<Cut, Sample> samples = new HashMap<>();
  private final SampleBytes bytes;

  /// Where a zone's sample lies in the wave.
  ///
  /// @param right where its right half begins, -1 for mono
  private record Cut(
      int header, int start, int end, int right, boolean loops, int loopStart, int loopEnd) {}

  SoundFontWaves(SoundFontChunks chunks, Unmapped unmapped) throws BadFileException {
    this.unmapped = unmapped;
    bytes = new SampleBytes(chunks::bad);
    headers = chunks.table("shdr", HEADER_BYTES);
    wave = chunks.find("smpl");
    ByteBuffer sm24 = chunks.find("sm24");
    fine = sm24.remaining() > 0 && sm24.remaining() >= wave.remaining() / 2 ? sm24 : null;
  }

  /// How many there are.
  int count() {
    return headers.count();
  }

  /// How many were read: those that zones play.
  int used() {
    return samples.size();
  }

  /// The key at which it sounds at its rate.
  int rootKey(GeneratorSet set) {
    int overriding = set.get(Generator.ROOT_KEY);
    int own = headers.signed8(sampleOf(set), 40);
    int key = overriding >= 0 && overriding <= 127 ? overriding : own;
    return key < 0 ? Recording.DEFAULT_ROOT_KEY : key;
  }

  /// What corrects its pitch, in cents.
  int correctionCents(GeneratorSet set) {
    return headers.signed8(sampleOf(set), 41);
  }

  /// True when the one is the left and the other the right half of a pair, as long and as fast.
  boolean arePair(GeneratorSet left, GeneratorSet right) {
    int l = sampleOf(left);
    int r = sampleOf(right);
    return type(l) == LEFT
        && type(r) == RIGHT
        && headers.unsigned16(l, 42) == r
        && headers.unsigned32(l, 36) == headers.unsigned32(r, 36)
        && correctionCents(left) == correctionCents(right)
        && rootKey(left) == rootKey(right)
        && sameShape(l, r);
  }

  private boolean sameShape(int l, int r) {
    for (int offset = 24; offset <= 32; offset += 4) { // end, loop start, loop end
      long inLeft = headers.unsigned32(l, offset) - headers.unsigned32(l, 20);
      long inRight = headers.unsigned32(r, offset) - headers.unsigned32(r, 20);
      if (inLeft != inRight) {
        return false;
      }
    }
    return true;
  }

  /// The sample of a zone, null when there is none to be played.
  ///
  /// @param right the right half's zone, null for mono
  /// @throws BadFileException when all samples together are too long
  Sample sample(GeneratorSet set, GeneratorSet right) throws BadFileException {
    int header = sampleOf(set);
    String name = headers.name(header);
    if ((type(header) & ROM) != 0) {
      unmapped.add("sample in a sound card's ROM: " + name);
      return null;
    }
    Cut cut = cut(set, right);
    long rate = headers.unsigned32(header, 36);
    if (cut == null || rate < 1 || rate > 1_000_000) {
      unmapped.add("sample without a sound: " + name);
      return null;
    }
    Sample known = samples.get(cut);
    if (known == null) {
      known = read(cut, name, rate);
      samples.put(cut, known);
    }
    return known;
  }

  private Sample read(Cut cut, String name, long rate) throws BadFileException {
    int length = cut.end - cut.start;
    bytes.addSample(length, cut.right >= 0);
    float[] left = points(cut.start, length);
    float[] right = cut.right < 0 ? null : points(cut.right, length);
    return new Sample.Builder(name.isEmpty() ? "sample " + cut.header : name, left, right)
        .rateHz(rate)
        .bits(fine == null ? 16 : 24)
        .loop(cut.loops ? Loop.FORWARD : Loop.NONE, cut.loopStart, cut.loopEnd)
        .build();
  }

  private Cut cut(GeneratorSet set, GeneratorSet right) {
    int header = sampleOf(set);
    long first = headers.unsigned32(header, 20);
    long start = first + offset(set, Generator.START_OFFSET, Generator.START_COARSE);
    long end =
        headers.unsigned32(header, 24) + offset(set, Generator.END_OFFSET, Generator.END_COARSE);
    long points = wave.remaining() / 2;
    start = Math.clamp(start, 0, points);
    end = Math.min(end, points);
    if (end <= start) {
      return null;
    }
    long otherStart = -1;
    if (right != null) {
      otherStart = start - first + headers.unsigned32(sampleOf(right), 20);
      if (otherStart < 0 || otherStart + (end - start) > points) {
        return null;
      }
    }
    long loopStart =
        headers.unsigned32(header, 28)
            + offset(set, Generator.LOOP_START_OFFSET, Generator.LOOP_START_COARSE);
    long loopEnd =
        headers.unsigned32(header, 32)
            + offset(set, Generator.LOOP_END_OFFSET, Generator.LOOP_END_COARSE);
    loopStart = Math.max(loopStart - start, 0);
    loopEnd = Math.min(loopEnd, end) - start;
    boolean asked = (set.get(Generator.SAMPLE_MODES) & 1) != 0;
    boolean loops = asked && loopStart < loopEnd;
    if (asked && !loops) {
      unmapped.add("loop outside its sample: " + headers.name(header));
    }
    return new Cut(
        header,
        (int) start,
        (int) end,
        (int) otherStart,
        loops,
        loops ? (int) loopStart : 0,
        loops ? (int) loopEnd : 0);
  }

  private float[] points(int start, int length) {
    float[] points = new float[length];
    for (int i = 0; i < length; i++) {
      int at = start + i;
      points[i] =
          fine == null
              ? wave.getShort(at * 2) * 0x1p-15f
              : (wave.getShort(at * 2) << 8 | fine.get(at) & 0xFF) * 0x1p-23f;
    }
    return points;
  }

  private int type(int header) {
    return headers.unsigned16(header, 44);
  }

  private static int sampleOf(GeneratorSet set) {
    return set.get(Generator.SAMPLE);
  }

  private static long offset(GeneratorSet set, int by, int coarse) {
    return set.get(by) + (long) set.get(coarse) * COARSE;
  }
}
