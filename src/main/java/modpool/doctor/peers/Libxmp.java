package modpool.doctor.peers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// libxmp 4, of Extended Module Player; constants from its `xmp.h`. It mixes tick by tick whatever
/// the block, and into 16 bits.
final class Libxmp implements Peer {
  private static final NativeLibrary LIBRARY =
      new NativeLibrary("libxmp", List.of("libxmp.so.4", "libxmp.4.dylib", "libxmp.dll"));

  private static final MethodHandle CREATE =
      LIBRARY.function("xmp_create_context", FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle FREE =
      LIBRARY.function("xmp_free_context", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle LOAD =
      LIBRARY.function(
          "xmp_load_module_from_memory",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle RELEASE =
      LIBRARY.function("xmp_release_module", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle START =
      LIBRARY.function(
          "xmp_start_player", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle END =
      LIBRARY.function("xmp_end_player", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle SET =
      LIBRARY.function(
          "xmp_set_player", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle GET =
      LIBRARY.function("xmp_get_player", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle RESTART =
      LIBRARY.function("xmp_restart_module", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle PLAY =
      LIBRARY.function(
          "xmp_play_buffer", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MemorySegment VERSION = LIBRARY.symbol("xmp_version");

  private static final int INTERPOLATION = 2; // XMP_PLAYER_INTERP: 0 nearest, 1 linear, 2 spline
  private static final int EFFECTS = 3; // XMP_PLAYER_DSP
  private static final int SONG_FLAGS = 5; // XMP_PLAYER_CFLAGS
  private static final int A500 = 1 << 3; // XMP_FLAGS_A500
  private static final int MIXER = 12; // XMP_PLAYER_MIXER_TYPE: 0 is no Amiga's
  private static final int FOR_EVER = 0;
  private static final int FRAME_BYTES = 4;

  private Libxmp() {}

  static Optional<Peer> find() {
    return LIBRARY.isComplete() ? Optional.of(new Libxmp()) : Optional.empty();
  }

  @Override
  public String name() {
    return "libxmp";
  }

  @Override
  public String version() {
    return NativeLibrary.variable(VERSION);
  }

  @Override
  public Set<Reading> readings() {
    return Set.of(Reading.NEAREST, Reading.LINEAR, Reading.CUBIC, Reading.A500);
  }

  @Override
  public Player open(Piece piece, Reading reading, int rate, int blockFrames) throws PeerException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, piece.bytes());
      MemorySegment context = (MemorySegment) CREATE.invokeExact();
      int error = (int) LOAD.invokeExact(context, bytes, (long) piece.bytes().length);
      if (error != 0) {
        FREE.invokeExact(context);
        throw new PeerException("cannot load this song (its error " + -error + ")");
      }
      Song song = new Song(context, piece.voices(), blockFrames);
      try {
        song.start(reading, rate);
        return song;
      } catch (PeerException e) {
        song.close();
        throw e;
      }
    } catch (PeerException e) {
      throw e;
    } catch (Throwable e) {
      throw LIBRARY.failure(e);
    }
  }

  private static final class Song implements Player {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment context;
    private final int tracks;
    private final MemorySegment block;

    Song(MemorySegment context, int tracks, int blockFrames) {
      this.context = context;
      this.tracks = tracks;
      block = arena.allocate((long) blockFrames * FRAME_BYTES, JAVA_SHORT.byteAlignment());
    }

    void start(Reading reading, int rate) throws PeerException {
      try {
        int error = (int) START.invokeExact(context, rate, 0);
        if (error != 0) {
          throw new PeerException("cannot play this song (its error " + -error + ")");
        }
        if (reading != Reading.A500) {
          int _ = (int) SET.invokeExact(context, INTERPOLATION, reading.ordinal());
          int _ = (int) SET.invokeExact(context, EFFECTS, 0);
          return;
        }
        int _ = (int) SET.invokeExact(context, SONG_FLAGS, A500); // known only while it plays
        if ((int) GET.invokeExact(context, MIXER) == 0) {
          throw new PeerException("has no Amiga's mixer for this song");
        }
      } catch (PeerException e) {
        throw e;
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public void rewind() {
      try {
        RESTART.invokeExact(context);
        int _ = (int) PLAY.invokeExact(context, MemorySegment.NULL, 0, FOR_EVER);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public void render() {
      try {
        int _ = (int) PLAY.invokeExact(context, block, (int) block.byteSize(), FOR_EVER);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public float peak() {
      int peak = 0;
      for (long at = 0; at < block.byteSize(); at += JAVA_SHORT.byteSize()) {
        peak = Math.max(peak, Math.abs(block.get(JAVA_SHORT, at)));
      }
      return peak;
    }

    @Override
    public int voices() {
      return tracks;
    }

    @Override
    public void close() {
      try {
        END.invokeExact(context);
        RELEASE.invokeExact(context);
        FREE.invokeExact(context);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      } finally {
        arena.close();
      }
    }
  }
}
