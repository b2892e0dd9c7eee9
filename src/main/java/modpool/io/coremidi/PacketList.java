package modpool.io.coremidi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import modpool.io.midi.MidiStream;

/// Reads a MIDIPacketList: a 32-bit count, then packets of a 64-bit time, a 16-bit length and that
/// many bytes. The structures are packed to four bytes; on ARM a packet begins at a multiple of
/// four, elsewhere right after the last one (MIDIPacketNext).
///
/// @param aligned true on ARM
record PacketList(boolean aligned) {
  private static final int MAX_BYTES = 1 << 16; // of a list, by CoreMIDI's promise
  private static final long COUNT_BYTES = 4;
  private static final long LENGTH = 8;
  private static final long DATA = 10;

  /// Of the machine that this runs on.
  static PacketList ofThisMachine() {
    return new PacketList(System.getProperty("os.arch").equals("aarch64"));
  }

  /// Hands the bytes on. What would reach beyond the longest list is left out.
  @SuppressWarnings("restricted")
  void read(long address, MidiStream stream) {
    MemorySegment list = MemorySegment.ofAddress(address).reinterpret(MAX_BYTES);
    long packets = Integer.toUnsignedLong(list.get(JAVA_INT_UNALIGNED, 0));
    long at = COUNT_BYTES;
    for (long packet = 0; packet < packets && at + DATA <= MAX_BYTES; packet++) {
      long length = Short.toUnsignedLong(list.get(JAVA_SHORT_UNALIGNED, at + LENGTH));
      long end = at + DATA + length;
      if (end > MAX_BYTES) {
        return;
      }
      for (long i = at + DATA; i < end; i++) {
        stream.accept(list.get(JAVA_BYTE, i));
      }
      at = aligned ? (address + end + 3 & ~3L) - address : end;
    }
  }
}
