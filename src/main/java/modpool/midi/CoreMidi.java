package modpool.midi;

import java.util.List;
import javax.sound.midi.MidiDevice;

/// macOS with CoreMIDI4J: that library, found as a service, offers each device once more, with
/// system exclusive messages and hot-plugging right. Then the JDK's own entries are left out.
final class CoreMidi {
  private static final String LIBRARY = "uk.co.xfactorylibrarians.coremidi4j.";

  private CoreMidi() {}

  /// The library's devices if there are any, else all.
  static List<MidiDevice.Info> preferred(List<MidiDevice.Info> infos) {
    List<MidiDevice.Info> better =
        infos.stream().filter(info -> info.getClass().getName().startsWith(LIBRARY)).toList();
    return better.isEmpty() ? infos : better;
  }
}
