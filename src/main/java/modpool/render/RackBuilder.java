package modpool.render;

import java.util.ArrayList;
import java.util.List;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Snapshot;
import modpool.instrument.DedicatedInstrument;
import modpool.instrument.Instrument;
import modpool.instrument.ModInstrument;
import modpool.instrument.PooledInstrument;
import modpool.midi.Channels;
import modpool.midi.MidiSequence;
import modpool.patch.ProgramTable;
import modpool.worklet.EngineSettings;
import modpool.worklet.Placement;
import modpool.worklet.PoolStats;
import modpool.worklet.WorkletPool;

/// Control's side of the rack: who is loaded, on which voices, and the racks that tell the
/// renderer. Changes are gathered and take effect together with [#publish].
///
/// What leaves stays in the racks, fading, until the renderer has reported it silent; only then are
/// its voices lent again.
public final class RackBuilder implements WorkletPool.Adoption {
  /// Which kind of instrument plays a channel.
  public enum Kind {
    /// Voices lent by the shared pool.
    POOLED,
    /// A worklet for each instrument.
    DEDICATED,
    /// Instruments that mix their samples themselves.
    SIMPLE
  }

  /// An instrument and what the last published rack said of it.
  private static final class Slot {
    final Instrument instrument;
    int channel;
    int voices;
    boolean muted;
    Placement published; // as the last rack had it
    long departed; // generation of the first rack in which it fades; 0 while it plays

    Slot(Instrument instrument, int channel, int voices) {
      this.instrument = instrument;
      this.channel = channel;
      this.voices = voices;
    }
  }

  private final EngineSettings settings;
  private final Kind kind;
  private final Meters meters;
  private final WorkletPool pool;
  private final Snapshot<Rack> racks;
  private final List<Slot> slots = new ArrayList<>();
  private ProgramTable programs;
  private MidiSequence sequence;
  private double tuneCents;
  private long generation = 1;

  public RackBuilder(
      EngineSettings settings, Kind kind, Meters meters, ProgramTable programs, double tuneCents) {
    this.settings = settings;
    this.kind = kind;
    this.meters = meters;
    this.programs = programs;
    this.tuneCents = tuneCents;
    pool = new WorkletPool(settings, this);
    racks = new Snapshot<>(new Rack(generation, 0, List.of(), programs, null, tuneCents));
  }

  /// Where the racks appear.
  public Snapshot<Rack> racks() {
    return racks;
  }

  @Override
  public long upcoming() {
    return generation + 1;
  }

  @Override
  public long settled() {
    return meters.get(Meter.SETTLED);
  }

  /// Gives a channel an instrument, or its instrument another number of voices.
  ///
  /// @param channel 0-15
  /// @param voices 1-16
  public void openChannel(int channel, int voices) {
    Slot slot = slotOf(channel);
    if (slot != null && slot.voices == voices) {
      return;
    }
    if (slot != null && kind == Kind.SIMPLE) { // it has no placement that could grow
      closeChannel(channel);
      slot = null;
    }
    String id = idOf(channel);
    if (kind == Kind.POOLED) {
      pool.allocateVoices(id, voices);
    }
    if (slot == null) {
      slots.add(new Slot(create(id, voices), channel, voices));
    } else {
      slot.voices = voices;
    }
  }

  private Instrument create(String id, int voices) {
    return switch (kind) {
      case POOLED -> new PooledInstrument(pool.getAllocation(id).orElseThrow(), settings.rate());
      case DEDICATED -> new DedicatedInstrument(id, voices, settings);
      case SIMPLE -> new ModInstrument(id, voices, settings);
    };
  }

  /// Takes a channel's instrument away; what it plays fades.
  ///
  /// @return false when the channel had none
  public boolean closeChannel(int channel) {
    Slot slot = slotOf(channel);
    if (slot == null) {
      return false;
    }
    if (kind == Kind.POOLED) {
      pool.deallocateVoices(slot.instrument.id());
    }
    slot.channel = Strip.DEPARTING;
    slot.voices = 0;
    return true;
  }

  public void setMuted(int channel, boolean muted) {
    Slot slot = slotOf(channel);
    if (slot != null) {
      slot.muted = muted;
    }
  }

  public void setPrograms(ProgramTable table) {
    programs = table;
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

  private Slot slotOf(int channel) {
    return slots.stream().filter(s -> s.channel == channel).findFirst().orElse(null);
  }

  /// Builds a rack of everything that was changed and hands it to the renderer.
  ///
  /// @param effectiveFrame where it takes effect; 0 for at once
  public void publish(long effectiveFrame) {
    boolean allSettled = settled() >= generation;
    slots.removeIf(slot -> slot.departed > 0 && slot.departed <= settled());
    generation++;
    List<Strip> strips = new ArrayList<>();
    for (Slot slot : slots) {
      Placement placement = placementOf(slot);
      if (slot.published != null) { // what it had must fade, what was already fading may go on
        Placement before = allSettled ? slot.published.playableOnly() : slot.published;
        placement = placement.fading(before);
      }
      slot.published = placement;
      if (slot.channel == Strip.DEPARTING && slot.departed == 0) {
        slot.departed = generation;
      }
      strips.add(new Strip(slot.instrument, placement, slot.channel, slot.muted, Origin.CHANNELS));
    }
    racks.publish(new Rack(generation, effectiveFrame, strips, programs, sequence, tuneCents));
  }

  private Placement placementOf(Slot slot) {
    if (slot.channel == Strip.DEPARTING) {
      return Placement.NONE;
    }
    return switch (slot.instrument) {
      case PooledInstrument p -> pool.getAllocation(p.id()).orElseThrow().placement();
      case DedicatedInstrument d -> d.placement(slot.voices);
      case ModInstrument _ -> Placement.NONE;
    };
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
    return String.format("ch%02d", channel + 1);
  }
}
