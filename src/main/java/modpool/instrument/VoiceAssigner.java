package modpool.instrument;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.bridge.StealReason;

/// An instrument's book of notes: which local voice plays which key, for whom, and whether the key
/// is still down. Chooses the voice of a new note: a free one, else the quietest of the released,
/// else the oldest of those that only a pedal holds, else the oldest.
@RenderThread
final class VoiceAssigner {
  /// What the assigner asks about voices.
  interface Voices {
    /// False once the voice has fallen silent by itself.
    boolean isActive(int voice);

    /// Linear.
    float level(int voice);
  }

  /// Of a voice whose key is up; the first to be taken.
  static final int RELEASED = 0;

  private static final int PEDAL = 1; // key up, held by a pedal
  private static final int HELD = 2;

  private final Voices voices;
  private final int[] state;
  private final int[] key;
  private final int[] source;
  private final long[] order;
  private final boolean[] caught; // by the sostenuto pedal
  private int count;
  private final int firstBorrowed; // numbers from here on are voices of others ...
  private int borrowed; // ... so many of them
  private long notes;

  /// @param count voices that take notes
  /// @param capacity most there will ever be
  /// @param firstBorrowed number of the first that may be borrowed
  VoiceAssigner(Voices voices, int count, int capacity, int firstBorrowed) {
    this.firstBorrowed = firstBorrowed;
    this.voices = voices;
    this.count = count;
    state = new int[capacity];
    key = new int[capacity];
    source = new int[capacity];
    order = new long[capacity];
    caught = new boolean[capacity];
    Arrays.fill(key, -1);
  }

  int count() {
    return count;
  }

  /// Most voices there will ever be, borrowed ones included.
  int capacity() {
    return state.length;
  }

  /// Another number of voices takes notes from now on; what the others play is not in the book.
  void resize(int newCount) {
    for (int voice = newCount; voice < count; voice++) {
      state[voice] = RELEASED;
    }
    count = newCount;
  }

  /// How many voices are borrowed.
  void setBorrowed(int number) {
    borrowed = number;
  }

  /// The first voice in the book: its own, then those that are borrowed. The way through them is
  ///
  ///     for (int voice = first(); voice < end(); voice = after(voice))
  int first() {
    return count > 0 ? 0 : firstBorrowed;
  }

  int end() {
    return borrowed > 0 ? firstBorrowed + borrowed : count;
  }

  int after(int voice) {
    return voice + 1 == count && borrowed > 0 ? firstBorrowed : voice + 1;
  }

  /// The voice for a new note, which may be sounding.
  int choose() {
    int best = first();
    for (int voice = first(); voice < end(); voice = after(voice)) {
      if (!voices.isActive(voice)) {
        if (borrowed > 0 && voice >= firstBorrowed) {
          continue; // somebody else's by now
        }
        return voice;
      }
      if (isBetterVictim(voice, best)) {
        best = voice;
      }
    }
    return best;
  }

  /// How much a voice is needed: the lowest are taken first, [#RELEASED] before all.
  int rank(int voice) {
    return state[voice];
  }

  /// Why this voice is the one to be taken, if it sounds.
  StealReason reason(int voice) {
    return switch (state[voice]) {
      case RELEASED -> StealReason.RELEASED;
      case PEDAL -> StealReason.PEDAL;
      default -> StealReason.OLDEST;
    };
  }

  private boolean isBetterVictim(int voice, int than) {
    if (state[voice] != state[than]) {
      return state[voice] < state[than];
    }
    if (state[voice] == RELEASED) {
      float level = voices.level(voice);
      float other = voices.level(than);
      if (level != other) {
        return level < other;
      }
    }
    return order[voice] < order[than];
  }

  void hold(int voice, int source, int key) {
    state[voice] = HELD;
    this.key[voice] = key;
    this.source[voice] = source;
    order[voice] = ++notes;
    caught[voice] = false;
  }

  /// Notes that the voice goes on as another key's.
  void rename(int voice, int source, int key) {
    state[voice] = HELD;
    this.key[voice] = key;
    this.source[voice] = source;
  }

  /// Notes that a voice's note goes on in another.
  void move(int voice, int to) {
    state[to] = state[voice];
    key[to] = key[voice];
    source[to] = source[voice];
    order[to] = order[voice];
    caught[to] = caught[voice];
    state[voice] = RELEASED;
  }

  /// Notes that the voice's key is up.
  ///
  /// @return true when the voice is now to be released, false when a pedal holds it
  boolean keyUp(int voice, boolean pedal) {
    state[voice] = pedal ? PEDAL : RELEASED;
    return !pedal;
  }

  /// The sostenuto pedal catches the voice, or lets it go.
  void setCaught(int voice, boolean by) {
    caught[voice] = by;
  }

  boolean isCaught(int voice) {
    return caught[voice];
  }

  /// The voice whose key went down last and is still down; negative when there is none.
  int lastHeld() {
    int last = -1;
    for (int voice = first(); voice < end(); voice = after(voice)) {
      if (isHeld(voice) && (last < 0 || order[voice] > order[last])) {
        last = voice;
      }
    }
    return last;
  }

  /// A voice that plays a source's key, be it held by a pedal only; negative when there is none.
  int playing(int source, int key) {
    for (int voice = first(); voice < end(); voice = after(voice)) {
      if (isPlaying(voice, source, key)) {
        return voice;
      }
    }
    return -1;
  }

  /// True while the voice plays a source's key, be it held by a pedal only.
  boolean isPlaying(int voice, int source, int key) {
    boolean same = this.key[voice] == key && this.source[voice] == source;
    return same && (isHeld(voice) || isHeldByPedal(voice));
  }

  boolean isHeld(int voice) {
    return state[voice] == HELD && voices.isActive(voice);
  }

  boolean isHeldByPedal(int voice) {
    return state[voice] == PEDAL && voices.isActive(voice);
  }

  boolean isFrom(int voice, int source) {
    return this.source[voice] == source;
  }

  int source(int voice) {
    return source[voice];
  }

  int key(int voice) {
    return key[voice];
  }
}
