package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import modpool.io.midi.MidiDevices;
import modpool.io.midi.SystemMidi;
import modpool.testing.FakeDevice;
import org.junit.jupiter.api.Test;

class PortAdviceTest {
  private static String text(String system, boolean jack, boolean sequencer, String... inputs) {
    FakeDevice.Provider provider = new FakeDevice.Provider();
    for (String input : inputs) {
      provider.devices().add(new FakeDevice(input, true));
    }
    MidiDevices.Look look = new SystemMidi(List.of(provider), Path.of("none")).look();
    return new PortAdvice(system, jack, sequencer, look).text();
  }

  @Test
  void windows_loops_are_recognised_by_name() {
    for (String name : List.of("loopMIDI Port", "LoopBe Internal MIDI", "MIDI Loopback 1")) {
      String text = text("Windows 11", false, false, "Keystation", name);
      assertTrue(text.startsWith("\"" + name + "\" was found"), text);
    }
    String pair = text("Windows 11", false, false, "Default App Loopback (B)");
    assertTrue(pair.contains("at (A) comes out at (B)"), pair);
  }

  @Test
  void windows_without_one_is_told_which_to_install() {
    String text = text("Windows 10", false, false, "Keystation");
    assertTrue(text.contains("install loopMIDI") && text.contains("Windows MIDI Services"), text);
  }

  @Test
  void a_mac_has_a_port_of_ours_or_the_iac_bus() {
    String text = text("Mac OS X", false, false, "CoreMIDI4J - Keystation");
    assertTrue(text.contains("--virtual-port") && text.contains("Audio MIDI Setup"), text);
    assertTrue(text.contains("not yet tested on real hardware"), text);
    String found = text("Mac OS X", false, false, "CoreMIDI4J - IAC Bus 1");
    assertTrue(found.contains("send to \"CoreMIDI4J - IAC Bus 1\", which was found"), found);
    assertFalse(found.contains("Audio MIDI Setup"), found);
  }

  @Test
  void linux_has_jack_the_sequencer_and_raw_midi() {
    String bare = text("Linux", false, false);
    assertEquals(
        "run JACK or PipeWire and send to modpool:midi_in, there while modpool plays; or load the"
            + " ALSA sequencer, which was not found (sudo modprobe snd-seq), for --virtual-port; or"
            + " load virtual raw MIDI (sudo modprobe snd-virmidi) and connect the DAW to it",
        bare);
    String all = text("Linux", true, true, "VirMIDI [hw:1,0,0]");
    assertTrue(all.startsWith("send to modpool:midi_in, there while modpool plays"), all);
    assertTrue(all.contains("start modpool with --virtual-port"), all);
    assertTrue(all.contains("\"VirMIDI [hw:1,0,0]\", which was found"), all);
  }
}
