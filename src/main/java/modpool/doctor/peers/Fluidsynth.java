package modpool.doctor.peers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// FluidSynth 2, without its reverb and chorus, on one processor; constants from its
/// `fluidsynth/synth.h`. It holds keys down, see [HeldKeys].
final class Fluidsynth implements Peer {
  private static final NativeLibrary LIBRARY =
      new NativeLibrary(
          "FluidSynth",
          List.of(
              "libfluidsynth.so.3",
              "libfluidsynth.so.2",
              "libfluidsynth.3.dylib",
              "libfluidsynth-3.dll"));

  private static final MethodHandle VERSION =
      LIBRARY.function("fluid_version_str", FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle LOG_BY =
      LIBRARY.function(
          "fluid_set_log_function", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle NEW_SETTINGS =
      LIBRARY.function("new_fluid_settings", FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle DELETE_SETTINGS =
      LIBRARY.function("delete_fluid_settings", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle SET_NUMBER =
      LIBRARY.function("fluid_settings_setnum", intOf(ADDRESS, ADDRESS, JAVA_DOUBLE));
  private static final MethodHandle SET_INT =
      LIBRARY.function("fluid_settings_setint", intOf(ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle NEW =
      LIBRARY.function("new_fluid_synth", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle DELETE =
      LIBRARY.function("delete_fluid_synth", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle LOAD =
      LIBRARY.function("fluid_synth_sfload", intOf(ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle INTERPOLATE =
      LIBRARY.function("fluid_synth_set_interp_method", intOf(ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle SILENCE =
      LIBRARY.function("fluid_synth_all_sounds_off", intOf(ADDRESS, JAVA_INT));
  private static final MethodHandle NOTE_ON =
      LIBRARY.function("fluid_synth_noteon", intOf(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle VOICES =
      LIBRARY.function("fluid_synth_get_active_voice_count", intOf(ADDRESS));
  private static final MethodHandle WRITE =
      LIBRARY.function(
          "fluid_synth_write_float",
          intOf(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));

  /// fluid_interp
  private static final Map<Reading, Integer> METHODS =
      Map.of(Reading.NEAREST, 0, Reading.LINEAR, 1, Reading.CUBIC, 4, Reading.SINC, 7);

  private static final int LOG_LEVELS = 5;
  private static final int POLYPHONY = 256;
  private static final double GAIN = 0.02; // 64 voices do not clip
  private static final int ALL_CHANNELS = -1;
  private static final int FRAME_BYTES = 8;

  private Fluidsynth() {}

  static Optional<Peer> find() {
    return LIBRARY.isComplete() ? Optional.of(new Fluidsynth()) : Optional.empty();
  }

  private static FunctionDescriptor intOf(MemoryLayout... arguments) {
    return FunctionDescriptor.of(JAVA_INT, arguments);
  }

  @Override
  public String name() {
    return "FluidSynth";
  }

  @Override
  public String version() {
    try {
      return NativeLibrary.text((MemorySegment) VERSION.invokeExact());
    } catch (Throwable e) {
      throw LIBRARY.failure(e);
    }
  }

  @Override
  public Set<Reading> readings() {
    return METHODS.keySet();
  }

  @Override
  public Player open(Piece piece, Reading reading, int rate, int blockFrames) throws PeerException {
    try (Arena arena = Arena.ofConfined()) {
      for (int level = 0; level < LOG_LEVELS; level++) {
        MemorySegment _ =
            (MemorySegment) LOG_BY.invokeExact(level, MemorySegment.NULL, MemorySegment.NULL);
      }
      MemorySegment settings = (MemorySegment) NEW_SETTINGS.invokeExact();
      set(arena, settings, "synth.polyphony", POLYPHONY);
      set(arena, settings, "synth.cpu-cores", 1);
      set(arena, settings, "synth.reverb.active", 0);
      set(arena, settings, "synth.chorus.active", 0);
      int _ = (int) SET_NUMBER.invokeExact(settings, arena.allocateFrom("synth.gain"), GAIN);
      int _ =
          (int)
              SET_NUMBER.invokeExact(
                  settings, arena.allocateFrom("synth.sample-rate"), (double) rate);
      MemorySegment synth = (MemorySegment) NEW.invokeExact(settings);
      if (synth.equals(MemorySegment.NULL)) {
        DELETE_SETTINGS.invokeExact(settings);
        throw new PeerException("cannot be opened at " + rate + " Hz");
      }
      Held held = new Held(settings, synth, piece.voices(), blockFrames);
      if (!held.load(piece)) {
        held.close();
        throw new PeerException("cannot load the SoundFont");
      }
      int _ = (int) INTERPOLATE.invokeExact(synth, ALL_CHANNELS, (int) METHODS.get(reading));
      return held;
    } catch (IOException e) {
      throw new PeerException("cannot load the SoundFont: " + e.getMessage(), e);
    } catch (PeerException e) {
      throw e;
    } catch (Throwable e) {
      throw LIBRARY.failure(e);
    }
  }

  private static void set(Arena arena, MemorySegment settings, String name, int value)
      throws Throwable {
    int _ = (int) SET_INT.invokeExact(settings, arena.allocateFrom(name), value);
  }

  private static final class Held implements Player {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment settings;
    private final MemorySegment synth;
    private final int keys;
    private final int frames;
    private final MemorySegment block; // left and right in turn

    Held(MemorySegment settings, MemorySegment synth, int keys, int blockFrames) {
      this.settings = settings;
      this.synth = synth;
      this.keys = keys;
      frames = blockFrames;
      block = arena.allocate((long) frames * FRAME_BYTES, JAVA_FLOAT.byteAlignment());
    }

    /// All samples are in memory afterwards, and the file is no longer needed.
    boolean load(Piece piece) throws IOException {
      return piece.asFile(
          file -> {
            try {
              return (int) LOAD.invokeExact(synth, arena.allocateFrom(file.toString()), 1) >= 0;
            } catch (Throwable e) {
              throw LIBRARY.failure(e);
            }
          });
    }

    @Override
    public void rewind() {
      try {
        int _ = (int) SILENCE.invokeExact(synth, ALL_CHANNELS);
        render(); // gives their voices back
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
      HeldKeys.press(keys, this::press);
    }

    private void press(int channel, int key) {
      try {
        int _ = (int) NOTE_ON.invokeExact(synth, channel, key, HeldKeys.VELOCITY);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public void render() {
      try {
        int _ = (int) WRITE.invokeExact(synth, frames, block, 0, 2, block, 1, 2);
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
      try {
        return (int) VOICES.invokeExact(synth);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      }
    }

    @Override
    public void close() {
      try {
        DELETE.invokeExact(synth);
        DELETE_SETTINGS.invokeExact(settings);
      } catch (Throwable e) {
        throw LIBRARY.failure(e);
      } finally {
        arena.close();
      }
    }
  }
}
