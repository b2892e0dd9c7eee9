package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.dsp.Grid;
import modpool.dsp.Pan;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.worklet.EngineSettings;
import modpool.worklet.SampleReader;
import modpool.worklet.Worklet;

/// The simple instrument: mixes its samples itself, as a tracker's replayer does, without a
/// worklet. A voice has a sample, a pitch, a level and a place; envelopes, LFOs and filters are
/// left out, and a key-up fades like a cut.
@RenderThread
public final class ModInstrument extends Instrument {
  private static final int CAPACITY = Worklet.VOICES;
  private static final int SLOTS = 2 * CAPACITY; // a voice, and CAPACITY further on its tail

  private final EngineSettings settings;
  private final SampleReader reader;
  private final float[] left = new float[Grid.FRAMES];
  private final float[] right = new float[Grid.FRAMES];

  private final Zone[] zone = new Zone[SLOTS];
  private final int[] key = new int[SLOTS];
  private final long[] phase = new long[SLOTS];
  private final long[] increment = new long[SLOTS];
  private final float[] gain = new float[SLOTS];
  private final float[] gainLeft = new float[SLOTS];
  private final float[] gainRight = new float[SLOTS];
  private final long[] fadeFrom = new long[SLOTS]; // frame, or NEVER
  private final boolean[] fadeDue =
      new boolean[SLOTS]; // its key went up; the next render says when

  private static final long NEVER = Long.MAX_VALUE;

  /// @param voices 1-16
  public ModInstrument(String id, int voices, EngineSettings settings) {
    super(id, voices, CAPACITY, settings.rate());
    this.settings = settings;
    reader = new SampleReader(settings.interpolation());
  }

  @Override
  public boolean isSilent() {
    for (Zone playing : zone) {
      if (playing != null) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isActive(int voice) {
    return zone[voice] != null;
  }

  @Override
  public float level(int voice) {
    return zone[voice] == null ? 0 : gain[voice];
  }

  @Override
  void start(int voice, long frame, Zone next, int playedKey, int velocity, int glideFromKey) {
    cut(voice, frame);
    double v = velocity / 127.0;
    zone[voice] = next;
    key[voice] = playedKey;
    phase[voice] = (long) next.startFrame() << 32;
    gain[voice] =
        (float) (next.sound().gain() * (1 + (v * v - 1) * next.sound().velocityTracking()));
    fadeFrom[voice] = NEVER;
    fadeDue[voice] = false;
    refresh(voice);
    gainLeft[voice] = targetGain(voice) * Pan.left(pan(voice));
    gainRight[voice] = targetGain(voice) * Pan.right(pan(voice));
  }

  @Override
  void release(int voice) {
    fadeDue[voice] = zone[voice] != null && !zone[voice].sound().oneShot();
  }

  @Override
  void cut(int voice, long frame) {
    if (zone[voice] == null) {
      return;
    }
    int tail = voice + CAPACITY;
    zone[tail] = zone[voice];
    key[tail] = key[voice];
    phase[tail] = phase[voice];
    increment[tail] = increment[voice];
    gain[tail] = gain[voice];
    gainLeft[tail] = gainLeft[voice];
    gainRight[tail] = gainRight[voice];
    fadeFrom[tail] = Math.min(frame, fadeFrom[voice]);
    fadeDue[tail] = false;
    zone[voice] = null;
  }

  @Override
  void refresh(int voice) {
    if (zone[voice] != null) {
      double cents = zone[voice].centsAt(key[voice]) + controls().pitchCents();
      increment[voice] =
          Pitch.increment(zone[voice].sample().rateHz(), settings.rate(), Pitch.ratio(cents));
    }
  }

  private float targetGain(int slot) {
    return gain[slot] * controls().gain();
  }

  private float pan(int slot) {
    return (float) zone[slot].sound().pan() + controls().pan();
  }

  @Override
  void renderVoices(long frame, int frames, float[] busLeft, float[] busRight) {
    for (int voice = 0; voice < CAPACITY; voice++) {
      renderSlot(voice, frame, frames, busLeft, busRight);
      renderSlot(voice + CAPACITY, frame, frames, busLeft, busRight);
    }
  }

  private void renderSlot(int slot, long frame, int frames, float[] busLeft, float[] busRight) {
    if (zone[slot] == null) {
      return;
    }
    if (fadeDue[slot]) {
      fadeDue[slot] = false;
      fadeFrom[slot] = Math.min(frame, fadeFrom[slot]);
    }
    if (Grid.isStep(frame)) {
      gainLeft[slot] = targetGain(slot) * Pan.left(pan(slot));
      gainRight[slot] = targetGain(slot) * Pan.right(pan(slot));
    }
    Sample sample = zone[slot].sample();
    long from = phase[slot];
    phase[slot] = reader.read(sample, sample.left(), from, increment[slot], left, frames);
    if (sample.isStereo()) {
      reader.read(sample, sample.right(), from, increment[slot], right, frames);
    }
    mix(left, busLeft, frame, frames, gainLeft[slot], fadeFrom[slot]);
    mix(sample.isStereo() ? right : left, busRight, frame, frames, gainRight[slot], fadeFrom[slot]);
    boolean faded =
        fadeFrom[slot] != NEVER && frame + frames >= fadeFrom[slot] + settings.fade().length();
    if (faded || reader.readable() < frames) {
      zone[slot] = null;
    }
  }

  private void mix(
      float[] source, float[] bus, long frame, int frames, float level, long fadeStart) {
    Fade fade = settings.fade();
    if (fadeStart == NEVER) {
      for (int i = 0; i < frames; i++) {
        bus[i] += source[i] * level;
      }
      return;
    }
    int passed = (int) (frame - fadeStart);
    for (int i = 0; i < frames; i++) {
      bus[i] += source[i] * level * fade.shape()[passed + i];
    }
  }
}
