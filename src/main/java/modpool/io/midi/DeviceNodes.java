package modpool.io.midi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Linux's raw MIDI device files, which tell whether a device is still the one it was.
///
/// A keyboard that was pulled and put back between two looks has the same name and place, and the
/// JDK takes it for the one that is open, which is dead. Its device file is a new one.
///
/// @param folder where they are, `/dev/snd`
record DeviceNodes(Path folder) {
  /// The JDK's names end in ALSA's: `Keystation [hw:1,0,0]`.
  private static final Pattern PLACE = Pattern.compile("\\[hw:(\\d{1,4}),(\\d{1,4})(,\\d{1,4})?]");

  /// What differs when a device of this name is another one; nothing to tell by is always the same.
  Object of(String name) {
    Matcher place = PLACE.matcher(name);
    if (!place.find()) {
      return "";
    }
    Path node = folder.resolve("midiC" + place.group(1) + "D" + place.group(2));
    try {
      Object key = Files.readAttributes(node, BasicFileAttributes.class).fileKey();
      return key == null ? "" : key;
    } catch (IOException _) {
      return "";
    }
  }
}
