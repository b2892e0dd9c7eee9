package modpool.doctor.bench;

import modpool.doctor.peers.Piece;
import modpool.patch.soundfont.SoundFontBytes;

/// A SoundFont of one looped sample for all keys. The generators' numbers are those of SoundFont
/// 2.04, section 8.1.
final class LoopFont {
  private static final int FRAMES = 8_192;
  private static final int LOOP_MARGIN = 64;
  private static final int RATE_HZ = 44_100;
  private static final int ROOT_KEY = 60;
  private static final int MONO = 1;

  private static final int[] PLAIN = {54, 1, 53, 0}; // it loops; the sample

  private static final int[] MOVING = {
    6, 15, // vibrato, cents
    8, 9_500, // the filter's frequency, 2 kHz in cents
    9, 40, // its resonance, 0.1 dB
    10, 600, // what moves it: an LFO, cents
    11, 1_200, // and the modulation envelope
    22, -1_200, // that LFO, 4 Hz in cents
    24, 0, // the vibrato, 8 Hz
    28, 8_000, // decay of the modulation envelope, 100 s in cents
    29, 500, // which ends half way down, 0.1 %
    36, 8_000, // decay of the volume, likewise
    37, 200, // which ends at -20 dB, 0.1 dB
    54, 1,
    53, 0
  };

  private LoopFont() {}

  /// @param moving whether filter, envelopes and LFOs move; else there are none
  static Piece piece(int notes, boolean moving) {
    short[] wave = new short[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      double turn = 2 * Math.PI * i / FRAMES;
      wave[i] = (short) (9_000 * Math.sin(64 * turn) + 4_000 * Math.sin(193 * turn));
    }
    byte[] bytes =
        new SoundFontBytes()
            .sample("loop", RATE_HZ, ROOT_KEY, 0, MONO, 0, LOOP_MARGIN, FRAMES - LOOP_MARGIN, wave)
            .instrument("Loop")
            .play(moving ? MOVING : PLAIN)
            .preset("Loop", 0, 0)
            .use(41, 0) // the instrument
            .bytes();
    return new Piece("loop.sf2", bytes, notes);
  }
}
