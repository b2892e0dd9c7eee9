package modpool.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that the render thread reaches allocates, locks, throws or calls what might.
class RenderThreadPurityTest {
  private static final RenderThreadScan MAIN = new RenderThreadScan(Bytecode.mainClasses());

  @Test
  void the_render_thread_does_nothing_forbidden() {
    assertEquals(
        "", String.join("\n", MAIN.impurities()), "forbidden, with the way that leads there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Modpool.render",
        "control.Control.renderLive",
        "bridge.board.ChannelBoard.show",
        "bridge.EventQueue.drain",
        "bridge.LiveClock.mark",
        "bridge.board.MasterBoard.raise",
        "bridge.Notices.offer",
        "bridge.board.ScopeRing.write",
        "bridge.board.TrackBoard.show",
        "dsp.FilterTable.at",
        "dsp.Interpolation.cubic",
        "dsp.Interpolation.linear",
        "dsp.Interpolation.nearest",
        "dsp.Lfo.noise",
        "dsp.Limiter.process",
        "dsp.Pitch.ratio",
        "dsp.SincKernel.readRows",
        "dsp.SincKernel.readStretched",
        "instrument.KeyedVoices.noteOn",
        "io.jack.JackCycle.process",
        "io.jack.JackCycle.read",
        "io.jack.JackCycle.takeSysex",
        "bridge.MessageRing.offer",
        "render.PairBuses.add",
        "render.PairBuses.finish",
        "instrument.KeyedVoices.releaseSource",
        "instrument.ModInstrument.mix",
        "instrument.ModInstrument.start",
        "effect.LoopInversion.tick",
        "effect.NoteEffects.tick",
        "instrument.Lending.give",
        "instrument.Lending.take",
        "instrument.SharedFour.freeOne",
        "instrument.VoiceAssigner.choose",
        "instrument.WorkletInstrument.adopt",
        "instrument.WorkletInstrument.start",
        "midi.channel.ChannelState.attach",
        "midi.channel.ChannelState.control",
        "midi.channel.ChannelState.setProgram",
        "midi.channel.DelayedKeys.tick",
        "midi.channel.KeySwitches.press",
        "midi.channel.StealCount.stolen",
        "midi.channel.Channels.handle",
        "midi.channel.Channels.copyTo",
        "midi.channel.Channels.recall",
        "midi.channel.Channels.show",
        "midi.channel.Channels.silence",
        "bridge.Imprint.pass",
        "bridge.Tape.record",
        "tuning.Tuner.pass",
        "patch.ProgramTable.kit",
        "patch.Zone.macroAmount",
        "render.EventHeap.onEvent",
        "render.EventHeap.take",
        "render.Mixer.mix",
        "send.Chorus.process",
        "send.Reverb.process",
        "send.SendGain.mix",
        "tuning.Tuner.detuneCents",
        "tuning.Tuner.handle",
        "render.Renderer.adopt",
        "render.Renderer.render",
        "tracker.Effects.arpeggio",
        "instrument.ModInstrument.startTrack",
        "patch.Sample.invert",
        "tracker.Announcer.announce",
        "tracker.Effects.onRow",
        "tracker.Effects.onTick",
        "tracker.ExtendedEffects.stepInversion",
        "tracker.Replayer.tick",
        "tracker.SongPlayer.invert",
        "tracker.SongPlayer.resume",
        "tracker.SongPlayer.setMuted",
        "tracker.SongPlayer.stop",
        "tracker.SongPlayer.swap",
        "tracker.SongPlayer.tick",
        "tracker.SongPlayer.trigger",
        "worklet.Controls.step",
        "worklet.Engine.cut",
        "worklet.Engine.move",
        "worklet.Engine.render",
        "worklet.EnvelopeLanes.step",
        "worklet.Lanes.copy",
        "worklet.Placement.takeOver",
        "worklet.SampleReader.read",
        "worklet.SampleReader.readThrough",
        "worklet.TrackControl.start",
        "worklet.TrackControl.step",
        "worklet.VoiceControl.start",
        "worklet.VoiceControl.step",
      })
  void the_scan_reaches(String method) {
    assertTrue(MAIN.reached().contains(method), () -> method + " is not in " + MAIN.reached());
  }

  /// Parts of records, names of what an imprint holds, errors of what control does: 50 to 500 bytes
  /// each, once in a program's life, perhaps on the render thread. The warm-up makes those of the
  /// records that a session calls most. None is to be added.
  private static final Set<String> WITH_STRINGS =
      Set.of(
          "bridge.LiveClock$Pace",
          "control.Control",
          "dsp.Envelope",
          "dsp.Filter",
          "dsp.Lfo",
          "io.Scheduling",
          "midi.channel.BankChoice",
          "midi.channel.Channels",
          "midi.channel.Zones",
          "midi.controller.Glide",
          "midi.controller.Knobs",
          "midi.controller.Levels",
          "midi.controller.Master",
          "midi.controller.ParameterNumbers",
          "midi.controller.PitchBend",
          "module.ModuleSample",
          "patch.Patch",
          "patch.Sample",
          "patch.Sound",
          "patch.Trigger",
          "render.Strip",
          "session.PortThru",
          "tracker.FormatProfile",
          "tracker.SongTiming",
          "tuning.Tuner",
          "tuning.Tuning");

  @Test
  void only_these_classes_have_strings_that_the_render_thread_may_be_the_first_to_make() {
    assertEquals(
        String.join("\n", new TreeSet<>(WITH_STRINGS)),
        String.join("\n", MAIN.classesWithStrings()));
  }

  @Test
  void what_control_does_is_not_scanned() {
    assertTrue(MAIN.reached().stream().noneMatch(m -> m.startsWith("worklet.WorkletPool.")));
    assertTrue(MAIN.reached().stream().noneMatch(m -> m.startsWith("render.RackBuilder.")));
  }
}
