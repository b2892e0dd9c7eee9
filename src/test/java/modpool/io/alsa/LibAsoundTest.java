package modpool.io.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real library: what of it works without a kernel that has a sequencer.
class LibAsoundTest {
  private SequencerCalls library;

  @BeforeEach
  void load() {
    library = LibAsound.load().orElse(null);
    Assumptions.assumeTrue(library != null, "skipped: this machine has no libasound.so.2");
  }

  @Test
  void it_opens_where_the_kernel_has_a_sequencer_and_says_so_where_not() {
    long sequencer = library.open();
    boolean isThere = Files.exists(Path.of("/dev/snd/seq"));
    assertTrue(isThere || sequencer < 0, "opened: " + sequencer);
    if (sequencer >= 0) {
      library.close(sequencer);
    }
  }

  /// Events as the library itself makes them of bytes, in the layout that we read.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "90 3C 64",
        "83 3C 40",
        "B0 07 7F",
        "C5 0A",
        "D2 33",
        "E0 00 40",
        "F8",
        "FA",
        "FB",
        "FC",
        "F2 01 02",
        "F0 7D 01 02 03 F7"
      })
  void events_come_back_as_the_bytes_they_were_made_of(String hex) throws Throwable {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    long decoder = library.newDecoder(64);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(SequencerPort.EVENT_BYTES, 8);
      MemorySegment message = arena.allocate(64);
      MemorySegment.copy(bytes, 0, message, JAVA_BYTE, 0, bytes.length);
      long used =
          (long) encoder().invokeExact(decoder, message, (long) bytes.length, event.address());
      assertEquals(bytes.length, used);
      assertTrue((event.get(JAVA_BYTE, SequencerPort.TYPE) & 0xFF) < 254, "an event of a kind");

      message.fill((byte) 0);
      long count = library.decode(decoder, message, event.address());
      assertEquals(bytes.length, count);
      assertArrayEquals(bytes, message.asSlice(0, count).toArray(JAVA_BYTE));
    } finally {
      library.freeDecoder(decoder);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle encoder() {
    return Linker.nativeLinker()
        .downcallHandle(
            SymbolLookup.libraryLookup("libasound.so.2", Arena.global())
                .findOrThrow("snd_midi_event_encode"),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG));
  }

  @Test
  void an_event_that_is_no_midi_message_has_no_bytes() {
    long decoder = library.newDecoder(64);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(SequencerPort.EVENT_BYTES, 8);
      event.set(JAVA_BYTE, SequencerPort.TYPE, (byte) 67);
      assertTrue(library.decode(decoder, arena.allocate(64), event.address()) < 0);
      assertEquals(0, event.get(JAVA_INT, 16));
    } finally {
      library.freeDecoder(decoder);
    }
  }
}
