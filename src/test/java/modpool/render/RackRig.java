package modpool.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import modpool.bridge.ControllerSet;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.bridge.Imprints;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.bridge.Snapshot;
import modpool.bridge.Tape;
import modpool.bridge.board.VoiceBoard;
import modpool.dsp.Envelope;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.midi.InputCurve;
import modpool.midi.PortInput;
import modpool.midi.SysexReader;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Samples;
import modpool.worklet.EngineSettings;
import modpool.worklet.Placement;
import modpool.worklet.Worklet;
import modpool.worklet.WorkletPool;

/// A renderer, its queue and the builder of its racks, at a low rate and with two small banks: what
/// a test of racks needs, without files or threads.
final class RackRig {
  static final int RATE = 8_000;
  static final EngineSettings SETTINGS = EngineSettings.of(RATE, Interpolation.LINEAR);
  static final int FADE_FRAMES = SETTINGS.fade().length();
  static final int BLOCK = 64;

  final Meters meters = new Meters();
  final Notices notices = new Notices();
  final EventQueue queue = new EventQueue(1 << 10);
  final RackBuilder racks;
  final VoiceBoard board = new VoiceBoard();
  final Renderer renderer;
  private final Set<Worklet> worklets = new HashSet<>();

  RackRig(InstrumentFactory.Kind kind) {
    this(kind, WorkletPool.MAX_WORKLETS);
  }

  RackRig(InstrumentFactory.Kind kind, Sharing.Kind sharing) {
    this(kind, WorkletPool.MAX_WORKLETS);
    racks.share(sharing);
  }

  RackRig(InstrumentFactory.Kind kind, int maxWorklets) {
    racks = new RackBuilder(SETTINGS, kind, meters, programs(), 0, maxWorklets);
    renderer =
        new Renderer(
            queue,
            racks.racks(),
            meters,
            notices,
            board,
            new MixSettings(RATE, 1, 1, false, Machine.CLEAN),
            new PortInput(
                1,
                InputCurve.NONE,
                new Snapshot<>(ControllerSet.NONE),
                notices,
                new SysexReader(SysexReader.ANY_DEVICE)),
            new Imprints(),
            new Tape());
  }

  /// Two banks: programs 0 a held wave, 1 a one-shot, 2 a slow release, kit 0 the one-shot.
  static ProgramTable programs() {
    Bank first = bank("first", 1);
    Bank second = bank("second", 0.5f);
    return new ProgramTable(List.of(first, second), first);
  }

  private static Bank bank(String name, float level) {
    Sample wave = Samples.looped("wave", RATE, level, level / 2, -level, -level / 2);
    float[] decay = new float[RATE / 10];
    for (int i = 0; i < decay.length; i++) {
      decay[i] = level * (1 - (float) i / decay.length);
    }
    Sample hit = Samples.oneShot("hit", RATE, decay);
    Patch drum = patch("drum", hit, true, Envelope.GATE);
    Patch[] programs = {
      patch("wave", wave, false, Envelope.GATE),
      drum,
      patch("slow", wave, false, new Envelope(2, 5, 10, 100, 0.5, 300))
    };
    return new Bank(name, programs, new Patch[] {drum});
  }

  private static Patch patch(String name, Sample sample, boolean oneShot, Envelope amplitude) {
    Sound sound = Sound.PLAIN.with(b -> b.gain(0.1).oneShot(oneShot).amplitude(amplitude));
    return new Patch(name, List.of(Zone.of(sample, 60, sound)));
  }

  void send(int kind, int source, int channel, int key, int value) {
    queue.offer(0, Event.of(kind, source, channel, key, value));
  }

  void noteOn(int channel, int key) {
    send(Event.NOTE_ON, 1, channel, key, 100);
  }

  void noteOff(int channel, int key) {
    send(Event.NOTE_OFF, 1, channel, key, 64);
  }

  /// Publishes what was changed, to take effect with the next block.
  void publish() {
    racks.publish(0);
    for (Strip strip : racks.racks().latest().strips()) {
      strip.placement().places().stream().map(Placement.Place::worklet).forEach(worklets::add);
    }
  }

  /// The left side of the next frames.
  float[] render(int frames) {
    float[] all = new float[frames];
    float[] left = new float[BLOCK];
    float[] right = new float[BLOCK];
    for (int done = 0; done < frames; ) {
      int block = Math.min(BLOCK, frames - done);
      renderer.render(left, right, block);
      System.arraycopy(left, 0, all, done, block);
      done += block;
    }
    return all;
  }

  long voices() {
    return meters.get(Meter.VOICES);
  }

  /// Voices in worklets of any rack so far on which something sounds, whoever has them.
  List<String> soundingPlaces() {
    List<String> sounding = new ArrayList<>();
    for (Worklet worklet : worklets) {
      for (int voice = 0; voice < Worklet.VOICES; voice++) {
        if (!worklet.engineOf(voice).isSilent(voice % 8)) {
          sounding.add(System.identityHashCode(worklet) + "/" + voice);
        }
      }
    }
    return sounding;
  }
}
