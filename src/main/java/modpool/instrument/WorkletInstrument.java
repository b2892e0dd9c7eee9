package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.patch.Zone;
import modpool.worklet.Onset;
import modpool.worklet.ParameterLayout;
import modpool.worklet.Placement;
import modpool.worklet.Worklet;

/// An instrument whose voices are in worklets. It asks the placement it was given for each of them
/// and does not know whether others live there too.
public abstract sealed class WorkletInstrument extends Instrument
    permits PooledInstrument, DedicatedInstrument {
  private Placement placement;
  private int held; // of the placement's voices, those that are still this instrument's
  private boolean departed;

  WorkletInstrument(String id, Placement placement, int rate) {
    super(id, placement.playable(), Math.max(Worklet.VOICES, placement.playable()), rate);
    this.placement = placement;
    held = placement.size();
  }

  /// Moves to another placement: what sounds goes on there, voices that are lost fade.
  @RenderThread
  public final void adopt(Placement next, long frame) {
    if (next == placement) {
      return;
    }
    resize(next.playable());
    next.takeOver(placement, held, frame);
    placement = next;
    held = next.size();
  }

  /// Leaves: everything it plays is cut, wherever it is by now, and only what still fades in the
  /// remaining places is its. The others have a new owner, whose voices let it fade beside them.
  @RenderThread
  public final void depart(Placement last, Placement remaining, long frame) {
    if (!departed) {
      departed = true;
      last.takeOver(placement, held, frame);
      resize(0);
    }
    placement = remaining;
  }

  /// The voices that were taken from it have faded: from now on they may be another's.
  @RenderThread
  public final void letGo() {
    held = placement.playable();
  }

  /// True when the voices that were taken from it have faded.
  @RenderThread
  public final boolean hasSettled() {
    return placement.isSilent(placement.playable());
  }

  /// The name by which the outside knows a local voice's parameter, `gate_engine0_voice4`. Text, so
  /// not for a running render thread.
  public final String parameterName(ParameterLayout.Kind kind, int localVoice) {
    int voice = placement.places().get(localVoice).voice();
    return ParameterLayout.name(ParameterLayout.parameter(kind, voice));
  }

  @Override
  public final boolean isSilent() {
    return placement.isSilent();
  }

  @Override
  public final int sounds() {
    return placement.sounds();
  }

  @Override
  public final int activeVoices() {
    return placement.activeVoices();
  }

  @Override
  public final boolean isActive(int voice) {
    return placement.engine(voice).isActive(placement.voice(voice));
  }

  @Override
  public final float level(int voice) {
    return placement.engine(voice).level(placement.voice(voice));
  }

  @Override
  final void start(int voice, long frame, Onset onset) {
    placement.engine(voice).start(placement.voice(voice), frame, onset, controls());
  }

  @Override
  final void slide(int voice, long frame, int key, double glideMs) {
    placement.engine(voice).slide(placement.voice(voice), frame, key, glideMs);
  }

  @Override
  final void press(int voice, float pressure) {
    placement.engine(voice).press(placement.voice(voice), pressure);
  }

  @Override
  final Zone zone(int voice) {
    return placement.engine(voice).zone(placement.voice(voice));
  }

  @Override
  final void release(int voice) {
    placement.engine(voice).release(placement.voice(voice));
  }

  @Override
  final void cut(int voice, long frame) {
    placement.engine(voice).cut(placement.voice(voice), frame);
  }

  @Override
  final void refresh(int voice) {
    placement.engine(voice).refresh(placement.voice(voice));
  }

  @Override
  final void retune(int voice) {
    placement.engine(voice).retune(placement.voice(voice));
  }

  @Override
  final void renderVoices(long frame, int from, int to, float[] busLeft, float[] busRight) {
    for (int voice = 0; voice < placement.size(); voice++) {
      placement.engine(voice).render(placement.voice(voice), frame, from, to, busLeft, busRight);
    }
  }

  @Override
  @RenderThread
  public final void startTrack(
      int voice,
      long frame,
      Zone zone,
      long startPhase,
      long increment,
      float volume,
      float pan,
      boolean audible) {
    placement
        .engine(voice)
        .startTrack(
            placement.voice(voice),
            frame,
            zone,
            controls(),
            startPhase,
            increment,
            volume,
            pan,
            audible);
  }

  @Override
  @RenderThread
  public final void setTrackIncrement(int voice, long increment) {
    placement.engine(voice).setTrackIncrement(placement.voice(voice), increment);
  }

  @Override
  @RenderThread
  public final void setTrackVolume(int voice, float volume) {
    placement.engine(voice).setTrackVolume(placement.voice(voice), volume);
  }

  @Override
  @RenderThread
  public final void setTrackAudible(int voice, boolean audible) {
    placement.engine(voice).setTrackAudible(placement.voice(voice), audible);
  }

  @Override
  @RenderThread
  public final void swapTrack(int voice, Zone next) {
    placement.engine(voice).swapTrack(placement.voice(voice), next);
  }
}
