package modpool.io.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import modpool.io.ChannelPairs;

/// The ports of a client: `midi_in`, `out_1`, `out_2` and, where wanted, `ch01_l`, `ch01_r` to
/// `ch16_r`. Pointers as numbers; 0 is a port for which the server has no room.
final class JackPorts {
  private final long midiIn;
  private final long[] outs;

  private JackPorts(long midiIn, long[] outs) {
    this.midiIn = midiIn;
    this.outs = outs;
  }

  /// Registers them with the server.
  ///
  /// @param pairs whether each channel has its own
  static JackPorts register(long client, boolean pairs) throws Throwable {
    List<String> names = new ArrayList<>(List.of("out_1", "out_2"));
    for (int channel = 1; pairs && channel <= ChannelPairs.COUNT; channel++) {
      names.add(String.format(Locale.ROOT, "ch%02d_l", channel));
      names.add(String.format(Locale.ROOT, "ch%02d_r", channel));
    }
    long midiIn = register(client, "midi_in", LibJack.MIDI_TYPE, LibJack.IS_INPUT);
    long[] outs = new long[names.size()];
    for (int i = 0; i < outs.length; i++) {
      outs[i] = register(client, names.get(i), LibJack.AUDIO_TYPE, LibJack.IS_OUTPUT);
    }
    return new JackPorts(midiIn, outs);
  }

  private static long register(long client, String name, String type, long flags) throws Throwable {
    try (Arena names = Arena.ofConfined()) {
      return (long)
          LibJack.PORT_REGISTER.invokeExact(
              client, names.allocateFrom(name), names.allocateFrom(type), flags, 0L);
    }
  }

  /// False when the server had no room for one of them.
  boolean areComplete() {
    boolean complete = midiIn != 0;
    for (long out : outs) {
      complete &= out != 0;
    }
    return complete;
  }

  long midiIn() {
    return midiIn;
  }

  /// The outputs: the mix, then the channels, left before right.
  long[] outs() {
    return outs.clone();
  }

  /// The left one of the mix.
  long first() {
    return outs[0];
  }

  boolean hasPairs() {
    return outs.length > 2;
  }

  /// All of them; the MIDI port is the first, the mix follows.
  List<Long> all() {
    List<Long> all = new ArrayList<>(List.of(midiIn));
    for (long out : outs) {
      all.add(out);
    }
    return all;
  }

  /// Hands latencies on to the server: MIDI that comes in is heard as late as what goes out, and
  /// what goes out is as old as the MIDI it comes from. We add nothing. What an output says that is
  /// connected to nothing means nothing.
  ///
  /// @param mode whose: [LibJack#CAPTURE_LATENCY] or [LibJack#PLAYBACK_LATENCY]
  /// @param ranges room for two ranges
  void passLatencyOn(int mode, MemorySegment ranges) throws Throwable {
    MemorySegment sum = ranges.asSlice(0, LibJack.RANGE_BYTES);
    if (mode == LibJack.CAPTURE_LATENCY) {
      LibJack.PORT_LATENCY.invokeExact(midiIn, mode, sum);
      for (long out : outs) {
        LibJack.PORT_SET_LATENCY.invokeExact(out, mode, sum);
      }
      return;
    }
    MemorySegment one = ranges.asSlice(LibJack.RANGE_BYTES, LibJack.RANGE_BYTES);
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (long out : outs) {
      if ((int) LibJack.PORT_CONNECTED.invokeExact(out) > 0) {
        LibJack.PORT_LATENCY.invokeExact(out, mode, one);
        least = Math.min(least, one.getAtIndex(JAVA_INT, 0));
        most = Math.max(most, one.getAtIndex(JAVA_INT, 1));
      }
    }
    sum.setAtIndex(JAVA_INT, 0, Math.min(least, most));
    sum.setAtIndex(JAVA_INT, 1, most);
    LibJack.PORT_SET_LATENCY.invokeExact(midiIn, mode, sum);
  }
}
