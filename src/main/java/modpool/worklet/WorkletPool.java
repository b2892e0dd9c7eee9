package modpool.worklet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import modpool.worklet.VoiceAllocation.Range;

/// Lends the voices of shared worklets to instruments, so that seven instruments of four voices
/// need two worklets, not seven.
///
/// These are books and nothing else: the pool knows who has which voices, not what they play.
/// Control owns it; it is not for two threads. What is given back, or left behind by a move, stays
/// reserved until the renderer has let go of it: until it plays a rack without these voices and
/// they have faded. Without a renderer that is at once.
public final class WorkletPool {
  /// Voices of an instrument that does not say.
  public static final int DEFAULT_VOICES = 4;

  /// Most voices that one instrument may ask for.
  public static final int MAX_VOICES = Worklet.VOICES;

  /// Most worklets of a pool that is not told otherwise: more voices than anybody has heard at
  /// once.
  public static final int MAX_WORKLETS = 64;

  private static final Logger LOG = System.getLogger(WorkletPool.class.getName());
  private static final int ALL = (1 << Worklet.VOICES) - 1;

  /// How far the renderer is behind the books. Racks are numbered by generation.
  public interface Adoption {
    /// Generation of the next rack to be published: the one that will carry today's changes.
    long upcoming();

    /// Newest generation that the renderer plays and whose departing voices are silent.
    long settled();

    /// No renderer: everything is let go of at once.
    Adoption IMMEDIATE =
        new Adoption() {
          @Override
          public long upcoming() {
            return 0;
          }

          @Override
          public long settled() {
            return Long.MAX_VALUE;
          }
        };
  }

  /// Voices given back but not yet let go of.
  ///
  /// @param bySong in an exchange: those of the next one may be lent to its instruments at once
  private record Reserved(int workletIndex, int mask, long generation, boolean bySong) {}

  private final EngineSettings settings;
  private final Adoption adoption;
  private final int maxWorklets;
  private final List<Worklet> worklets = new ArrayList<>(); // null where one was dropped
  private final Map<String, VoiceAllocation> allocations = new LinkedHashMap<>();
  private final List<Reserved> reserved = new ArrayList<>();
  private boolean dropEmpty;
  private boolean exchanging;
  private boolean disposed;

  /// A pool that no renderer plays (yet): books for tests and statistics.
  public WorkletPool(EngineSettings settings) {
    this(settings, Adoption.IMMEDIATE);
  }

  public WorkletPool(EngineSettings settings, Adoption adoption) {
    this(settings, adoption, MAX_WORKLETS);
  }

  /// @param maxWorklets how many there may be at most
  public WorkletPool(EngineSettings settings, Adoption adoption, int maxWorklets) {
    this.settings = settings;
    this.adoption = adoption;
    this.maxWorklets = maxWorklets;
  }

  /// Four voices; see [#allocateVoices(String, int)].
  public VoiceAllocation allocateVoices(String instrumentId) {
    return allocateVoices(instrumentId, DEFAULT_VOICES);
  }

  /// Lends voices. The same id and count give the same allocation again; another count grows or
  /// shrinks it, where it is if that can be, in one step. Nine and more voices take a whole
  /// worklet.
  ///
  /// @param voiceCount 1-16
  /// @throws IllegalArgumentException for another count
  /// @throws IllegalStateException when that would take too many worklets, and after [#dispose()];
  ///   nothing has changed then
  public VoiceAllocation allocateVoices(String instrumentId, int voiceCount) {
    if (voiceCount < 1 || voiceCount > MAX_VOICES) {
      throw new IllegalArgumentException(
          "voiceCount must be 1-" + MAX_VOICES + ": " + voiceCount + " for " + instrumentId);
    }
    checkInUse();
    reclaim();
    int count = granted(voiceCount);
    VoiceAllocation before = allocations.get(instrumentId);
    if (before != null && before.voiceCount() == count) {
      LOG.log(Level.DEBUG, "[WorkletPool] Reusing allocation of {0}", instrumentId);
      return before;
    }
    Range range = before == null ? place(instrumentId, count) : resize(before, count);
    return lend(instrumentId, List.of(range));
  }

  private void checkInUse() {
    if (disposed) {
      throw new IllegalStateException("the pool is disposed");
    }
  }

  private VoiceAllocation lend(String instrumentId, List<Range> ranges) {
    VoiceAllocation allocation = new VoiceAllocation(instrumentId, ranges);
    allocations.put(instrumentId, allocation);
    Range range = ranges.getLast();
    LOG.log(
        Level.DEBUG,
        "[WorkletPool] Allocated {0} voices for {1} on worklet {2}: voices {3} ({4} free"
            + " remaining)",
        range.voices(),
        instrumentId,
        range.workletIndex(),
        range.voicesText(),
        Integer.bitCount(free(range.workletIndex())));
    return allocation;
  }

  private Range place(String instrumentId, int count) {
    Range found = firstFit(count, worklets.size(), 0);
    return found != null ? found : inNewWorklet(instrumentId, count);
  }

  private Range resize(VoiceAllocation before, int count) {
    Range old = before.ranges().getFirst();
    Range here = new Range(old.workletIndex(), old.worklet(), old.firstVoice(), count);
    boolean withinEngine =
        old.firstVoice() % Engine.VOICES + count <= Engine.VOICES || count == Worklet.VOICES;
    boolean fits = old.firstVoice() + count <= Worklet.VOICES && withinEngine;
    boolean room = fits && (here.mask() & ~(free(old.workletIndex()) | old.mask())) == 0;
    if (!room) {
      Range elsewhere = place(before.instrumentId(), count);
      reserve(before);
      return elsewhere;
    }
    reserve(old.workletIndex(), old.mask() & ~here.mask());
    return here;
  }

  /// The first free range, or null. Only what lies before `worklet` and, in it, before `voice`.
  private Range firstFit(int count, int worklet, int voice) {
    for (int index = 0; index < worklets.size() && index <= worklet; index++) {
      if (worklets.get(index) == null) {
        continue;
      }
      int free = free(index);
      int end = index < worklet ? Worklet.VOICES : voice;
      for (int first = 0; first + count <= end; first++) {
        Range range = new Range(index, worklets.get(index), first, count);
        boolean crosses =
            count < Worklet.VOICES && first / Engine.VOICES != range.lastVoice() / Engine.VOICES;
        if (!crosses && (range.mask() & ~free) == 0) {
          return range;
        }
      }
    }
    return null;
  }

  private Range inNewWorklet(String instrumentId, int count) {
    int index = worklets.indexOf(null);
    if (index < 0) {
      index = worklets.size();
      if (index >= maxWorklets) {
        throw new IllegalStateException(
            "all "
                + maxWorklets
                + " worklets of the pool are lent: no "
                + count
                + " voices for "
                + instrumentId);
      }
      worklets.add(null);
    }
    LOG.log(Level.DEBUG, "[WorkletPool] Creating new worklet {0} for {1}", index, instrumentId);
    worklets.set(index, new Worklet(settings));
    return new Range(index, worklets.get(index), 0, count);
  }

  /// Takes an instrument's voices back.
  ///
  /// @return false when it had none
  public boolean deallocateVoices(String instrumentId) {
    VoiceAllocation allocation = allocations.remove(instrumentId);
    if (allocation == null) {
      LOG.log(Level.DEBUG, "[WorkletPool] No allocation to release for {0}", instrumentId);
      return false;
    }
    reserve(allocation);
    reclaim();
    LOG.log(
        Level.DEBUG,
        "[WorkletPool] Released {0} voices of {1}",
        allocation.voiceCount(),
        instrumentId);
    return true;
  }

  /// One song for another, in one step: what `leaving` gives back may be lent to `arriving` at
  /// once, without a worklet more. The voices that sound there fade as tails while the new notes
  /// start.
  ///
  /// @param leaving ids; one without an allocation is passed over
  /// @param arriving voices by id, 1 and more: more than 16 take several ranges
  /// @throws IllegalStateException when that would take too many worklets, or after [#dispose()];
  ///   what `leaving` had is given back all the same, and none of `arriving` has anything
  public void exchange(Collection<String> leaving, Map<String, Integer> arriving) {
    checkInUse();
    reclaim();
    List<Worklet> before = new ArrayList<>(worklets);
    List<Range> left = new ArrayList<>();
    for (String id : leaving) {
      VoiceAllocation allocation = allocations.remove(id);
      if (allocation != null) {
        left.addAll(allocation.ranges());
      }
    }
    exchanging = true;
    try {
      arriving.forEach(this::lendRanges);
    } catch (IllegalStateException e) {
      arriving.keySet().forEach(allocations::remove);
      worklets.clear();
      worklets.addAll(before);
      throw e;
    } finally {
      for (Range range : left) {
        reserve(range.workletIndex(), range.mask() & free(range.workletIndex()), true);
      }
      exchanging = false;
      reclaim();
    }
  }

  private void lendRanges(String instrumentId, int voiceCount) {
    List<Range> ranges = new ArrayList<>();
    for (int rest = voiceCount; rest > 0; rest -= Worklet.VOICES) {
      ranges.add(place(instrumentId, rest > Engine.VOICES ? Worklet.VOICES : rest));
      lend(instrumentId, ranges);
    }
  }

  /// How many voices an instrument gets that asks for so many: more than an engine has are a whole
  /// worklet, whoever lends them.
  public static int granted(int voiceCount) {
    return voiceCount > Engine.VOICES && voiceCount < Worklet.VOICES ? Worklet.VOICES : voiceCount;
  }

  /// What an instrument has, if anything.
  public Optional<VoiceAllocation> getAllocation(String instrumentId) {
    return Optional.ofNullable(allocations.get(instrumentId));
  }

  /// The books as they stand.
  public PoolStats getStats() {
    reclaim();
    int count = 0;
    int free = 0;
    for (int index = 0; index < worklets.size(); index++) {
      count += worklets.get(index) == null ? 0 : 1;
      free += Integer.bitCount(free(index));
    }
    List<PoolStats.Row> rows = new ArrayList<>();
    for (VoiceAllocation allocation : allocations.values()) {
      int local = 0;
      for (Range range : allocation.ranges()) {
        rows.add(
            new PoolStats.Row(
                allocation.instrumentId(), range.workletIndex(), range.voicesText(), local));
        local += range.voices();
      }
    }
    int allocated = allocations.values().stream().mapToInt(VoiceAllocation::voiceCount).sum();
    return new PoolStats(count, count * Worklet.VOICES, allocated, free, rows);
  }

  /// Takes everything back and keeps the worklets, for the next song.
  public void resetAllocations() {
    allocations.values().forEach(this::reserve);
    allocations.clear();
    reclaim();
    LOG.log(Level.DEBUG, "[WorkletPool] Reset: all voices free, worklets kept");
  }

  /// Moves allocations together towards the first worklets and drops those that are left empty, as
  /// soon as the renderer has let go of them. What sounds goes on sounding: the renderer carries
  /// each voice's state along when it adopts the next rack.
  public void compact() {
    reclaim();
    int moves = 0;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (VoiceAllocation allocation : lastFirst()) {
        moved |= moveForward(allocation);
      }
      moves += moved ? 1 : 0;
      reclaim();
    }
    dropEmpty = true;
    reclaim();
    LOG.log(Level.DEBUG, "[WorkletPool] Compacted in {0} passes: {1}", moves, getStats());
  }

  private List<VoiceAllocation> lastFirst() {
    Comparator<VoiceAllocation> byPlace =
        Comparator.comparingInt(
            a ->
                a.ranges().getFirst().workletIndex() * Worklet.VOICES
                    + a.ranges().getFirst().firstVoice());
    return allocations.values().stream().sorted(byPlace.reversed()).toList();
  }

  /// Moves the ranges one by one, so that each sees where those before it have gone.
  private boolean moveForward(VoiceAllocation allocation) {
    List<Range> ranges = new ArrayList<>(allocation.ranges());
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      Range better = firstFit(range.voices(), range.workletIndex(), range.firstVoice());
      if (better != null) {
        ranges.set(i, better);
        String id = allocation.instrumentId();
        allocations.put(id, new VoiceAllocation(id, ranges));
        reserve(range.workletIndex(), range.mask());
      }
    }
    return !ranges.equals(allocation.ranges());
  }

  /// Gives up everything. Harmless when done twice.
  public void dispose() {
    if (disposed) {
      return;
    }
    allocations.clear();
    reserved.clear();
    worklets.clear();
    disposed = true;
    LOG.log(Level.DEBUG, "[WorkletPool] Disposed");
  }

  private void reserve(VoiceAllocation allocation) {
    for (Range range : allocation.ranges()) {
      reserve(range.workletIndex(), range.mask());
    }
  }

  private void reserve(int workletIndex, int mask) {
    reserve(workletIndex, mask, false);
  }

  private void reserve(int workletIndex, int mask, boolean bySong) {
    if (mask != 0) {
      reserved.add(new Reserved(workletIndex, mask, adoption.upcoming(), bySong));
    }
  }

  /// Frees what the renderer has let go of.
  private void reclaim() {
    long settled = adoption.settled();
    reserved.removeIf(r -> r.generation() <= settled);
    if (dropEmpty) {
      for (int index = 0; index < worklets.size(); index++) {
        if (worklets.get(index) != null && free(index) == ALL) {
          LOG.log(Level.DEBUG, "[WorkletPool] Dropping empty worklet {0}", index);
          worklets.set(index, null);
        }
      }
      dropEmpty = !reserved.isEmpty();
    }
  }

  /// A bit per voice that may be lent.
  private int free(int workletIndex) {
    if (worklets.get(workletIndex) == null) {
      return 0;
    }
    int used = 0;
    for (VoiceAllocation allocation : allocations.values()) {
      for (Range range : allocation.ranges()) {
        used |= range.workletIndex() == workletIndex ? range.mask() : 0;
      }
    }
    for (Reserved r : reserved) {
      boolean lendable = exchanging && r.bySong();
      used |= r.workletIndex() == workletIndex && !lendable ? r.mask() : 0;
    }
    return ALL & ~used;
  }
}
