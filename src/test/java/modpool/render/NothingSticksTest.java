package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import modpool.bridge.Event;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.instrument.Sharing;
import modpool.worklet.PoolStats;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever happens in whatever order: when all sources have gone, nothing sounds.
class NothingSticksTest {
  private static final int CHANNELS = 3;
  private static final int SOURCES = 3;
  private static final int SUSTAIN = 64;
  private static final int MOST_REVERB_SECONDS = 20;
  private static final int ALL_NOTES_OFF = 123;

  private enum Verb {
    KEY_DOWN,
    KEY_UP,
    PEDAL_DOWN,
    PEDAL_UP,
    PROGRAM,
    BANK,
    SOSTENUTO,
    SOFT_OR_LEGATO,
    GLIDE_FROM,
    EFFECT,
    EFFECT_KEYS,
    MODE,
    ZONE,
    RESET,
    ALL_NOTES_OFF,
    SOURCE_GONE,
    VOICES,
    CLOSE_CHANNEL,
    COMPACT,
    RENDER
  }

  /// @param channel 0-2
  /// @param source 1-3
  /// @param number key, program, bank, voices or frames, brought into range by who uses it
  private record Step(Verb verb, int channel, int source, int number) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequency(
            Tuple.of(12, Verb.KEY_DOWN),
            Tuple.of(6, Verb.KEY_UP),
            Tuple.of(3, Verb.PEDAL_DOWN),
            Tuple.of(2, Verb.PEDAL_UP),
            Tuple.of(2, Verb.PROGRAM),
            Tuple.of(1, Verb.BANK),
            Tuple.of(2, Verb.SOSTENUTO),
            Tuple.of(2, Verb.SOFT_OR_LEGATO),
            Tuple.of(1, Verb.GLIDE_FROM),
            Tuple.of(3, Verb.EFFECT),
            Tuple.of(1, Verb.EFFECT_KEYS),
            Tuple.of(2, Verb.MODE),
            Tuple.of(1, Verb.ZONE),
            Tuple.of(1, Verb.RESET),
            Tuple.of(1, Verb.ALL_NOTES_OFF),
            Tuple.of(1, Verb.SOURCE_GONE),
            Tuple.of(3, Verb.VOICES),
            Tuple.of(2, Verb.CLOSE_CHANNEL),
            Tuple.of(2, Verb.COMPACT),
            Tuple.of(8, Verb.RENDER));
    return Combinators.combine(
            verbs,
            Arbitraries.integers().between(0, CHANNELS - 1),
            Arbitraries.integers().between(1, SOURCES),
            Arbitraries.integers().between(1, 127))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  @Property(tries = 1500)
  void when_all_sources_have_gone_nothing_sounds(
      @ForAll Kind kind, @ForAll Sharing.Kind sharing, @ForAll("steps") List<Step> steps) {
    RackRig rig = new RackRig(kind, sharing);
    for (int channel = 0; channel < CHANNELS; channel++) {
      rig.racks.openChannel(channel, 4);
    }
    rig.publish();
    for (Step step : steps) {
      perform(step, rig);
    }

    for (int source = 1; source <= SOURCES; source++) {
      rig.send(Event.SOURCE_GONE, source, 0, 0, 0);
    }
    rig.render(2 * RackRig.RATE);
    assertEquals(0, rig.voices());
    for (int second = 0; second < MOST_REVERB_SECONDS && !rig.renderer.isIdle(); second++) {
      rig.render(RackRig.RATE); // a GM2, GS or XG reset leaves some reverb
    }

    assertTrue(rig.renderer.isIdle());
    assertEquals(0, rig.voices());
    assertEquals(List.of(), rig.soundingPlaces(), "a voice that nobody owns");
    for (float frame : rig.render(RackRig.BLOCK)) {
      assertEquals(0, frame);
    }
    PoolStats stats = rig.racks.poolStats();
    assertEquals(stats.totalVoices(), stats.allocatedVoices() + stats.freeVoices());
  }

  private static void perform(Step step, RackRig rig) {
    int channel = step.channel();
    int source = step.source();
    int number = step.number();
    int key = 60 + number % 7;
    switch (step.verb()) {
      case KEY_DOWN -> rig.send(Event.NOTE_ON, source, channel, key, number);
      case KEY_UP -> rig.send(Event.NOTE_OFF, source, channel, key, 64);
      case PEDAL_DOWN -> rig.send(Event.CONTROL, source, channel, SUSTAIN, 127);
      case PEDAL_UP -> rig.send(Event.CONTROL, source, channel, SUSTAIN, 0);
      case PROGRAM -> rig.send(Event.PROGRAM, source, channel, 0, number % 4);
      case BANK -> rig.send(Event.BANK, source, channel, 0, number % 2);
      case SOSTENUTO -> rig.send(Event.CONTROL, source, channel, 66, number % 2 * 127);
      case SOFT_OR_LEGATO ->
          rig.send(Event.CONTROL, source, channel, 67 + number % 2, number / 2 % 2 * 127);
      case GLIDE_FROM -> rig.send(Event.CONTROL, source, channel, 84, 60 + number % 7);
      case EFFECT -> rig.send(Event.CONTROL, source, channel, 102 + number % 10, number % 3 * 63);
      case EFFECT_KEYS -> rig.send(Event.EFFECT_KEYS, 0, channel, 0, 40 + number % 30);
      case MODE -> rig.send(Event.CONTROL, source, channel, 124 + number % 4, number % 3);
      case ZONE -> {
        rig.send(Event.CONTROL, source, 0, 101, 0);
        rig.send(Event.CONTROL, source, 0, 100, 6);
        rig.send(Event.CONTROL, source, 0, 6, number % 3);
      }
      case RESET -> rig.send(Event.RESET, source, 0, 0, number % 5);
      case ALL_NOTES_OFF -> rig.send(Event.CONTROL, source, channel, ALL_NOTES_OFF, 0);
      case SOURCE_GONE -> rig.send(Event.SOURCE_GONE, source, 0, 0, 0);
      case VOICES -> {
        rig.racks.openChannel(channel, 1 + number % 16);
        rig.publish();
      }
      case CLOSE_CHANNEL -> {
        rig.racks.closeChannel(channel);
        rig.publish();
      }
      case COMPACT -> {
        rig.racks.compact();
        rig.publish();
      }
      case RENDER -> rig.render(number);
    }
  }
}
