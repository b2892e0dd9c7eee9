package modpool.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.Zone;

/// A patch as the text of a preset file. What all zones share with the first stands once.
final class PresetText {
  private final WaveFiles waves;

  /// @param waves gets the samples, and says what their files are called
  PresetText(WaveFiles waves) {
    this.waves = waves;
  }

  ObjectNode of(Patch patch) {
    ObjectNode preset = JsonNodeFactory.instance.objectNode().put("name", patch.name());
    Sound shared = patch.zones().isEmpty() ? Sound.PLAIN : patch.zones().getFirst().sound();
    SoundText.put(preset.putObject("sound"), shared, Sound.PLAIN);
    ArrayNode zones = preset.putArray("zones");
    patch.zones().forEach(zone -> putZone(zones.addObject(), zone, shared));
    return preset;
  }

  private void putZone(ObjectNode node, Zone zone, Sound shared) {
    TriggerText.put(node, zone.trigger());
    WaveFiles.Place place = waves.place(zone);
    ObjectNode sample = node.putObject("sample").put("file", place.file());
    sample.put("rootKey", place.rootKey());
    SoundText.put(sample, "tuneCents", place.tuneCents(), 0);
    if (zone.startFrame() > 0) {
      sample.put("startFrame", zone.startFrame());
    }
    SoundText.put(node, zone.sound(), shared);
  }
}
