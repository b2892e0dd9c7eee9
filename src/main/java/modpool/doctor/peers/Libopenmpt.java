package modpool.doctor.peers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// libopenmpt 0.5 or newer; constants from its `libopenmpt.h`.
final class Libopenmpt implements Peer {
  private static final NativeLibrary LIBRARY =
      new NativeLibrary(
          "libopenmpt", List.of("libopenmpt.so.0", "libopenmpt.0.dylib", "libopenmpt.dll"));

  private static final MethodHandle STRING =
      LIBRARY.function("openmpt_get_string", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle FREE_STRING =
      LIBRARY.function("openmpt_free_string", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle CREATE =
      LIBRARY.function(
          "openmpt_module_create_from_memory2",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
              ADDRESS));
  private static final MethodHandle DESTROY =
      LIBRARY.function("openmpt_module_destroy", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle REPEAT =
      LIBRARY.function(
          "openmpt_module_set_repeat_count", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SET =
      LIBRARY.function(
          "openmpt_module_set_render_param",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle SWITCH =
      LIBRARY.function(
          "openmpt_module_ctl_set_boolean",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle CHOOSE =
      LIBRARY.function(
          "openmpt_module_ctl_set_text",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle SEEK =
      LIBRARY.function(
          "openmpt_module_set_position_seconds",
          FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, JAVA_DOUBLE));
  private static final MethodHandle READ =
      LIBRARY.function(
          "openmpt_module_read_interleaved_float_stereo",
          FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MemorySegment QUIET = LIBRARY.symbol("openmpt_log_func_silent");
  private static final MemorySegment KEEP_ERRORS = LIBRARY.symbol("openmpt_error_func_store");

  private static final int FILTER_LENGTH = 3; // OPENMPT_MODULE_RENDER_INTERPOLATIONFILTER_LENGTH
  private static final int FOR_EVER = -1;
  private static final int FRAME_BYTES = 8;

  private Libopenmpt() {}

  static Optional<Peer> find() {
    return LIBRARY.isComplete() ? Optional.of(new Libopenmpt()) : Optional.empty();
  }

  @Override
  public String name() {
    return "libopenmpt";
  }

  @Override
  public String version() {
    try (Arena arena = Arena.ofConfined()) {
      String version =
          taken((MemorySegment) STRING.invokeExact(arena.allocateFrom("library_version")));
      return version.replaceFirst("\\+.*", ""); // without the revision
    } catch (Throwable e) {
      throw LIBRARY.failure(e);
    }
  }

  private static String taken(MemorySegment pointer) {
    String text = NativeLibrary.text(pointer);
    try {
      FREE_STRING.invokeExact(pointer);
    } catch (Throwable e) {
      throw LIBRARY.failure(e);
    }
    return text;
  }

  @Override
  public Set<Reading> readings() {
    return Set.of(Reading.values());
  }

  @Override
  public Player open(Piece piece, Reading reading, int rate, int blockFrames) throws PeerException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, piece.bytes());
      MemorySegment why = arena.allocate(ADDRESS);
      MemorySegment none = MemorySegment.NULL;
      MemorySegment module =
          (MemorySegment)
              CREATE.invokeExact(
                  bytes, bytes.byteSize(), QUIET, none, KEEP_ERRORS, none, none, why, none);
      if (module.equals(MemorySegment.NULL)) {
        String said = taken(why.get(ADDRESS, 0));
        throw new PeerException(
            "cannot load this song" + (said.isEmpty() ? "" : " (" + said + ")"));
      }
      int _ = (int) REPEAT.invokeExact(module, FOR_EVER);
      if (reading == Reading.A500) {
        MemorySegment emulate = arena.allocateFrom("render.resampler.emulate_amiga");
        MemorySegment type = arena.allocateFrom("render.resampler.emulate_amiga_type");
        int _ = (int) SWITCH.invokeExact(module, emulate, 1);
        int _ = (int) CHOOSE.invokeExact(module, type, arena.allocateFrom("a500"));
      } else {
        int points = 1 << reading.ordinal();
        int _ = (int) SET.invokeExact(module, FILTER_LENGTH, points);
      }
      return new Song(module, piece.voices(), rate, blockFrames);
    } catch (PeerException e) {
      throw e;
    } catch (Throwable e) {
      throw LIBRARY.failure(e);
    }
  }

  private static final class Song implements Player {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment module;
    private final int tracks;
    private final int rate;
    private final long frames;
    private final MemorySegment block;

    Song(MemorySegment module, int tracks, int rate, int blockFrames) {
      this.module = module;
      this.tracks = tracks;
      this.rate = rate;
      frames = blockFrames;
      block = arena.allocate(frames * FRAME_BYTES, JAVA_FLOAT.byteAlignment());
    }

    @Override
    public void rewind() {
      try {
        double _ = (double) SEEK.invokeExact(module, 0.0);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public void render() {
      try {
        long _ = (long) READ.invokeExact(module, rate, frames, block);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public float peak() {
      return NativeLibrary.peak(block);
    }

    @Override
    public int voices() {
      return tracks;
    }

    @Override
    public void close() {
      try {
        DESTROY.invokeExact(module);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      } finally {
        arena.close();
      }
    }
  }
}
