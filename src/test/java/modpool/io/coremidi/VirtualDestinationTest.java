package modpool.io.coremidi;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import modpool.io.midi.PortException;
import modpool.io.midi.VirtualPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The virtual destination with a stand-in for CoreMIDI that hands out packet lists in memory.
class VirtualDestinationTest {
  private final FakeCoreMidi system = new FakeCoreMidi();
  private final FakeReceiver receiver = new FakeReceiver();

  private VirtualPort open(boolean aligned) throws PortException {
    return VirtualDestination.open(system, _ -> receiver, new PacketList(aligned));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void all_packets_of_a_list_are_read_wherever_they_begin(boolean aligned) throws PortException {
    VirtualPort port = open(aligned);
    system.send(aligned, "90 3C 64", "80 3C 00 C0 05", "F8", "B0 07 7F");
    assertEquals(List.of("903C64", "803C00", "C005", "F8", "B0077F"), receiver.got);
    assertEquals("modpool (CoreMIDI virtual destination)", port.address());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_system_exclusive_may_span_packets_and_lists(boolean aligned) throws PortException {
    open(aligned);
    system.send(aligned, "F0 7D 01 02 03", "04 05");
    system.send(aligned, "06 F7");
    assertEquals(List.of("F07D010203040506F7"), receiver.got);
  }

  @Test
  void an_empty_list_and_empty_packets_are_nothing() throws PortException {
    open(true);
    system.send(true);
    system.send(true, "", "90 3C 64", "");
    assertEquals(List.of("903C64"), receiver.got);
  }

  @Test
  void a_list_that_claims_more_than_it_can_hold_is_read_to_its_limit() throws PortException {
    open(false);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(1 << 16);
      list.set(JAVA_INT_UNALIGNED, 0, -1);
      list.set(JAVA_SHORT_UNALIGNED, 4 + 8, (short) 0xFFFF);
      system.handler.packets(list.address());
    }
    assertEquals(List.of(), receiver.got);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(1 << 16); // four thousand million empty packets
      list.set(JAVA_INT_UNALIGNED, 0, -1);
      system.handler.packets(list.address());
    }
    assertEquals(List.of(), receiver.got);
  }

  @Test
  void after_the_end_nothing_is_heard_and_everything_is_given_back() throws PortException {
    VirtualPort port = open(true);
    port.close();
    port.close();
    system.send(true, "90 3C 64");
    assertEquals(List.of(), receiver.got);
    assertEquals(1, receiver.closed);
    assertEquals(
        List.of("client modpool", "destination modpool of 7", "id of 9", "no 9", "no client 7"),
        system.made);
  }

  @Test
  void a_refusal_is_said_in_a_line_and_leaves_nothing_open() {
    system.destination = -10_844;
    PortException e = assertThrows(PortException.class, () -> open(true));
    assertTrue(e.getMessage().contains("-10844"), e.getMessage());
    assertEquals(1, receiver.closed);
    assertTrue(system.made.contains("no client 7"));

    system.client = -304;
    assertThrows(PortException.class, () -> open(true));
  }

  @Test
  void the_framework_is_there_on_a_mac_only() {
    boolean isMac = System.getProperty("os.name").contains("Mac");
    assertEquals(isMac, CoreMidiFramework.load().isPresent());
  }

  private static final class FakeCoreMidi implements CoreMidiCalls {
    private final List<String> made = new ArrayList<>();
    private long client = 7;
    private long destination = 9;
    private PacketHandler handler;

    /// A MIDIPacketList as the framework lays it out.
    void send(boolean aligned, String... packets) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment list = arena.allocate(1 << 16, 4);
        list.set(JAVA_INT_UNALIGNED, 0, packets.length);
        long at = 4;
        for (String packet : packets) {
          byte[] bytes =
              packet.isEmpty() ? new byte[0] : HexFormat.ofDelimiter(" ").parseHex(packet);
          list.set(JAVA_LONG_UNALIGNED, at, 0x0123_4567_89AB_CDEFL);
          list.set(JAVA_SHORT_UNALIGNED, at + 8, (short) bytes.length);
          MemorySegment.copy(MemorySegment.ofArray(bytes), 0, list, at + 10, bytes.length);
          at += 10 + bytes.length;
          at = aligned ? (at + 3) / 4 * 4 : at;
        }
        handler.packets(list.address());
      }
    }

    @Override
    public long createClient(String name) {
      made.add("client " + name);
      return client;
    }

    @Override
    public long createDestination(long ofClient, String name, PacketHandler newHandler) {
      made.add("destination " + name + " of " + ofClient);
      handler = newHandler;
      return destination;
    }

    @Override
    public int setUniqueId(long endpoint, int id) {
      made.add("id of " + endpoint);
      return -10_843; // somebody has it
    }

    @Override
    public void disposeEndpoint(long endpoint) {
      made.add("no " + endpoint);
    }

    @Override
    public void disposeClient(long ofClient) {
      made.add("no client " + ofClient);
    }
  }

  private static final class FakeReceiver implements Receiver {
    private final List<String> got = new ArrayList<>();
    private int closed;

    @Override
    public void send(MidiMessage message, long timeStamp) {
      got.add(HexFormat.of().withUpperCase().formatHex(message.getMessage()));
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
