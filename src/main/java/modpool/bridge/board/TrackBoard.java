package modpool.bridge.board;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import modpool.bridge.RenderThread;

/// What a song's tracks play, as of the last block: for whoever looks. Written by render while the
/// [VoiceBoard] it belongs to is watched.
public final class TrackBoard {
  /// Tracks of the widest song.
  public static final int TRACKS = 32;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] cells = new long[TRACKS];

  /// @param sample its number, 0 for none
  /// @param period colour clocks per sample frame, 0-65535
  /// @param volume 0-64
  /// @param strikes how many notes have begun; may come round
  @RenderThread
  public void show(int track, int sample, int period, int volume, int strikes) {
    if (track < TRACKS) {
      long cell =
          (long) (strikes & 0xFFFF) << 40
              | (long) (sample & 0xFF) << 32
              | (long) (volume & 0xFF) << 16
              | period & 0xFFFF;
      CELL.setOpaque(cells, track, cell);
    }
  }

  /// What a track (from 0) plays, for the methods below.
  public long track(int track) {
    return (long) CELL.getOpaque(cells, track);
  }

  /// The sample's number, 0 for none.
  public static int sample(long cell) {
    return (int) (cell >> 32) & 0xFF;
  }

  /// Colour clocks per sample frame.
  public static int period(long cell) {
    return (int) cell & 0xFFFF;
  }

  /// 0-64.
  public static int volume(long cell) {
    return (int) (cell >> 16) & 0xFF;
  }

  /// How many notes have begun. Only a difference says anything.
  public static int strikes(long cell) {
    return (int) (cell >> 40) & 0xFFFF;
  }
}
