package modpool.instrument;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Map;
import modpool.worklet.EngineSettings;
import modpool.worklet.PoolStats;
import modpool.worklet.VoiceAllocation;
import modpool.worklet.WorkletPool;

/// Makes instruments of one kind and gives their voices back. Runs on control.
///
/// When the pool has nothing to lend, an instrument gets a worklet of its own, with one warning: a
/// channel that is silent would be worse than one that costs more.
public final class InstrumentFactory {
  /// What an instrument's voices are.
  public enum Kind {
    /// Voices lent by the shared pool.
    POOLED,
    /// A worklet for each instrument.
    DEDICATED,
    /// Instruments that mix their samples themselves.
    SIMPLE
  }

  private static final Logger LOG = System.getLogger(InstrumentFactory.class.getName());

  private final Kind kind;
  private final EngineSettings settings;
  private final WorkletPool pool;
  private boolean warned;

  public InstrumentFactory(Kind kind, EngineSettings settings, WorkletPool pool) {
    this.kind = kind;
    this.settings = settings;
    this.pool = pool;
  }

  public Kind kind() {
    return kind;
  }

  /// A new instrument.
  ///
  /// @param voices 1-16
  /// @param sharing how it shares voices with others of its kind
  public Instrument create(String id, int voices, Sharing sharing) {
    if (kind == Kind.POOLED) {
      try {
        pool.allocateVoices(id, voices);
      } catch (IllegalStateException e) {
        warn(id, e);
      }
    }
    return make(id, voices, sharing);
  }

  /// One song's instruments for another's; see [WorkletPool#exchange].
  public void exchange(Collection<String> leaving, Map<String, Integer> arriving) {
    if (kind == Kind.POOLED) {
      try {
        pool.exchange(leaving, arriving);
      } catch (IllegalStateException e) {
        warn("the song", e);
      }
    }
  }

  /// The instrument itself, on voices that were allocated before if it is pooled.
  Instrument make(String id, int voices, Sharing sharing) {
    return switch (kind) {
      case POOLED ->
          pool.getAllocation(id)
              .<Instrument>map(a -> new PooledInstrument(a, settings.rate(), sharing))
              .orElseGet(() -> new DedicatedInstrument(id, voices, settings, sharing));
      case DEDICATED -> new DedicatedInstrument(id, voices, settings, sharing);
      case SIMPLE -> new ModInstrument(id, voices, settings, sharing);
    };
  }

  /// Another number of voices for an instrument that is there.
  ///
  /// @return false when that takes a new instrument
  public boolean resize(Instrument instrument, int voices) {
    return switch (instrument) {
      case PooledInstrument p -> allocates(p.id(), voices);
      case DedicatedInstrument _ -> true;
      case ModInstrument _ -> false;
    };
  }

  private boolean allocates(String id, int voices) {
    try {
      pool.allocateVoices(id, voices);
      return true;
    } catch (IllegalStateException e) {
      warn(id, e);
      return false;
    }
  }

  /// The allocation of a pooled instrument as it stands.
  public VoiceAllocation allocationOf(PooledInstrument instrument) {
    return pool.getAllocation(instrument.id()).orElseThrow();
  }

  /// Gives an instrument's voices back.
  public void release(Instrument instrument) {
    if (instrument instanceof PooledInstrument) {
      pool.deallocateVoices(instrument.id());
    }
  }

  public PoolStats poolStats() {
    return pool.getStats();
  }

  private void warn(String id, IllegalStateException e) {
    if (!warned) {
      LOG.log(Level.WARNING, "{0} gets worklets of its own: {1}", id, e.getMessage());
      warned = true;
    }
  }
}
