package modpool.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Snapshot;
import modpool.instrument.DedicatedInstrument;
import modpool.instrument.Instrument;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.instrument.ModInstrument;
import modpool.instrument.PooledInstrument;
import modpool.instrument.Sharing;
import modpool.instrument.SongBank;
import modpool.instrument.SongSlots;
import modpool.midi.MidiSequence;
import modpool.midi.channel.Channels;
import modpool.module.Module;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.tracker.SongPlayer;
import modpool.tuning.Tuning;
import modpool.worklet.EngineSettings;
import modpool.worklet.Placement;
import modpool.worklet.Placement.Place;
import modpool.worklet.PoolStats;
import modpool.worklet.WorkletPool;

/// Control's side of the rack: who is loaded, on which voices, and the racks that tell the
/// renderer. Changes are gathered and take effect together with [#publish].
///
/// What leaves stays in the racks, fading, until the renderer has reported it silent; only then are
/// its voices lent again.
public final class RackBuilder implements WorkletPool.Adoption {
  /// An instrument and what the last published rack said of it.
  private static final class Slot {
    final Instrument instrument;
    final Origin origin;
    final int pair;
    int channel;
    int voices;
    Placement published; // as the last rack had it
    long departed; // generation of the first rack in which it fades; 0 while it plays

    Slot(Instrument instrument, int channel, int voices) {
      this.instrument = instrument;
      this.channel = channel;
      pair = channel;
      origin = channel == Strip.SONG ? Origin.SONG : Origin.CHANNELS;
      this.voices = voices;
    }
  }

  private static final String EDITOR_ID = "edit";
  private static final int EDITOR_VOICES = 8; // half a worklet: what was struck may ring on

  private final EngineSettings settings;
  private final Kind kind;
  private final int maxWorklets;
  private final Meters meters;
  private final WorkletPool pool;
  private final InstrumentFactory factory;
  private final SongBank songBank;
  private final Snapshot<Rack> racks;
  private final List<Slot> slots = new ArrayList<>();
  private Sharing.Kind sharingKind = Sharing.Kind.NONE;
  private Sharing sharing = sharingKind.begin();
  private ProgramTable programs;
  private MidiSequence sequence;
  private SongPlayer song;
  private double tuneCents;
  private Tuning tuning = Tuning.EQUAL;
  private ProgramTable edited; // null: nothing is
  private int mutedChannels; // a bit each, whoever plays them
  private long generation;
  private long allSettledUpTo;

  public RackBuilder(
      EngineSettings settings, Kind kind, Meters meters, ProgramTable programs, double tuneCents) {
    this(settings, kind, meters, programs, tuneCents, WorkletPool.MAX_WORKLETS);
  }

  /// @param maxWorklets how many the pool may have at most
  RackBuilder(
      EngineSettings settings,
      Kind kind,
      Meters meters,
      ProgramTable programs,
      double tuneCents,
      int maxWorklets) {
    this(settings, kind, meters, programs, tuneCents, maxWorklets, 1);
  }

  private RackBuilder(
      EngineSettings settings,
      Kind kind,
      Meters meters,
      ProgramTable programs,
      double tuneCents,
      int maxWorklets,
      long generation) {
    this.settings = settings;
    this.kind = kind;
    this.maxWorklets = maxWorklets;
    this.generation = generation;
    this.meters = meters;
    this.programs = programs;
    this.tuneCents = tuneCents;
    pool = new WorkletPool(settings, this, maxWorklets);
    factory = new InstrumentFactory(kind, settings, pool);
    songBank = new SongBank(factory);
    racks =
        new Snapshot<>(
            new Rack(generation, 0, List.of(), programs, null, null, tuneCents, tuning, null, 0));
  }

  /// The same channels with other engines: nothing of what sounds, nor the song or sequence, is
  /// taken along. Its racks count on from these.
  public RackBuilder successor(EngineSettings settings) {
    RackBuilder next =
        new RackBuilder(settings, kind, meters, programs, tuneCents, maxWorklets, generation + 1);
    next.mutedChannels = mutedChannels;
    next.share(sharingKind);
    next.tuning = tuning;
    if (edited != null) {
      next.edit(edited.program(0, 0));
    }
    for (Slot slot : slots) {
      if (slot.channel >= 0) {
        next.openChannel(slot.channel, slot.voices);
      }
    }
    return next;
  }

  /// How channels that are opened from now on share voices; each has its own unless set. Before the
  /// first is opened.
  public void share(Sharing.Kind kind) {
    sharingKind = kind;
    sharing = kind.begin();
  }

  /// Where the racks appear.
  public Snapshot<Rack> racks() {
    return racks;
  }

  @Override
  public long upcoming() {
    return generation + 1;
  }

  /// Only when nothing that was published is still on its way: else a voice could be lent again
  /// that an older rack, not yet adopted, lets fade.
  @Override
  public long settled() {
    if (meters.get(Meter.SETTLED) >= generation) {
      allSettledUpTo = generation;
    }
    return allSettledUpTo;
  }

  /// Gives a channel an instrument, or its instrument another number of voices.
  ///
  /// @param channel 0-15
  /// @param wanted 1-16; 9 and more are 16
  public void openChannel(int channel, int wanted) {
    int voices = WorkletPool.granted(wanted);
    Slot slot = slotOf(channel);
    if (slot != null && slot.voices == voices) {
      return;
    }
    if (slot != null && factory.resize(slot.instrument, voices)) {
      slot.voices = voices;
      return;
    }
    closeChannel(channel);
    slots.add(new Slot(factory.create(idOf(channel), voices, sharing), channel, voices));
  }

  /// Takes a channel's instrument away; what it plays fades.
  ///
  /// @return false when the channel had none
  public boolean closeChannel(int channel) {
    Slot slot = slotOf(channel);
    if (slot == null) {
      return false;
    }
    factory.release(slot.instrument);
    slot.channel = Strip.DEPARTING;
    return true;
  }

  /// Lets a patch be played as it is edited, on a worklet of its own: it takes no voice of the
  /// pool.
  ///
  /// @param patch null when nothing is edited any more; what it plays fades
  public void edit(Patch patch) {
    Slot slot = slotOf(Strip.EDITOR);
    if (patch == null) {
      edited = null;
      if (slot != null) {
        slot.channel = Strip.DEPARTING;
      }
      return;
    }
    Bank alone = new Bank(patch.name(), new Patch[] {patch}, new Patch[] {patch});
    edited = new ProgramTable(List.of(alone), alone);
    if (slot == null) {
      Instrument instrument = new DedicatedInstrument(EDITOR_ID, EDITOR_VOICES, settings);
      slots.add(new Slot(instrument, Strip.EDITOR, EDITOR_VOICES));
    }
  }

  /// Loads a song's instruments in place of the last one's; what that one plays fades.
  ///
  /// @param gain linear, of each track
  /// @return what a player of the song looks its instruments up in
  public SongSlots openSong(Module module, float gain) {
    departSong();
    SongSlots slotsOfSong = songBank.load(module);
    for (Instrument instrument : slotsOfSong.instruments()) {
      instrument.controls().setGain(gain);
      instrument.controls().jump();
      slots.add(new Slot(instrument, Strip.SONG, instrument.voices()));
    }
    return slotsOfSong;
  }

  /// Takes the song's instruments away; the worklets stay.
  public void closeSong() {
    departSong();
    songBank.resetForNewSong();
    song = null;
  }

  private void departSong() {
    slots.stream().filter(s -> s.channel == Strip.SONG).forEach(s -> s.channel = Strip.DEPARTING);
  }

  /// The song that plays from the next rack on.
  public void setSong(SongPlayer player) {
    song = player;
  }

  public void setMuted(int channel, boolean muted) {
    mutedChannels = muted ? mutedChannels | 1 << channel : mutedChannels & ~(1 << channel);
  }

  public void setPrograms(ProgramTable table) {
    programs = table;
  }

  /// Where the keys lie of the notes to come.
  public void setTuning(Tuning next) {
    tuning = next;
  }

  /// Lets a sequence play along from the next rack's effective frame.
  public void setSequence(MidiSequence next) {
    sequence = next;
  }

  /// Moves the pool's allocations together; nothing that sounds changes.
  public void compact() {
    pool.compact();
  }

  public PoolStats poolStats() {
    return pool.getStats();
  }

  /// Voices by channel (1-16), of those that are open.
  public SortedMap<Integer, Integer> voices() {
    SortedMap<Integer, Integer> voices = new TreeMap<>();
    for (Slot slot : slots) {
      if (slot.channel >= 0) {
        voices.put(slot.channel + 1, slot.voices);
      }
    }
    return voices;
  }

  private Slot slotOf(int channel) {
    return slots.stream().filter(s -> s.channel == channel).findFirst().orElse(null);
  }

  /// Builds a rack of everything that was changed and hands it to the renderer.
  ///
  /// @param effectiveFrame where it takes effect; 0 for at once
  public void publish(long effectiveFrame) {
    boolean allSettled = settled() == generation;
    slots.removeIf(slot -> slot.departed > 0 && slot.departed <= settled());
    generation++;
    Set<Place> lent = new HashSet<>();
    for (Slot slot : slots) {
      if (slot.channel != Strip.DEPARTING) {
        slot.published = placementOf(slot, allSettled);
        lent.addAll(slot.published.places());
      }
    }
    List<Strip> strips = new ArrayList<>();
    for (Slot slot : slots) {
      strips.add(
          slot.channel == Strip.DEPARTING
              ? departing(slot, lent, allSettled)
              : Strip.playing(slot.instrument, slot.published, slot.channel, slot.origin));
    }
    racks.publish(
        new Rack(
            generation,
            effectiveFrame,
            strips,
            programs,
            sequence,
            song,
            tuneCents,
            tuning,
            edited,
            mutedChannels));
  }

  private Placement placementOf(Slot slot, boolean allSettled) {
    Placement placement =
        switch (slot.instrument) {
          case PooledInstrument p -> factory.allocationOf(p).placement();
          case DedicatedInstrument d -> d.placement(slot.voices);
          case ModInstrument _ -> Placement.NONE;
        };
    if (slot.published == null) {
      return placement;
    }
    // What it had must fade, what was already fading may go on.
    return placement.fading(allSettled ? slot.published.playableOnly() : slot.published);
  }

  /// A departing instrument fades where nobody else was lent its place; there the new one's voice
  /// lets it fade.
  private Strip departing(Slot slot, Set<Place> lent, boolean allSettled) {
    if (slot.departed == 0) {
      slot.departed = generation;
      Placement before = slot.published == null ? Placement.NONE : slot.published;
      slot.published = Placement.NONE.fading(allSettled ? before.playableOnly() : before);
    }
    return Strip.departing(
        slot.instrument, slot.published, slot.published.without(lent), slot.origin, slot.pair);
  }

  /// Gives all voices back. The renderer must have stopped.
  public void dispose() {
    slots.clear();
    pool.dispose();
  }

  /// The instrument id of a MIDI channel, `ch01`-`ch16`.
  public static String idOf(int channel) {
    if (channel < 0 || channel >= Channels.COUNT) {
      throw new IllegalArgumentException("channel must be 1-16: " + (channel + 1));
    }
    return String.format(Locale.ROOT, "ch%02d", channel + 1);
  }
}
