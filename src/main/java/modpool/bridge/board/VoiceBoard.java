package modpool.bridge.board;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import modpool.bridge.RenderThread;
import modpool.bridge.StealReason;

/// What the voices of each strip do, and how loud each strip was, as of the last block: for whoever
/// looks. Written by render while somebody watches, else not at all. Strips are numbered as in the
/// rack of [#generation()]: who looks compares it before and after.
public final class VoiceBoard {
  /// Strips that are shown; there are hardly more.
  public static final int STRIPS = 96;

  /// Voices of a strip that are shown.
  public static final int VOICES = 32;

  /// No note sounds.
  public static final int SILENT = 0;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int SOUNDS = 1 << 31;
  private static final int HELD = 1 << 24;
  private static final int NO_KEY = 0xFF;
  private static final int LEVEL_STEPS = 0xFFFF;
  private static final int REASON_BITS = 8;

  private final int[] cells = new int[STRIPS * VOICES];
  private final int[] peaks = new int[STRIPS]; // bits of floats
  private final ChannelBoard channels = new ChannelBoard();
  private final MasterBoard master = new MasterBoard();
  private final TrackBoard tracks = new TrackBoard();
  private final ScopeRing masterScope = new ScopeRing();
  private final ScopeRing channelScope = new ScopeRing();
  private volatile int scopeChannel;
  private final int[] steals = new int[STRIPS]; // a count above, the last one's reason below
  private volatile long generation;
  private volatile boolean watched;

  /// Somebody looks from now on, or nobody does any more.
  public void watch(boolean on) {
    watched = on;
  }

  @RenderThread
  public boolean isWatched() {
    return watched;
  }

  /// What the channels are set to, written while this is watched.
  public ChannelBoard channels() {
    return channels;
  }

  /// What the song's tracks play, likewise.
  public TrackBoard tracks() {
    return tracks;
  }

  /// The output's samples, when that is watched.
  @RenderThread
  public ScopeRing masterScope() {
    return masterScope;
  }

  /// The samples of one channel's instrument, when this and that are watched.
  @RenderThread
  public ScopeRing channelScope() {
    return channelScope;
  }

  /// Chooses the channel, from 0.
  public void scopeAt(int channel) {
    scopeChannel = channel;
  }

  @RenderThread
  public int scopeChannel() {
    return scopeChannel;
  }

  /// How loud the output was, likewise.
  @RenderThread
  public MasterBoard master() {
    return master;
  }

  /// What follows is of another rack.
  @RenderThread
  public void begin(long rackGeneration) {
    if (generation != rackGeneration) {
      generation = rackGeneration;
    }
  }

  /// A voice in which a note sounds.
  ///
  /// @param key 0-127, or -1 where notes have none
  /// @param held by the key or a pedal; else it is ringing out
  /// @param level linear, shown up to 1
  @RenderThread
  public void show(int strip, int voice, int key, boolean held, float level) {
    int steps = (int) (Math.min(Math.max(level, 0f), 1f) * LEVEL_STEPS);
    put(strip, voice, SOUNDS | (held ? HELD : 0) | (key & NO_KEY) << 16 | steps);
  }

  /// A voice in which none does.
  @RenderThread
  public void clear(int strip, int voice) {
    put(strip, voice, SILENT);
  }

  @RenderThread
  private void put(int strip, int voice, int cell) {
    if (strip < STRIPS && voice < VOICES) {
      CELL.setOpaque(cells, strip * VOICES + voice, cell);
    }
  }

  /// Raises a strip's peak of either side, linear.
  @RenderThread
  public void raisePeak(int strip, float peak) {
    int bits = Float.floatToRawIntBits(peak);
    // Bits of positive floats are ordered as the floats are.
    if (strip < STRIPS && bits > (int) CELL.getOpaque(peaks, strip)) {
      CELL.setOpaque(peaks, strip, bits);
    }
  }

  /// How often a voice of this strip was taken from a note, and why the last time.
  ///
  /// @param reason null while it has not happened
  @RenderThread
  public void showSteals(int strip, int count, StealReason reason) {
    if (strip < STRIPS) {
      int cell = reason == null ? 0 : count << REASON_BITS | reason.ordinal() + 1;
      CELL.setOpaque(steals, strip, cell);
    }
  }

  /// The rack whose strips these are.
  public long generation() {
    return generation;
  }

  /// What a voice does, for the methods below; [#SILENT] when no note sounds in it.
  public int voice(int strip, int voice) {
    return (int) CELL.getOpaque(cells, strip * VOICES + voice);
  }

  /// The key of a note that sounds, or -1 where it has none.
  public static int key(int cell) {
    int key = cell >> 16 & 0xFF;
    return key == NO_KEY ? -1 : key;
  }

  /// Whether its key or a pedal holds it; else it is ringing out.
  public static boolean isHeld(int cell) {
    return (cell & HELD) != 0;
  }

  /// Its level, 0 to 1, linear.
  public static float level(int cell) {
    return (cell & LEVEL_STEPS) / (float) LEVEL_STEPS;
  }

  /// What was taken from a strip's notes, for the method below: another value means that it has
  /// happened again.
  public int steals(int strip) {
    return (int) CELL.getOpaque(steals, strip);
  }

  /// Why the last time; null when it has not happened.
  public static StealReason stealReason(int cell) {
    int number = cell & (1 << REASON_BITS) - 1;
    return number == 0 ? null : StealReason.all().get(number - 1);
  }

  /// The highest peak of a strip since the last look at it. A peak of the very moment may be lost.
  public float takePeak(int strip) {
    return Float.intBitsToFloat((int) CELL.getAndSet(peaks, strip, 0));
  }
}
