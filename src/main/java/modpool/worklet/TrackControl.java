package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Envelope;
import modpool.dsp.Grid;
import modpool.dsp.Pan;
import modpool.patch.Zone;

/// The control of a voice that a song's track plays. The song's clock says its pitch and volume at
/// its own frames; there is no key, no envelope and no LFO.
@RenderThread
final class TrackControl {
  private final EngineSettings settings;
  private final Lanes lanes;

  TrackControl(EngineSettings settings, Lanes lanes) {
    this.settings = settings;
    this.lanes = lanes;
  }

  /// @param startPhase where in the sample, 32.32
  void start(
      int lane,
      long frame,
      Zone zone,
      Controls controls,
      long startPhase,
      long increment,
      float volume,
      float pan,
      boolean audible) {
    lanes.zone[lane] = zone;
    lanes.controls[lane] = controls;
    lanes.key[lane] = 0;
    lanes.velocity[lane] = 0;
    lanes.started[lane] = frame;
    lanes.kernel[lane] = settings.interpolationOf(zone.sound());
    lanes.phase[lane] = startPhase;
    lanes.increment[lane] = increment;
    lanes.onTrack[lane] = true;
    lanes.filtered[lane] = zone.isFiltered();
    lanes.filterFresh[lane] = false;
    lanes.trackPan[lane] = pan;
    lanes.swapDue[lane] = false;
    lanes.swapTo[lane] = null;
    lanes.mute.set(lane, audible ? 1 : 0);
    lanes.gain[lane] = volume;
    lanes.amplitude.start(lane, Envelope.GATE);
    lanes.lastLeft[lane] = 0;
    lanes.lastRight[lane] = 0;
    lanes.stepDue[lane] = true;
    lanes.origin[lane] = frame;
    lanes.gainLeft.set(lane, level(lane) * Pan.left(pan(lane)));
    lanes.gainRight.set(lane, level(lane) * Pan.right(pan(lane)));
    lanes.sounding |= 1 << lane;
  }

  /// Moves a voice up to the next grid frame.
  void step(int lane, long frame) {
    if (Grid.isStep(frame)) {
      lanes.mute.step(lane);
    }
    float passed = frame - lanes.origin[lane];
    int frames = Grid.framesToStep(frame);
    lanes.gainLeft.aim(lane, passed, frames, level(lane) * Pan.left(pan(lane)));
    lanes.gainRight.aim(lane, passed, frames, level(lane) * Pan.right(pan(lane)));
    lanes.origin[lane] = frame;
    lanes.still[lane] =
        lanes.mute.isSteady(lane)
            && lanes.gainLeft.isSteady(lane)
            && lanes.gainRight.isSteady(lane);
    lanes.seenVersion[lane] = lanes.controls[lane].version();
  }

  private float level(int lane) {
    return lanes.gain[lane] * lanes.mute.heard(lane) * lanes.controls[lane].gain();
  }

  private float pan(int lane) {
    return lanes.trackPan[lane] + lanes.controls[lane].pan();
  }
}
