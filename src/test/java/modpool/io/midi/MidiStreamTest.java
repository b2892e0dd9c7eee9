package modpool.io.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import org.junit.jupiter.api.Test;

class MidiStreamTest {
  private final List<MidiMessage> got = new ArrayList<>();
  private final MidiStream stream =
      new MidiStream(
          new Receiver() {
            @Override
            public void send(MidiMessage message, long timeStamp) {
              got.add(message);
            }

            @Override
            public void close() {}
          });

  private List<String> messages(String hex) {
    for (byte value : HexFormat.ofDelimiter(" ").parseHex(hex)) {
      stream.accept(value);
    }
    return got.stream().map(m -> HexFormat.of().withUpperCase().formatHex(m.getMessage())).toList();
  }

  @Test
  void channel_messages_have_the_length_of_their_kind() {
    assertEquals(
        List.of("903C40", "803C00", "A03C01", "B00740", "C005", "D07F", "E00040"),
        messages("90 3C 40 80 3C 00 A0 3C 01 B0 07 40 C0 05 D0 7F E0 00 40"));
  }

  @Test
  void a_status_runs_on_until_a_system_message_ends_it() {
    assertEquals(
        List.of("903C40", "903E41", "C001", "C002", "F20304"),
        messages("90 3C 40 3E 41 C0 01 02 F2 03 04 05 06"));
  }

  @Test
  void real_time_comes_in_the_middle_of_anything() {
    assertEquals(List.of("F8", "903C40", "FA", "F07D01F7"), messages("90 3C F8 40 F0 7D FA 01 F7"));
  }

  @Test
  void what_is_no_message_is_passed_over() {
    assertEquals(List.of("F6"), messages("01 02 F4 03 F5 F7 F9 FD F6"));
    assertEquals(List.of("F6", "F6", "803C00"), messages("90 3C F6 40 80 3C 00"));
  }

  @Test
  void a_system_exclusive_that_is_not_ended_is_none() {
    assertEquals(List.of("903C40"), messages("F0 7D 01 02 90 3C 40 F7"));
  }

  @Test
  void a_system_exclusive_may_be_as_long_as_the_limit_and_not_longer() {
    accept(0xF0, MidiStream.MAX_SYSEX_BYTES - 2, 0xF7);
    assertEquals(MidiStream.MAX_SYSEX_BYTES, got.getFirst().getLength());
    accept(0xF0, MidiStream.MAX_SYSEX_BYTES - 1, 0xF7);
    accept(0xF0, 10 * MidiStream.MAX_SYSEX_BYTES, 0xF7);
    assertEquals(1, got.size());
    assertEquals(2, messages("90 3C 40").size(), "it goes on after that");
  }

  private void accept(int first, int zeros, int last) {
    stream.accept((byte) first);
    for (int i = 0; i < zeros; i++) {
      stream.accept((byte) 0);
    }
    stream.accept((byte) last);
  }

  @Test
  void any_bytes_at_all_make_whole_messages_only() {
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      stream.accept((byte) random.nextInt(256));
    }
    assertTrue(got.size() > 10_000);
    for (MidiMessage message : got) {
      byte[] bytes = message.getMessage();
      assertTrue(bytes[0] < 0, "a status first");
      for (int i = 1; i < bytes.length; i++) {
        assertTrue(bytes[i] >= 0 || (bytes[i] & 0xFF) == 0xF7 && i == bytes.length - 1);
      }
    }
  }
}
