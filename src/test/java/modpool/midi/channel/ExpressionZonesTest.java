package modpool.midi.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.Settings;
import modpool.bridge.Event;
import modpool.bridge.Imprint;
import modpool.bridge.Meters;
import modpool.bridge.Notices;
import modpool.testing.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which channels belong to the zones of MIDI Polyphonic Expression.
class ExpressionZonesTest {
  private static final int MUTE_LOWER = 1;
  private static final int MUTE_UPPER = 1 << 15;

  private final Channels channels = new Channels(new Meters(), new Notices());

  private void configure(int lead, int members) {
    int[][] controls = {{101, 0}, {100, 6}, {6, members}};
    for (int[] control : controls) {
      channels.handle(0, Event.of(Event.CONTROL, 1, lead - 1, control[0], control[1]));
    }
  }

  /// @return its members are those channels that are muted with their lead, which is not counted
  private int members(int lead) {
    int bit = 1 << lead - 1;
    return Integer.bitCount(channels.zoneWide(bit) & ~bit);
  }

  @ParameterizedTest
  @CsvSource({"1", "16"})
  void a_zone_of_fifteen_has_the_other_lead_too(int lead) {
    Take take = new Take().channel(lead).rpn(6, 15, 0).cc(7, 0);
    take.channel(17 - lead).at(50).on(60).play(new Settings(), 300);

    assertEquals(0, take.level(0, 300), "the lead's volume is its member's");
  }

  @Test
  void a_zone_that_ends_takes_nothing_from_the_other() {
    configure(16, 15);
    configure(1, 0);

    assertEquals(15, members(16));
  }

  @Test
  void two_zones_share_fourteen_members_and_the_later_has_what_it_asks_for() {
    configure(1, 10);
    configure(16, 9);

    assertEquals(5, members(1));
    assertEquals(9, members(16));
  }

  /// As somebody may have written them into a rack's file.
  @Test
  void zones_that_overlap_in_a_rack_do_not_overlap_when_it_is_recalled() {
    Imprint state = new Imprint();
    channels.copyTo(state);
    Imprint edited = new Imprint();
    edited.take();
    for (int i = 0; i < state.size(); i++) {
      int value =
          switch (state.name(i)) {
            case "lowerZone" -> 15;
            case "upperZone" -> 5;
            default -> state.value(i);
          };
      edited.group(state.groupOf(i));
      edited.pass(state.name(i), state.low(i), state.high(i), value);
    }

    channels.recall(0, edited);

    assertEquals(0xFFFF, channels.zoneWide(MUTE_LOWER));
    assertEquals(0, channels.zoneWide(MUTE_UPPER), "its channel is a member of the lower zone");
  }
}
