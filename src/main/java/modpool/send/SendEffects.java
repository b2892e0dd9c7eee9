package modpool.send;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Grid;

/// The shared reverb and chorus, and the buses on which instruments reach them.
@RenderThread
public final class SendEffects {
  private final float[] reverbLeft = new float[Grid.PIECE];
  private final float[] reverbRight = new float[Grid.PIECE];
  private final float[] chorusLeft = new float[Grid.PIECE];
  private final float[] chorusRight = new float[Grid.PIECE];
  private final Reverb reverb;
  private final Chorus chorus;
  private boolean isReverbFed;
  private boolean isChorusFed;

  public SendEffects(int rate) {
    reverb = new Reverb(rate);
    chorus = new Chorus(rate);
  }

  /// Takes what an instrument sends of its bus in this piece.
  ///
  /// @param frame absolute frame of index 0
  public void take(
      long frame,
      SendGain toReverb,
      SendGain toChorus,
      float[] busLeft,
      float[] busRight,
      int frames) {
    if (!toReverb.isOff()) {
      isReverbFed = true;
      toReverb.mix(frame, busLeft, busRight, reverbLeft, reverbRight, frames);
    }
    if (!toChorus.isOff()) {
      isChorusFed = true;
      toChorus.mix(frame, busLeft, busRight, chorusLeft, chorusRight, frames);
    }
  }

  /// True when nothing was sent for this piece and both tails are over: then there is nothing to
  /// mix.
  public boolean areSilent() {
    return !isReverbFed && !isChorusFed && reverb.isSilent() && chorus.isSilent();
  }

  /// Adds what the effects make of this piece to the output, and begins the next.
  public void mix(long frame, float[] outLeft, float[] outRight, int frames) {
    if (isReverbFed || !reverb.isSilent()) {
      reverb.process(frame, reverbLeft, reverbRight, outLeft, outRight, frames);
    }
    if (isChorusFed || !chorus.isSilent()) {
      chorus.process(frame, chorusLeft, chorusRight, outLeft, outRight, frames);
    }
    if (isReverbFed) {
      Arrays.fill(reverbLeft, 0, frames, 0f);
      Arrays.fill(reverbRight, 0, frames, 0f);
    }
    if (isChorusFed) {
      Arrays.fill(chorusLeft, 0, frames, 0f);
      Arrays.fill(chorusRight, 0, frames, 0f);
    }
    isReverbFed = false;
    isChorusFed = false;
  }
}
