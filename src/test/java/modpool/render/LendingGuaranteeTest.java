package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import modpool.bridge.Event;
import modpool.bridge.StealReason;
import modpool.instrument.Instrument;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.instrument.Sharing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever is lent: a channel's own voices are there for it, at once.
class LendingGuaranteeTest {
  private static final int CHANNELS = 4;
  private static final int LET_IT_END = RackRig.RATE / 5;

  private final int[] own = {4, 4, 4, 4};

  @Property(tries = 300)
  void a_channel_has_its_own_voices_at_once_and_others_lose_only_what_they_borrowed(
      @ForAll Kind kind, @ForAll @Size(max = 120) List<@IntRange(max = 4095) Integer> steps) {
    RackRig rig = new RackRig(kind, Sharing.Kind.LENT);
    for (int channel = 0; channel < CHANNELS; channel++) {
      own[channel] = 4;
      rig.racks.openChannel(channel, 4);
    }
    rig.publish();
    rig.render(1);
    for (int step : steps) {
      play(rig, kind, step % CHANNELS, step / CHANNELS % 32, step / 128);
      assertTrue(rig.voices() <= total(), "no more than the pool has");
    }

    for (int channel = 0; channel < CHANNELS; channel++) {
      rig.send(Event.CONTROL, 1, channel, 123, 0);
    }
    rig.render(RackRig.RATE);
    assertTrue(rig.renderer.isIdle());
    assertEquals(List.of(), rig.soundingPlaces());
    for (int channel = 0; channel < CHANNELS; channel++) {
      assertEquals(List.of(), sounding(rig, channel), "nothing is lent any more");
    }
  }

  private void play(RackRig rig, Kind kind, int channel, int key, int what) {
    if (what < 20) {
      press(rig, channel, 40 + key);
    } else if (what < 28) {
      rig.noteOff(channel, 40 + key);
      rig.render(LET_IT_END);
    } else if (what < 30) {
      rig.racks.compact();
      rig.publish();
      rig.render(LET_IT_END);
    } else if (what == 30 && kind != Kind.SIMPLE) { // which would begin anew
      own[channel] = 1 + key % 8;
      rig.racks.openChannel(channel, own[channel]);
      rig.publish();
      rig.render(LET_IT_END);
    } else if (what == 31) {
      rig.racks.closeChannel(channel);
      rig.publish();
      rig.render(key); // what it lent and borrowed may still be fading
      rig.racks.openChannel(channel, own[channel]);
      rig.publish();
      rig.render(LET_IT_END);
    }
  }

  private void press(RackRig rig, int channel, int key) {
    List<List<Integer>> before = new ArrayList<>();
    for (int c = 0; c < CHANNELS; c++) {
      before.add(sounding(rig, c));
    }
    long recalled = rig.meters.steals(StealReason.RECALLED);
    rig.noteOn(channel, key);
    rig.render(1);

    assertTrue(sounding(rig, channel).contains(key), "it sounds at once");
    for (int c = 0; c < CHANNELS; c++) {
      int had = before.get(c).size();
      int has = sounding(rig, c).size();
      if (c == channel && had < own[c] && !before.get(c).contains(key)) {
        assertEquals(had + 1, has, "its own voices are there for it");
      }
      assertTrue(has >= Math.min(had, own[c]), "nobody loses any of its own");
    }
    long now = rig.meters.steals(StealReason.RECALLED);
    assertTrue(now - recalled <= 1, "no more is taken than is needed");
    rig.render(LET_IT_END); // the same key's note before, for one
  }

  private int total() {
    int sum = 0;
    for (int voices : own) {
      sum += voices;
    }
    return sum;
  }

  /// The keys of a channel's notes, on its own voices and on others'.
  private static List<Integer> sounding(RackRig rig, int channel) {
    Instrument instrument = rig.racks.racks().latest().stripOf(channel).instrument();
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < instrument.voices() + instrument.borrowedVoices(); i++) {
      int voice = instrument.voiceAt(i);
      if (instrument.isActive(voice)) {
        keys.add(instrument.key(voice));
      }
    }
    return keys;
  }
}
