package modpool.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import modpool.bridge.Event;
import modpool.bridge.EventList;
import modpool.midi.SysexReader;
import modpool.testing.TuningMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtsReaderTest {
  private static final int DRUMS = 9;
  private static final double RESOLUTION = 100.0 / 16384; // cents

  private final Tuner tuner = new Tuner(DRUMS);
  private final List<Long> events = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {12, 19, 31})
  void a_bulk_dump_tunes_every_key_of_its_program(int steps) {
    double[] cents = TuningMessages.equalSteps(steps);

    assertTrue(read(TuningMessages.bulkDump(0, cents)));

    assertEquals(Tuning.KEYS, events.size());
    for (int key = 0; key < Tuning.KEYS; key++) {
      assertEquals(cents[key] - 100 * key, tuner.detuneCents(0, key), RESOLUTION / 2 + 1e-9);
    }
    assertEquals(0, tuner.detuneCents(DRUMS, 40), "drums stay as they are");
  }

  @Test
  void a_message_of_as_many_single_notes_as_it_can_count_fits_and_tunes_them_all() {
    byte[] head = {(byte) 0xF0, 0x7F, 0x7F, 8, 7, 0, 0, 127};
    byte[] message = Arrays.copyOf(head, head.length + 4 * 127 + 1);
    for (int key = 0; key < 127; key++) {
      message[head.length + 4 * key] = (byte) key;
      message[head.length + 4 * key + 1] = (byte) key;
      message[head.length + 4 * key + 2] = 0x20; // a quarter of a semitone up
    }
    message[message.length - 1] = (byte) 0xF7;

    EventList meant = new SysexReader(SysexReader.ANY_DEVICE).read(message, 0, message.length, 3);

    assertEquals(127, meant.size());
    assertTrue(read(message));
    assertEquals(25, tuner.detuneCents(0, 126), RESOLUTION);
  }

  @Test
  void a_dump_with_a_bank_is_for_those_who_chose_both() {
    double[] cents = TuningMessages.equalSteps(19);
    assertTrue(read(TuningMessages.bankDump(3, 17, cents)));
    assertEquals(0, tuner.detuneCents(4, 70));

    tuner.choose(4, 17);
    assertEquals(0, tuner.detuneCents(4, 70));
    tuner.chooseBank(4, 3);

    assertEquals(cents[70] - 7000, tuner.detuneCents(4, 70), RESOLUTION);
    assertEquals(0, tuner.detuneCents(5, 70), "another channel has not chosen it");
  }

  @Test
  void a_drum_channel_that_chooses_a_program_has_it() {
    read(TuningMessages.bulkDump(0, TuningMessages.equalSteps(31)));
    tuner.choose(DRUMS, 0);

    assertEquals(tuner.detuneCents(0, 80), tuner.detuneCents(DRUMS, 80));
  }

  @Test
  void single_notes_move_alone() {
    assertTrue(read(bytes("F0 7F 7F 08 02 00 02 3C 3C 40 00 45 46 00 01 F7")));

    assertEquals(50, tuner.detuneCents(0, 60), 1e-9);
    assertEquals(100 + RESOLUTION, tuner.detuneCents(0, 69), 1e-9);
    assertEquals(0, tuner.detuneCents(0, 61));
    assertTrue(tuner.retunes(events.getFirst(), 0), "at once");
    assertFalse(tuner.retunes(events.getFirst(), DRUMS));
  }

  @Test
  void single_notes_with_a_bank_move_at_once_or_not() {
    tuner.chooseBank(2, 5);
    tuner.choose(2, 6);
    assertTrue(read(bytes("F0 7E 00 08 07 05 06 01 00 01 00 00 F7")));
    assertFalse(tuner.retunes(events.getFirst(), 2), "for the next note");
    assertTrue(read(bytes("F0 7F 00 08 07 05 06 01 7F 7E 00 00 F7")));
    assertTrue(tuner.retunes(events.getFirst(), 2), "at once");

    assertEquals(100, tuner.detuneCents(2, 0));
    assertEquals(-100, tuner.detuneCents(2, 127));
  }

  @Test
  void a_key_of_three_times_7f_stays_as_it_is() {
    read(bytes("F0 7F 7F 08 02 00 01 3C 3D 00 00 F7"));
    assertTrue(read(bytes("F0 7F 7F 08 02 00 01 3C 7F 7F 7F F7")));

    assertEquals(100, tuner.detuneCents(0, 60));
    assertEquals(List.of(), events);
  }

  @Test
  void octave_tunings_of_one_and_two_bytes_for_the_channels_of_their_mask() {
    // channels 16, 8 and 1
    assertTrue(read(bytes("F0 7E 7F 08 08 02 01 01 00 40 7F 40 40 40 40 40 40 40 40 41 F7")));

    for (int channel : new int[] {0, 7, 15}) {
      assertEquals(-64, tuner.detuneCents(channel, 60), RESOLUTION / 2);
      assertEquals(63, tuner.detuneCents(channel, 38), RESOLUTION / 2);
      assertEquals(1, tuner.detuneCents(channel, 119), RESOLUTION / 2);
      assertEquals(0, tuner.detuneCents(channel, 61));
    }
    assertEquals(0, tuner.detuneCents(1, 60));
    assertFalse(tuner.retunes(events.getFirst(), 0), "for the next notes");

    String notes = " 00 00 40 00 7F 7F" + " 40 00".repeat(9);
    assertTrue(read(bytes("F0 7F 7F 08 09 00 04 00" + notes + " F7")));

    assertEquals(-100, tuner.detuneCents(DRUMS, 0), 1e-9);
    assertEquals(0, tuner.detuneCents(DRUMS, 1));
    assertEquals(100 * 8191 / 8192.0, tuner.detuneCents(DRUMS, 14), 1e-9);
    assertTrue(tuner.retunes(events.getFirst(), DRUMS), "at once");
    assertFalse(tuner.retunes(events.getFirst(), 0));
  }

  @Test
  void octave_dumps_of_one_and_two_bytes_make_programs() {
    String name = " 20".repeat(16);
    assertTrue(read(bytes("F0 7E 7F 08 05 00 01" + name + " 4A" + " 40".repeat(11) + " 00 F7")));
    assertTrue(read(bytes("F0 7E 7F 08 06 00 02" + name + " 60 00" + " 40 00".repeat(11) + " F7")));

    tuner.choose(0, 1);
    assertEquals(10, tuner.detuneCents(0, 0), RESOLUTION / 2);
    assertEquals(10, tuner.detuneCents(0, 120), RESOLUTION / 2);
    assertEquals(0, tuner.detuneCents(0, 121));
    tuner.choose(0, 2);
    assertEquals(50, tuner.detuneCents(0, 72), 1e-9);
  }

  @Test
  void any_checksum_will_do_and_none() {
    byte[] dump = TuningMessages.bulkDump(0, TuningMessages.equalSteps(19));
    byte[] wrong = dump.clone();
    wrong[wrong.length - 2] ^= 0x55;
    byte[] without = Arrays.copyOf(dump, dump.length - 1);
    without[without.length - 1] = (byte) 0xF7;

    assertTrue(read(dump));
    List<Long> right = List.copyOf(events);
    assertTrue(read(wrong));
    assertEquals(right, events);
    assertTrue(read(without));
    assertEquals(right, events);
  }

  @Test
  void what_is_cut_changes_nothing() {
    List<byte[]> whole =
        List.of(
            TuningMessages.bulkDump(0, TuningMessages.equalSteps(19)),
            TuningMessages.bankDump(0, 0, TuningMessages.equalSteps(19)),
            bytes("F0 7F 7F 08 02 00 02 3C 3C 40 00 45 46 00 01 F7"),
            bytes("F0 7E 00 08 07 05 06 01 00 01 00 00 F7"),
            bytes("F0 7E 7F 08 08 02 01 01" + " 20".repeat(12) + " F7"),
            bytes("F0 7E 7F 08 09 02 01 01" + " 20".repeat(24) + " F7"),
            bytes("F0 7E 7F 08 05 02 01" + " 20".repeat(16 + 12) + " F7"),
            bytes("F0 7E 7F 08 06 02 01" + " 20".repeat(16 + 24) + " F7"));
    for (byte[] message : whole) {
      assertTrue(read(message));
      boolean hasChecksum = message.length > 400;
      for (int length = 0; length < message.length - (hasChecksum ? 1 : 0); length++) {
        assertFalse(read(Arrays.copyOf(message, length)), "of length " + length);
        assertEquals(List.of(), events);
      }
    }
    assertFalse(read(bytes("F0 7E 7F 08 00 00 F7")), "a request");
    assertFalse(read(bytes("F0 7E 7F 09 01 00 F7")), "another standard's");
  }

  @Test
  void rubbish_is_survived_and_kept_in_bounds() {
    Random random = new Random(8);
    for (int i = 0; i < 200_000; i++) {
      byte[] message = new byte[random.nextInt(60)];
      random.nextBytes(message);
      for (int j = 0; j < message.length; j++) {
        message[j] &= 0x7F;
      }
      if (message.length > 4) {
        message[1] = (byte) (0x7E + random.nextInt(2));
        message[3] = 8;
        message[4] = (byte) random.nextInt(11);
      }
      read(message);
      tuner.choose(random.nextInt(16), random.nextInt(128));
      tuner.chooseBank(random.nextInt(16), random.nextInt(128));
      double detune = tuner.detuneCents(random.nextInt(16), random.nextInt(128));
      assertTrue(Math.abs(detune) <= 12_800 + 100, () -> "detuned by " + detune);
    }
  }

  @Test
  void a_reset_forgets_it_all() {
    read(TuningMessages.bulkDump(0, TuningMessages.equalSteps(19)));
    read(bytes("F0 7E 7F 08 08 02 01 01" + " 20".repeat(12) + " F7"));
    tuner.choose(0, 3);
    tuner.reset();

    for (int key = 0; key < Tuning.KEYS; key++) {
      assertEquals(0, tuner.detuneCents(0, key));
    }
    assertEquals(0, tuner.program(0));
  }

  @Test
  void keys_that_no_message_named_follow_the_scale() {
    tuner.setTuning(Tuning.of(new Scale("thirds", List.of(400.0)), KeyMap.STANDARD));
    read(bytes("F0 7F 7F 08 02 00 01 3D 3D 00 00 F7"));

    assertEquals(0, tuner.detuneCents(0, 61), "named, and put back to its place");
    assertEquals(600, tuner.detuneCents(0, 62), 1e-9);
    assertEquals(0, tuner.detuneCents(DRUMS, 62));
  }

  private boolean read(byte[] message) {
    events.clear();
    int[] data = new int[Math.max(0, message.length - 2)]; // F0 and F7 are not ours
    for (int i = 0; i < data.length; i++) {
      data[i] = message[i + 1] & 0xFF;
    }
    EventList meant = new EventList(MtsReader.MOST_EVENTS);
    boolean isRead = MtsReader.read(data, data.length, 3, meant);
    IntStream.range(0, meant.size()).forEach(i -> events.add(meant.get(i)));
    events.forEach(event -> assertEquals(3, Event.source(event)));
    events.forEach(tuner::handle);
    return isRead;
  }

  private static byte[] bytes(String hex) {
    return TuningMessages.bytes(hex);
  }
}
