package modpool.io.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Transmitter;
import modpool.spi.PretendedOwnDevice;
import modpool.testing.FakeDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemMidiTest {
  @TempDir private Path folder;

  private final FakeDevice.Provider provider = new FakeDevice.Provider();

  private SystemMidi system() {
    return new SystemMidi(List.of(provider), folder);
  }

  private static List<String> names(List<? extends MidiDevices.Port> ports) {
    return ports.stream().map(MidiDevices.Port::name).toList();
  }

  @Test
  void the_two_ends_of_devices_are_told_apart() {
    provider.devices().add(new FakeDevice("Keys", true));
    provider.devices().add(new FakeDevice("Module", false));
    MidiDevices.Look look = system().look();

    assertEquals(List.of("Keys"), names(look.inputs()));
    assertEquals(List.of("Module"), names(look.outputs()));
  }

  @Test
  void the_jdks_sequencer_and_synthesizer_are_neither_inputs_nor_outputs() {
    MidiDevices.Look look = new SystemMidi().look();
    for (String name : List.of("Real Time Sequencer", "Gervill")) {
      assertTrue(
          List.of(MidiSystem.getMidiDeviceInfo()).stream().anyMatch(i -> i.getName().equals(name)),
          name);
      assertFalse(names(look.inputs()).contains(name));
      assertFalse(names(look.outputs()).contains(name));
    }
  }

  @Test
  void our_own_device_is_none() {
    provider.devices().add(new PretendedOwnDevice("modpool"));
    MidiDevices.Look look = system().look();

    assertEquals(List.of(), look.inputs());
    assertEquals(List.of(), look.outputs());
  }

  @Test
  void a_device_keeps_its_identity_while_its_info_is_made_anew() {
    FakeDevice keys = new FakeDevice("Keys", true);
    provider.devices().add(keys);
    SystemMidi system = system();
    Object first = system.look().inputs().getFirst().identity();
    keys.renewInfo();

    assertEquals(first, system.look().inputs().getFirst().identity());
    assertEquals(2, provider.asked(), "once for each info");
    system.look();
    assertEquals(2, provider.asked());
  }

  @Test
  void a_device_in_the_place_of_another_has_another_identity() {
    provider.devices().add(new FakeDevice("Keys", true));
    SystemMidi system = system();
    Object first = system.look().inputs().getFirst().identity();
    provider.devices().set(0, new FakeDevice("Keys", true));

    assertNotEquals(first, system.look().inputs().getFirst().identity());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where files have no keys
  void a_device_file_made_anew_is_another_device_though_the_jdk_thinks_it_the_same()
      throws IOException {
    Path node = Files.createFile(folder.resolve("midiC1D0"));
    provider.devices().add(new FakeDevice("Keys [hw:1,0,0]", true));
    SystemMidi system = system();
    Object first = system.look().inputs().getFirst().identity();
    assertEquals(first, system.look().inputs().getFirst().identity());

    Files.createFile(folder.resolve("new")); // so that the old one's key is not given again
    Files.delete(node);
    Files.move(folder.resolve("new"), node);
    assertNotEquals(first, system.look().inputs().getFirst().identity());
  }

  @Test
  void a_list_that_fails_leaves_the_last_one() {
    provider.devices().add(new FakeDevice("Keys", true));
    SystemMidi system = system();
    system.look();
    provider.failFromNowOn(new ConcurrentModificationException());

    assertEquals(List.of("Keys"), names(system.look().inputs()));
  }

  @Test
  void what_an_input_plays_arrives_until_it_is_closed() throws Exception {
    FakeDevice keys = new FakeDevice("Keys", true);
    provider.devices().add(keys);
    List<MidiMessage> got = new ArrayList<>();
    Receiver receiver =
        new Receiver() {
          @Override
          public void send(MidiMessage message, long timeStamp) {
            got.add(message);
          }

          @Override
          public void close() {}
        };
    MidiDevices.Connection connection = system().look().inputs().getFirst().open(receiver);
    ShortMessage note = new ShortMessage(ShortMessage.NOTE_ON, 60, 100);
    keys.play(note);
    connection.close();

    assertEquals(List.of(note), got);
    assertFalse(keys.isOpen());
  }

  @Test
  void a_device_that_has_not_what_it_was_opened_for_is_closed_again() {
    FakeDevice keys =
        new FakeDevice("Keys", true) {
          @Override
          public Transmitter getTransmitter() {
            throw new IllegalStateException("driver");
          }
        };
    FakeDevice module =
        new FakeDevice("Module", false) {
          @Override
          public Receiver getReceiver() {
            throw new IllegalStateException("driver");
          }
        };
    provider.devices().addAll(List.of(keys, module));
    MidiDevices.Look look = system().look();

    assertThrows(IllegalStateException.class, () -> look.inputs().getFirst().open(null));
    assertThrows(IllegalStateException.class, () -> look.outputs().getFirst().open());
    assertFalse(keys.isOpen());
    assertFalse(module.isOpen());
  }

  @Test
  void an_output_takes_its_device_with_it() throws MidiUnavailableException {
    FakeDevice module = new FakeDevice("Module", false);
    provider.devices().add(module);
    Receiver receiver = system().look().outputs().getFirst().open();
    receiver.send(new ShortMessage(), -1);
    assertTrue(module.isOpen());
    receiver.close();

    assertEquals(1, module.got().size());
    assertFalse(module.isOpen());
  }
}
