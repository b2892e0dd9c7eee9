package modpool.io.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import org.junit.jupiter.api.Test;

class MidiPortsTest {
  private final List<MidiDevices.Input> plugged = new ArrayList<>();
  private final List<FakeReceiver> receivers = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  @Test
  void all_inputs_are_opened_each_with_a_receiver_of_its_own() {
    FakeInput piano = plug("Piano");
    FakeInput twin = plug("Piano");
    MidiPorts ports = ports("all");
    rescan(ports);
    rescan(ports);

    assertEquals(List.of("Piano", "Piano"), ports.openNames());
    assertEquals(1, piano.opened);
    assertEquals(1, twin.opened);
    assertEquals(2, receivers.size());
    ports.close();
    assertTrue(receivers.stream().allMatch(r -> r.closed));
    assertEquals(List.of(), ports.openNames());
  }

  @Test
  void names_choose_by_part_in_any_case_and_none_chooses_none() {
    plug("Grand PIANO [hw:1]");
    plug("Pads");
    MidiPorts named = ports("piano");
    rescan(named);
    MidiPorts none = ports("none");
    rescan(none);
    MidiPorts byDefault = ports();
    rescan(byDefault);

    assertEquals(List.of("Grand PIANO [hw:1]"), named.openNames());
    assertEquals(List.of(), none.openNames());
    assertEquals(2, byDefault.openNames().size());
    assertEquals(List.of(), warnings);
  }

  @Test
  void what_all_leaves_out_can_still_be_named() {
    MidiSelection all = new MidiSelection(List.of(), List.of("thru"));
    MidiSelection named = new MidiSelection(List.of("Thru"), List.of("thru"));

    assertFalse(all.includes("Midi Thru"));
    assertTrue(all.includes("Piano"));
    assertTrue(named.includes("Midi Thru"));
  }

  @Test
  void a_named_input_that_is_absent_is_waited_for_and_told_once() {
    MidiPorts ports = ports("piano");
    rescan(ports);
    rescan(ports);
    assertEquals(List.of("no MIDI input has \"piano\" in its name; waiting for it"), warnings);

    plug("Piano");
    rescan(ports);
    assertEquals(List.of("Piano"), ports.openNames());
  }

  @Test
  void an_input_that_vanishes_releases_its_notes_and_is_opened_anew_when_it_returns() {
    FakeInput piano = plug("Piano");
    plug("Pads");
    MidiPorts ports = ports("all");
    rescan(ports);
    plugged.remove(piano);
    rescan(ports);

    assertEquals(1, piano.releasedBefore, "its driver may take long to let go");
    assertTrue(receivers.get(0).closed);
    assertFalse(receivers.get(1).closed);
    assertEquals(List.of("Pads"), ports.openNames());

    plug("Piano");
    rescan(ports);
    assertEquals(List.of("Pads", "Piano"), ports.openNames());
    assertEquals(3, receivers.size());
  }

  @Test
  void all_that_go_together_release_their_notes_before_any_driver_is_waited_for() {
    FakeInput piano = plug("Piano");
    FakeInput pads = plug("Pads");
    MidiPorts ports = ports("all");
    rescan(ports);
    ports.close();

    assertEquals(2, piano.releasedBefore);
    assertEquals(2, pads.releasedBefore);
  }

  @Test
  void how_each_input_stands_is_known() {
    FakeInput piano = plug("Piano");
    plug("Piano pads").busy = true;
    plug("Drums");
    MidiPorts ports = ports("piano");
    assertEquals(List.of(), ports.states());
    rescan(ports);
    assertEquals(
        List.of(
            new InputState("Piano", InputState.Kind.OPEN),
            new InputState("Piano pads", InputState.Kind.REFUSED),
            new InputState("Drums", InputState.Kind.UNWANTED)),
        ports.states());

    plugged.remove(piano);
    rescan(ports);
    assertEquals(InputState.Kind.GONE, ports.states().getLast().kind());
    plug("Piano");
    rescan(ports);
    assertEquals(new InputState("Piano", InputState.Kind.OPEN), ports.states().getLast());
  }

  @Test
  void a_busy_input_is_told_once_and_tried_again() {
    FakeInput piano = plug("Piano");
    piano.busy = true;
    MidiPorts ports = ports("all");
    rescan(ports);
    rescan(ports);
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().contains("Piano"));

    piano.busy = false;
    rescan(ports);
    assertEquals(List.of("Piano"), ports.openNames());
    assertEquals(1, receivers.size(), "trying again uses up no source numbers");
  }

  @Test
  void a_busy_input_that_vanishes_leaves_nothing_open() {
    plug("Piano").busy = true;
    MidiPorts ports = ports("all");
    rescan(ports);
    plugged.clear();
    rescan(ports);

    assertTrue(receivers.getFirst().closed);
  }

  @Test
  void a_driver_that_fails_is_taken_for_busy_and_one_that_cannot_close_releases_all_the_same() {
    FakeInput piano = plug("Piano");
    piano.failure = new IllegalStateException("driver");
    MidiPorts ports = ports("all");
    rescan(ports);
    assertEquals(1, warnings.size());

    piano.failure = null;
    rescan(ports);
    piano.failsToClose = true;
    plugged.clear();
    rescan(ports);
    assertTrue(receivers.getFirst().closed);
    assertEquals(List.of(), ports.openNames());
  }

  private MidiPorts ports(String... names) {
    return new MidiPorts(
        new MidiSelection(List.of(names), List.of()),
        _ -> {
          receivers.add(new FakeReceiver());
          return receivers.getLast();
        },
        warnings::add);
  }

  private void rescan(MidiPorts ports) {
    ports.update(new MidiDevices.Look(plugged, List.of()));
  }

  private FakeInput plug(String name) {
    FakeInput input = new FakeInput(name);
    plugged.add(input);
    return input;
  }

  private static final class FakeReceiver implements Receiver {
    private boolean closed;

    @Override
    public void send(MidiMessage message, long timeStamp) {}

    @Override
    public void close() {
      closed = true;
    }
  }

  private final class FakeInput implements MidiDevices.Input {
    private final String name;
    private boolean busy;
    private RuntimeException failure;
    private boolean failsToClose;
    private int opened;
    private long releasedBefore; // how many receivers, it was closed

    private FakeInput(String name) {
      this.name = name;
    }

    @Override
    public Object identity() {
      return this;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public MidiDevices.Connection open(Receiver receiver) throws MidiUnavailableException {
      if (busy) {
        throw new MidiUnavailableException();
      }
      if (failure != null) {
        throw failure;
      }
      opened++;
      return () -> {
        releasedBefore = receivers.stream().filter(r -> r.closed).count();
        if (failsToClose) {
          throw new IllegalStateException("driver");
        }
      };
    }
  }
}
