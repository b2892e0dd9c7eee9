package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.patch.Zone;
import modpool.worklet.Controls;
import modpool.worklet.Engine;
import modpool.worklet.Onset;
import modpool.worklet.ParameterLayout;
import modpool.worklet.Placement;
import modpool.worklet.Worklet;

/// An instrument whose voices are in worklets. It asks the placement it was given for each of them
/// and does not know whether others live there too.
public abstract sealed class WorkletInstrument extends Instrument
    permits PooledInstrument, DedicatedInstrument {
  private static final int MOST_BORROWED = 4 * Worklet.VOICES - Worklet.VOICES;

  private Placement placement;
  private int held; // of the placement's voices, those that are still this instrument's
  private boolean departed;

  WorkletInstrument(String id, Placement placement, int rate, Sharing sharing) {
    super(
        id,
        placement.playable(),
        capacity(placement),
        capacity(placement),
        MOST_BORROWED,
        rate,
        sharing);
    this.placement = placement;
    held = placement.size();
  }

  private static int capacity(Placement placement) {
    return Math.max(Worklet.VOICES, placement.playable());
  }

  /// Moves to another placement: what sounds goes on there, voices that are lost fade.
  @RenderThread
  public final void adopt(Placement next, long frame) {
    if (next == placement) {
      return;
    }
    resize(next.playable(), frame);
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
      last.endLoans();
      resize(0, frame);
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

  private Engine engine(int voice) {
    return isBorrowed(voice)
        ? lender(voice).placement.engine(loans().voice(loanOf(voice)))
        : placement.engine(voice);
  }

  /// A voice's number in its engine.
  private int number(int voice) {
    return isBorrowed(voice)
        ? lender(voice).placement.voice(loans().voice(loanOf(voice)))
        : placement.voice(voice);
  }

  /// By what its notes on a voice are known to be its own.
  private Controls borrower(int voice) {
    return isBorrowed(voice) ? controls() : null;
  }

  private WorkletInstrument lender(int voice) {
    return (WorkletInstrument) loans().lender(loanOf(voice));
  }

  /// False for a borrowed voice that its owner has lost since.
  private boolean isThere(int voice) {
    return !isBorrowed(voice)
        || !lender(voice).departed && loans().voice(loanOf(voice)) < lender(voice).held;
  }

  @Override
  public final boolean isSilent() {
    return placement.isSilent() && borrowedSounds() == 0;
  }

  @Override
  public final int sounds() {
    return placement.sounds() + borrowedSounds();
  }

  private int borrowedSounds() {
    int sounds = 0;
    for (int place = 0; place < loans().count(); place++) {
      int voice = borrowedVoice(place);
      sounds += isThere(voice) ? engine(voice).sounds(number(voice), controls()) : 0;
    }
    return sounds;
  }

  @Override
  public final int activeVoices() {
    int active = placement.activeVoices();
    for (int place = 0; place < loans().count(); place++) {
      active += isActive(borrowedVoice(place)) ? 1 : 0;
    }
    return active;
  }

  @Override
  public final boolean isActive(int voice) {
    return isThere(voice) && engine(voice).isActive(number(voice), borrower(voice));
  }

  @Override
  final void moveNote(int voice, int to) {
    engine(voice).moveNote(number(voice), engine(to), number(to));
  }

  @Override
  final boolean isHeard(int voice) {
    return isThere(voice) && engine(voice).sounds(number(voice), borrower(voice)) > 0;
  }

  @Override
  public final float level(int voice) {
    return engine(voice).level(number(voice));
  }

  @Override
  final void start(int voice, long frame, Onset onset) {
    onset.lent = isBorrowed(voice);
    engine(voice).start(number(voice), frame, onset, controls());
  }

  @Override
  final void slide(int voice, long frame, int key, double glideMs) {
    engine(voice).slide(number(voice), frame, key, glideMs);
  }

  @Override
  final void follow(int voice, long frame, Zone next) {
    engine(voice).follow(number(voice), frame, next);
  }

  @Override
  final void press(int voice, float pressure) {
    engine(voice).press(number(voice), pressure);
  }

  @Override
  final void setEffect(int voice, double cents, float gain) {
    engine(voice).setEffect(number(voice), cents, gain);
  }

  @Override
  final Zone zone(int voice) {
    return engine(voice).zone(number(voice));
  }

  @Override
  final void release(int voice) {
    if (isActive(voice)) {
      engine(voice).release(number(voice));
    }
  }

  @Override
  final void cut(int voice, long frame) {
    if (isActive(voice)) {
      engine(voice).cut(number(voice), frame);
    }
  }

  @Override
  final void refresh(int voice) {
    if (isActive(voice)) {
      engine(voice).refresh(number(voice));
    }
  }

  @Override
  final void retune(int voice) {
    engine(voice).retune(number(voice));
  }

  @Override
  final void renderVoices(long frame, int from, int to, float[] busLeft, float[] busRight) {
    for (int voice = 0; voice < placement.size(); voice++) {
      placement.engine(voice).render(placement.voice(voice), frame, from, to, busLeft, busRight);
    }
    for (int place = 0; place < loans().count(); place++) {
      int voice = borrowedVoice(place);
      if (isThere(voice)) {
        engine(voice).render(number(voice), controls(), frame, from, to, busLeft, busRight);
      }
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
    engine(voice)
        .startTrack(
            number(voice), frame, zone, controls(), startPhase, increment, volume, pan, audible);
  }

  @Override
  @RenderThread
  public final void setTrackIncrement(int voice, long increment) {
    engine(voice).setTrackIncrement(number(voice), increment);
  }

  @Override
  @RenderThread
  public final void setTrackVolume(int voice, float volume) {
    engine(voice).setTrackVolume(number(voice), volume);
  }

  @Override
  @RenderThread
  public final void setTrackPan(int voice, float pan) {
    engine(voice).setTrackPan(number(voice), pan);
  }

  @Override
  @RenderThread
  public final void setTrackAudible(int voice, boolean audible) {
    engine(voice).setTrackAudible(number(voice), audible);
  }

  @Override
  @RenderThread
  public final void swapTrack(int voice, Zone next) {
    engine(voice).swapTrack(number(voice), next);
  }
}
